/** The wording of what is wrong with a request: what a value is, then what is allowed. */
import type * as z from 'zod/mini';

/** One fault of a request body. */
export interface RequestProblem {
  /** Where: a JSON Pointer (RFC 6901), `""` for the whole body. */
  readonly at: string;
  /** What: a phrase that goes on from the name of the field, such as "is missing". */
  readonly message: string;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const shownLength = 60;

/** A value in a message: short, on one line, and never walked into, however deep it is. */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > shownLength ? `${value.slice(0, shownLength)}…` : value);
  }
  if (Array.isArray(value)) return 'a list';
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** 1700 is "1,700". */
export function counted(count: number): string {
  const [whole = '', fraction] = String(count).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export function oneOf(values: Iterable<unknown>): string {
  const all = [...values].map(shown);
  return all.length === 1 ? `must be ${all[0]}` : `must be one of ${all.join(', ')}`;
}

/** The wording of the checks that are Zod's own and carry none. */
export function wording(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return is(issue.input, `must be ${kinds[issue.expected] ?? issue.expected}`);
    case 'invalid_value':
      return is(issue.input, oneOf(issue.values));
    case 'invalid_union':
      return is(
        property(issue.input, issue.discriminator ?? ''),
        oneOf(Array.isArray(issue.options) ? issue.options : []),
      );
    case 'unrecognized_keys':
      return `is not a field here; the fields are ${fieldsOf(issue.inst).join(', ')}`;
    case 'invalid_key':
      return issue.issues[0]?.message ?? 'is not a name that is allowed here';
    case 'too_small':
      return `has ${counted(sizeOf(issue.input))} items; at least ${counted(Number(issue.minimum))}`;
    default:
      return `is ${shown(issue.input)}, which is not allowed`;
  }
}

export function is(value: unknown, expected: string): string {
  return value === undefined ? `is missing; ${expected}` : `is ${shown(value)}; ${expected}`;
}

/** A property of whatever this is. */
export function property(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function sizeOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function fieldsOf(schema: z.core.$ZodRawIssue['inst']): string[] {
  const definition = schema?._zod.def;
  return definition && 'shape' in definition ? Object.keys(Object(definition.shape)) : [];
}

/** A JSON Pointer (RFC 6901). */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
