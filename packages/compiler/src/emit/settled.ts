import { lengthsOf } from '../names/types.js';
import { limits } from '../routee/limits.js';
import { isBlank } from '../routee/values.js';
import { type Bundle, typeOfSchema } from './bundle.js';
import type { Hole } from './payload.js';

/** Fields that take any text which is not blank, and how long it may be. */
const texts: ReadonlyMap<string, number> = new Map([
  ['body', limits.sms.body.max],
  ['text', limits.viber.text.max],
  ['label', Math.min(limits.viber.label.max, limits.sms.label.max)],
  ['caption', limits.viber.caption.max],
]);

/** Fields that take any number. */
const numbers: readonly string[] = ['to', 'phone', 'viber'];

/**
 * Whether no value of its parameters' types can make a hole break a rule of the endpoint. Where one can, the request
 * schemas have to look, which take a command longer to make than all the rest of its work.
 */
export function isSettled({ at, parts }: Hole, { params }: Bundle): boolean {
  if (at.includes('/templateParams/')) return true;
  const field = at.slice(at.lastIndexOf('/') + 1);
  const types = parts.map((part) => (typeof part === 'string' ? part : typeOf(part.param, params)));
  const [only] = types;
  if (types.length === 1 && typeof only === 'object' && only.kind === 'phone') return numbers.includes(field);
  const hasText = types.some((type) => typeof type === 'string' && !isBlank(type));
  const longest = types.reduce((sum, type) => sum + (typeof type === 'string' ? type.length : longestOf(type)), 0);
  return hasText && longest <= (texts.get(field) ?? 0);
}

function typeOf(name: string, { properties }: Bundle['params']) {
  const schema = properties[name];
  return schema && typeOfSchema(schema);
}

function longestOf(type: ReturnType<typeof typeOf>): number {
  return (type && lengthsOf(type).max) ?? Number.POSITIVE_INFINITY;
}
