import type { RuleSeverities } from '../check/severities.js';
import { catalog, lintCodes, pageOf } from '../diagnostics/catalog.js';

/** What failover.json may say. */
export interface Settings {
  /** Globs, folders and files, relative to the root. */
  readonly include?: readonly string[] | undefined;
  /** A folder, relative to the root. */
  readonly outDir?: string | undefined;
  readonly define: ReadonlyMap<string, string>;
  readonly rules: RuleSeverities;
}

/** The name of the project file, `failover.json`. */
export const projectFileName = 'failover.json';
/** What holds where there is no failover.json. */
export const noSettings: Settings = { define: new Map(), rules: {} };

/** What a key of failover.json takes. */
export type SettingKind = 'text' | 'texts' | 'texts by name' | 'severities by code';

interface Setting {
  readonly kind: SettingKind;
  readonly description: string;
}

/** Every key of failover.json: the reader and the published JSON Schema both come from here. */
export const settings: Readonly<Record<string, Setting>> = {
  $schema: { kind: 'text', description: 'The address of this schema, for editors.' },
  include: {
    kind: 'texts',
    description:
      'The files of the project: files, folders or globs, relative to failover.json. Commands that are given no files take these. Without it: the current folder.',
  },
  outDir: {
    kind: 'text',
    description:
      'Where `failover compile` writes its files when it is given none: a folder of the project, relative to failover.json.',
  },
  define: {
    kind: 'texts by name',
    description: 'Texts that take the place of lets, by name. `--define` on the command line comes first.',
  },
  rules: {
    kind: 'severities by code',
    description: 'How severe each FO4 diagnostic is, or that it is off.',
  },
};

export const ruleSeverities = ['error', 'warning', 'information', 'hint', 'off'] as const;

const schemaAddress =
  'https://raw.githubusercontent.com/failover-lang/failover/main/packages/compiler/schemas/failover.schema.json';

/** The JSON Schema of failover.json, published in the package of the compiler and under its `$id`. */
export function projectSchema(): Record<string, unknown> {
  const properties = Object.entries(settings).map(([key, { kind, description }]) => [
    key,
    { description, ...schemaOf(kind) },
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: schemaAddress,
    $comment:
      'Generated from packages/compiler/src/project/settings.ts. Comments and trailing commas are allowed in the file.',
    title: 'failover.json',
    description: 'A project of .failover files.',
    type: 'object',
    properties: Object.fromEntries(properties),
    additionalProperties: false,
  };
}

function schemaOf(kind: SettingKind): Record<string, unknown> {
  switch (kind) {
    case 'text':
      return { type: 'string' };
    case 'texts':
      return { type: 'array', items: { type: 'string' } };
    case 'texts by name':
      return { type: 'object', additionalProperties: { type: 'string' } };
    case 'severities by code':
      return {
        type: 'object',
        properties: Object.fromEntries(
          catalog.filter(({ code }) => lintCodes.includes(code)).map((rule) => [rule.code, ruleSchema(rule)]),
        ),
        additionalProperties: false,
      };
  }
}

function ruleSchema({ code, title, severity }: { code: string; title: string; severity: string }) {
  return { description: `${title}. ${pageOf(code)}`, enum: ruleSeverities, default: severity };
}
