import { catalog, lintCodes } from '@failover/compiler';
import { projectSchema } from '@failover/compiler/project';
import { code, table } from './markdown.js';

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly additionalProperties?: Schema | boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** Every key of failover.json, from its JSON Schema. */
export function projectKeys(): string {
  const { properties = {} } = projectSchema() as Schema;
  const rows = Object.entries(properties).map(([key, schema]) => [code(key), typeOf(schema), schema.description]);
  return table(['key', 'takes', 'what it says'], rows);
}

/** Every rule whose severity a project chooses, from the same. */
export function projectRules(): string {
  const schema = projectSchema() as Schema;
  const rules = schema.properties?.rules?.properties ?? {};
  const rows = catalog
    .filter(({ code: one }) => lintCodes.includes(one))
    .map(({ code: one, title }) => [
      `[${one}](diagnostics/${one}.md)`,
      title,
      rules[one]?.default === undefined ? undefined : String(rules[one].default),
    ]);
  return table(['code', 'is about', 'without a rule'], rows);
}

function typeOf(schema: Schema): string {
  const { type, items, additionalProperties } = schema;
  if (type === 'array') return `a list of ${plural(items?.type)}`;
  if (type !== 'object') return type === 'string' ? 'a text' : `a ${type ?? 'value'}`;
  if (typeof additionalProperties === 'object') return `${plural(additionalProperties.type)} by name`;
  const values = new Set(Object.values(schema.properties ?? {}).flatMap((one) => one.enum ?? []));
  return `severities by code: ${[...values].map(code).join(', ')}`;
}

function plural(type: string | undefined): string {
  return type === 'string' ? 'texts' : `${type ?? 'value'}s`;
}
