import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { lint } from '../../diagnostics/fo4-lint.js';
import { constantText } from '../../names/symbols.js';
import { knownTemplate, knownTemplateLanguages } from '../../routee/templates.js';
import type { FileRule } from '../rule.js';

/** A one-time password template carries its code in `pin`. */
export const otpWithoutPin: FileRule = (file, report) => {
  for (const template of file.templates) {
    if (template.category !== 'otp' || template.params.some(({ name }) => name === 'pin')) continue;
    const category = template.node.body?.find((entry) => entry.kind === 'category');
    report(endpoint.otpWithoutPin, category ?? template, { template: template.name });
  }
};

/** A declared template with the id of a predefined one has the parameters and languages that Routee lists. */
export const knownTemplateDeclaration: FileRule = (file, report) => {
  for (const template of file.templates) {
    const id = template.node.id && file.constants.get(template.node.id);
    const known = id && knownTemplate(constantText(id) ?? '');
    if (known === undefined) continue;
    const found = template.params.map(({ name }) => name);
    // A one-time password template without a pin has been refused already.
    const isRefused = template.category === 'otp' && !found.includes('pin');
    if (!isRefused && !sameNames(found, known.parameters)) {
      const params = { template: known.title, wanted: known.parameters, found };
      report(lint.knownTemplateParameters, template.node.params ?? template, params);
    }
    for (const [lang, { lang: word }] of template.langs) {
      if (word !== undefined && !knownTemplateLanguages.includes(lang)) {
        report(lint.knownTemplateLanguage, word, { lang });
      }
    }
  }
};

export function sameNames(found: readonly string[], wanted: readonly string[]): boolean {
  return found.length === wanted.length && wanted.every((name) => found.includes(name));
}
