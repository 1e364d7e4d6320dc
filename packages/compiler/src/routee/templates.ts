/** Routee's predefined one-time password templates. Source: docs/templates-inventory. */
export interface KnownTemplate {
  readonly id: string;
  /** A name for it in the language. */
  readonly name: string;
  readonly title: string;
  readonly parameters: readonly string[];
}

export const knownTemplates: readonly KnownTemplate[] = [
  known('0aac888f-2ee2-4112-9659-1755a951966a', 'otp', 'basic', 'pin'),
  known('c2cdc028-a48b-4187-bbaf-3aaa137b6e23', 'otp-valid-5-minutes', 'basic, valid 5 minutes', 'pin'),
  known('c33cccaf-735f-4d62-8383-a76bf4999e2d', 'otp-business', 'business name', 'pin', 'businessPlatformName'),
  known('bed0942f-e07e-4879-834b-29cc4cf3ec35', 'otp-validity', 'validity time', 'pin', 'codeValidityTime'),
  known(
    '60d67b38-b9fb-444a-80e6-754447e010c6',
    'otp-type-validity',
    'code type and validity',
    ...['pin', 'pinType', 'codeValidityTime'],
  ),
  known(
    '6c929cef-29b4-4349-bc9d-2a07bdbb6e43',
    'otp-business-validity',
    'business name and validity',
    ...['pin', 'businessPlatformName', 'codeValidityTime'],
  ),
  known('82ba31a3-db42-4e87-82e8-33fa92b9e5ed', 'otp-type', 'code type', 'pin', 'pinType'),
  known(
    '210ee8a9-1ed5-43cd-96e4-65bba311ab40',
    'otp-action',
    'action or platform',
    ...['pin', 'businessPlatformActionName'],
  ),
  known(
    'be56d97b-2a33-4c89-ac5f-f555a2c827d9',
    'otp-business-reason',
    'business name and reason',
    ...['pin', 'businessPlatformName', 'codeReason'],
  ),
];

function known(id: string, name: string, title: string, ...parameters: string[]): KnownTemplate {
  return { id, name, title, parameters };
}

const byId = new Map(knownTemplates.map((template) => [template.id, template]));

/** The predefined template with an id. Ids are UUIDs, so case does not count. */
export function knownTemplate(id: string): KnownTemplate | undefined {
  return byId.get(id.toLowerCase());
}

/** The parameters of the predefined templates that are a whole number of minutes. */
export const minutesParameters: readonly string[] = ['codeValidityTime'];

/** Languages of the predefined templates. `br` is Brazilian Portuguese. Source: docs/localization. */
export const knownTemplateLanguages: readonly string[] = [
  ...['en', 'ar', 'bg', 'hr', 'cs', 'da', 'de', 'el', 'es', 'fi', 'fr', 'he', 'my', 'id', 'it', 'nl', 'pl', 'pt'],
  ...['br', 'ru', 'sk', 'sr', 'sv', 'th', 'tr', 'uk', 'vi', 'fa', 'be'],
];

/** How many minutes a code lives by the wording of its template, where that says so. */
export function knownValidity(id: string): number | undefined {
  return id === 'c2cdc028-a48b-4187-bbaf-3aaa137b6e23' ? 5 : undefined;
}
