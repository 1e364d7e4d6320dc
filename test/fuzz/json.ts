import type { Random } from '../properties/random.js';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const texts = ['', ' ', 'x', '‸', '\u0000', '\ud800', '../..', 'file:', '%', '__proto__', 'toString', 'a'.repeat(5000)];
const numbers = [0, -1, 1, 0.5, 1e21, -1e308, 2 ** 31, 2 ** 53, 4_294_967_296];
const keys = ['__proto__', 'constructor', 'length', 'uri', 'position', 'range', 'toString', '0', '', 'then'];

/** Any JSON at all, not deep. */
export function anyJson(random: Random, depth = 3): Json {
  const kind = random.integer(1, depth > 0 ? 8 : 5);
  if (kind === 1) return null;
  if (kind === 2) return random.chance(50);
  if (kind === 3) return random.pick(numbers);
  if (kind <= 5) return random.pick(texts);
  const children = Array.from({ length: random.integer(0, 3) }, () => anyJson(random, depth - 1));
  if (kind === 6) return children;
  if (kind === 7) return Object.fromEntries(children.map((child) => [random.pick(keys), child]));
  return nested(random.pick([10, 500]));
}

function nested(depth: number): Json {
  let value: Json = 'deep';
  for (let count = 0; count < depth; count++) value = [value];
  return value;
}

/** The same JSON with something else, nothing or something more at a few places. */
export function changedJson(value: Json, random: Random, percent = 8): Json {
  if (random.chance(percent)) return anyJson(random);
  if (typeof value === 'string' && random.chance(percent)) return changedText(value, random);
  if (typeof value === 'number' && random.chance(percent)) return value + random.pick([-1, 1, 0.25, 1e6, -1e6]);
  if (isList(value)) return value.flatMap((item) => changedEntry(item, random, percent));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, item]) => {
    const name = random.chance(percent / 4) ? random.pick(keys) : key;
    return changedEntry(item, random, percent).map((one): [string, Json] => [name, one]);
  });
  if (random.chance(percent / 2)) entries.push([random.pick(keys), anyJson(random)]);
  return Object.fromEntries(entries);
}

function changedEntry(item: Json, random: Random, percent: number): Json[] {
  if (random.chance(percent / 4)) return [];
  const changed = changedJson(item, random, percent);
  return random.chance(percent / 4) ? [changed, changed] : [changed];
}

function changedText(text: string, random: Random): string {
  const at = random.integer(0, text.length);
  return text.slice(0, at) + random.pick(texts) + text.slice(at + random.integer(0, 3));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
