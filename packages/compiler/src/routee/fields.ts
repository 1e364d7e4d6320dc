/** The building blocks of the request schemas: kinds of values, each with its check, its wording and its JSON Schema. */
import * as z from 'zod/mini';
import { type Channel, defaultStatuses, statuses } from './channels.js';
import { forms, limits } from './limits.js';
import { counted, is, shown } from './problems.js';
import { isBlank, isViberTtlRepresentable, nonBlank } from './values.js';

/** What the published JSON Schema says beyond Zod's own checks: prose, and keywords for the checks that are ours. */
export interface Published {
  /** The name of its definition, for a schema that is worth one. */
  readonly id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly [keyword: string]: unknown;
}

/** Read by scripts/generate-schemas.ts. */
export const published = z.registry<Published>();

/** Notes are kept by schema, so one that stands in two places is made twice. */
export function publish<T extends z.ZodMiniType>(schema: T, note: string | Published): T {
  published.add(schema, { ...published.get(schema), ...(typeof note === 'string' ? { description: note } : note) });
  return schema;
}

/** A fault inside a value: `path` leads from the value to the place. */
export interface Fault {
  readonly message: string;
  readonly path?: PropertyKey[];
}

/** A check of our own on a value that has its type. It lets other checks run, so that one call tells every fault. */
export function rule<T>(fault: (value: T) => string | undefined): z.core.$ZodCheck<T> {
  return z.check<T>(({ value, issues }) => {
    const message = fault(value);
    if (message !== undefined) issues.push({ code: 'custom', input: value, continue: true, message });
  });
}

/** A check on how the items of a list go together. It runs also when an item is wrong by itself. */
export function amongItems(faults: (items: readonly unknown[]) => Fault[]): z.core.$ZodCheck<unknown[]> {
  return among((value) => (Array.isArray(value) ? faults(value) : []));
}

/** A check on how the fields of an object go together. It runs also when a field is wrong by itself. */
export function amongFields(faults: (fields: Readonly<Record<string, unknown>>) => Fault[]): z.core.$ZodCheck<object> {
  const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return among((value) => (isObject(value) ? faults(value) : []));
}

function among(faults: (value: unknown) => Fault[]) {
  const check = z.check<unknown>(({ value, issues }) => {
    for (const fault of faults(value)) issues.push({ code: 'custom', input: value, continue: true, ...fault });
  });
  // Zod skips a check when a part of the value has failed, unless the check itself says when it runs.
  check._zod.def.when = () => true;
  return check;
}

type Issue = { readonly input?: unknown };

/** A text of a form. `expected` says what the form is. */
export function formed(form: RegExp, expected: string) {
  return z.string().check(z.regex(form, { error: ({ input }: Issue) => is(input, `must be ${expected}`) }));
}

/** The same form, where a blank text stands for nothing. */
export function orBlank(form: RegExp): RegExp {
  return new RegExp(`^\\s*$|${form.source}`, form.flags);
}

export const numberForm = 'a number in E.164 form, such as "+306912345678"';
export const webAddress = 'an absolute http or https address';

export function number(description: string) {
  return publish(formed(forms.phone, numberForm), description);
}

export function flag(description: string) {
  return z.exactOptional(publish(z.boolean(), description));
}

export function label(limit: { readonly max: number }) {
  return z.exactOptional(publish(sized(z.string(), limit), 'A note of your own.'));
}

/** Its value follows from the steps before it, so the flow as a whole checks it. */
export function order() {
  return publish(z.number(), { type: 'integer', minimum: 1, description: 'The place in the flow: 1, 2, 3 and so on.' });
}

export function failoverOnStatuses(channel: Channel) {
  const allowed = statuses[channel].map((status) => status.api);
  return publish(
    someOf(allowed),
    `What moves the flow to the next step; ${defaultStatuses[channel].join(', ')} by default.`,
  );
}

/** At least one character that is not white space. */
export function someText() {
  return z.string().check(z.regex(nonBlank, { error: ({ input }: Issue) => is(input, 'must not be blank') }));
}

/**
 * Limits the length of a text in UTF-16 units. JSON Schema counts code points, as Zod's own check does: never more than
 * the units, so the published schema takes whatever passes here.
 */
export function sized<T extends z.ZodMiniString>(schema: T, limit: { readonly min?: number; readonly max: number }): T {
  const { min = 0, max } = limit;
  const fault = ({ length }: string) => {
    if (length >= min && length <= max) return undefined;
    return `has ${counted(length)} characters; at ${length < min ? `least ${counted(min)}` : `most ${counted(max)}`}`;
  };
  return publish(schema.check(rule(fault)), { maxLength: max, ...(min > 0 && { minLength: min }) });
}

/** A whole number in a range: when none is given, the one in which numbers are exact. */
export function whole(range: { readonly min?: number; readonly max?: number } = {}, expected?: string) {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = range;
  const otherwise = `must be ${expected ?? `a whole number from ${counted(min)} to ${counted(max)}`}`;
  const fault = (value: number) =>
    Number.isInteger(value) && value >= min && value <= max ? undefined : is(value, otherwise);
  return publish(z.number().check(rule(fault)), { type: 'integer', minimum: min, maximum: max });
}

/** Minutes, as a Viber step takes them. JSON Schema has no words for the decimals: `multipleOf` divides binary numbers. */
export function viberTtl() {
  const { min, max, step, default: standard } = limits.viber.ttl;
  const range = { error: ({ input }: Issue) => is(input, `must be from ${counted(min)} to ${counted(max)} minutes`) };
  const fault = (minutes: number) =>
    isViberTtlRepresentable(minutes) ? undefined : is(minutes, `must be a multiple of ${step}`);
  return publish(
    z.number().check(z.gte(min, range), z.lte(max, range), rule(fault)),
    `Minutes, in steps of ${step}; ${standard} by default.`,
  );
}

/** More than zero. */
export function positive(max: number, unit: string) {
  const range = { error: ({ input }: Issue) => is(input, `must be more than 0 and at most ${counted(max)} ${unit}`) };
  return z.number().check(z.positive(range), z.lte(max, range));
}

/** At least one of `allowed`, each at most once. */
export function someOf(allowed: readonly string[]) {
  const repeated = amongItems((items) => {
    const seen = new Set<unknown>();
    return items.flatMap((item, at) => {
      if (typeof item !== 'string') return [];
      if (seen.has(item)) return [{ message: `is ${shown(item)} again; each may stand once`, path: [at] }];
      seen.add(item);
      return [];
    });
  });
  return publish(z.array(z.enum(allowed)).check(z.minLength(1), repeated), { uniqueItems: true });
}

/** For an object of optional texts, one of which must not be blank. */
export function oneNotBlank(fields: readonly string[]) {
  return {
    check: amongFields((value) =>
      fields.some((field) => value[field] !== undefined && !(typeof value[field] === 'string' && isBlank(value[field])))
        ? []
        : [{ message: `must have one of ${fields.join(', ')} that is not blank` }],
    ),
    keywords: {
      anyOf: fields.map((field) => ({
        required: [field],
        properties: { [field]: { type: 'string', pattern: nonBlank.source } },
      })),
    },
  };
}
