import { code } from '../diagnostics/define.js';
import { values as definitions } from '../diagnostics/fo5-values.js';
import { describeType, type Type } from '../names/types.js';
import { valueProblem } from '../names/values.js';
import { type FailoverRequest, requestProblems } from '../routee/schemas.js';
import { nearest } from '../text/nearest.js';
import { type Bundle, typeOfSchema } from './bundle.js';
import { type Json, pointerKeys } from './json.js';
import type { Hole } from './payload.js';
import { isSettled } from './settled.js';

/** The values of a flow's parameters, by name. */
export type Values = Readonly<Record<string, unknown>>;

/** Why values do not make a request. */
export interface BindProblem {
  /** An FO5 code. */
  readonly code: string;
  readonly message: string;
  readonly why: string;
  /** The parameter at fault, when it is one. */
  readonly parameter?: string;
  /** A JSON Pointer to the place of the payload at fault, when it is one. */
  readonly at?: string;
}

export type Bound =
  | { readonly ok: true; readonly payload: FailoverRequest }
  | { readonly ok: false; readonly problems: readonly BindProblem[] };

/**
 * Fills the holes of a bundle: `{ flow, endpoint, method, path, params, payload, holes }`, as `failover compile --emit
 * bundle` prints it. The result is a request body ready to send, or every reason why there is none. Never throws.
 */
export function bind(bundle: Bundle, values: Values): Bound {
  const payload = isBundle(bundle) ? copyOf(bundle.payload) : undefined;
  if (payload === undefined) return { ok: false, problems: [problem(definitions.notABundle, undefined, {})] };
  const given = readAll(values);
  const complete = withDefaults(bundle, given);
  const problems = [...unknownValues(bundle, given), ...valueProblems(bundle, complete)];
  if (problems.length > 0) return { ok: false, problems };
  for (const hole of bundle.holes) {
    if (!fill(payload, pointerKeys(hole.at), join(hole, complete)))
      return { ok: false, problems: [problem(definitions.notABundle, undefined, { at: hole.at })] };
  }
  const isChecked = bundle.holes.every((hole) => isSettled(hole, bundle));
  const found = isChecked ? [] : requestProblems(bundle.endpoint, payload);
  if (found.length === 0) return { ok: true, payload: payload as FailoverRequest };
  return {
    ok: false,
    problems: found.map(({ at, message }) => problem(definitions.request, { at, problem: message }, { at })),
  };
}

function isBundle(bundle: unknown): bundle is Bundle {
  if (typeof bundle !== 'object' || bundle === null) return false;
  const { flow, endpoint, params, payload, holes } = bundle as Partial<Record<keyof Bundle, unknown>>;
  if (typeof flow !== 'string' || !(endpoint === 'standard' || endpoint === 'transactional')) return false;
  if (!isObject(params) || !isObject(payload) || !Array.isArray(holes)) return false;
  const { properties } = params;
  if (!isObject(properties) || !Object.values(properties).every(isObject)) return false;
  const isPart = (part: unknown) =>
    typeof part === 'string' ||
    (isObject(part) && typeof part.param === 'string' && Object.hasOwn(properties, part.param));
  return holes.every(
    (hole) => isObject(hole) && typeof hole.at === 'string' && Array.isArray(hole.parts) && hole.parts.every(isPart),
  );
}

/** Nothing where it is not JSON. */
function copyOf(payload: Bundle['payload']): unknown {
  try {
    return JSON.parse(JSON.stringify(payload));
  } catch {
    return undefined;
  }
}

/** Each value, read once. What is no object, or cannot be read, gives none. */
function readAll(values: unknown): Values {
  const read = Object.create(null) as Record<string, unknown>;
  if (!isObject(values)) return read;
  for (const name of Object.keys(values)) {
    try {
      read[name] = values[name];
    } catch {
      read[name] = undefined;
    }
  }
  return read;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withDefaults(bundle: Bundle, values: Values): Values {
  const complete = Object.create(null) as Record<string, unknown>;
  for (const [name, schema] of Object.entries(bundle.params.properties)) {
    complete[name] = Object.hasOwn(values, name) ? values[name] : schema.default;
  }
  return complete;
}

function unknownValues(bundle: Bundle, values: Values): BindProblem[] {
  const names = Object.keys(bundle.params.properties);
  return Object.keys(values)
    .filter((name) => !Object.hasOwn(bundle.params.properties, name))
    .map((name) => problem(definitions.unknown, { name, suggestion: nearest(name, names) }, { parameter: name }));
}

function valueProblems(bundle: Bundle, values: Values): BindProblem[] {
  return Object.entries(bundle.params.properties).flatMap(([name, schema]) => {
    const type = typeOfSchema(schema);
    const wanted = describeType(type);
    const where = { parameter: name };
    const value = values[name];
    if (value === undefined) return [problem(definitions.missing, { name, flow: bundle.flow, type: wanted }, where)];
    const found = valueProblem(type, value);
    if (found === undefined) return [];
    if (found.kind === 'range') return [problem(definitions.range, { name, ...found }, where)];
    return [problem(definitions.type, { name, type: wanted, found: describeValue(value, type) }, where)];
  });
}

function describeValue(value: unknown, { kind }: Type): string {
  if (value === '') return 'an empty text';
  if (typeof value === 'string') return kind === 'int' ? `the text ${code(value)}` : code(value);
  if (typeof value === 'number') return `the number ${value}`;
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function problem<Params>(
  definition: { code: string; why: string; message: (params: Params) => string },
  params: Params,
  where: { parameter?: string; at?: string },
): BindProblem {
  return { code: definition.code, message: definition.message(params), why: definition.why, ...where };
}

/** A single parameter is the value itself, which may be a number; otherwise the pieces make a text. */
function join({ parts }: Hole, values: Values): Json {
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object') return values[only.param] as Json;
  return parts.map((part) => (typeof part === 'string' ? part : String(values[part.param]))).join('');
}

/** Puts a value where there is one already, and says whether there was. */
function fill(payload: unknown, keys: readonly string[], value: Json): boolean {
  let target = payload;
  for (const [index, key] of keys.entries()) {
    if (typeof target !== 'object' || target === null || !Object.hasOwn(target, key)) return false;
    const fields = target as Record<string, unknown>;
    if (index === keys.length - 1) fields[key] = value;
    target = fields[key];
  }
  return keys.length > 0;
}
