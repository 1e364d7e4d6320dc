import { type Random, randomFrom } from './random.js';

/** Parameters, their types, and values for them. */

export type Kind = 'phone' | 'url' | 'text' | 'int' | 'lang';

/** What a value must be: a parameter of a generated program, or a type of the compiler. */
export interface ValueType {
  readonly kind: Kind;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly langs?: readonly string[] | undefined;
}

export interface Param extends ValueType {
  readonly name: string;
}

/** What can be named at a place of a flow. */
export interface Scope {
  readonly params: readonly Param[];
  /** Whether the flow lists its parameters. Where it does not, each is what its places ask for. */
  readonly listed: boolean;
}

export const languages = ['en', 'el', 'de', 'pt-BR'];
/** How long a value without an upper limit may be: `valueFor` keeps to it. */
const longestFree = 40;
/** No text and no number of a test is larger. */
const longest = 10_000;

export function randomParam(name: string, random: Random): Param {
  const kind = random.pick(['phone', 'url', 'text', 'text', 'text', 'int', 'lang'] as const);
  if (kind === 'lang') return { name, kind, langs: random.some(languages, 1) };
  if (kind !== 'text' && kind !== 'int') return { name, kind };
  const min = kind === 'text' ? random.integer(0, 8) : random.integer(-50, 50);
  const max = min + (kind === 'text' ? random.integer(1, 20) : random.integer(0, 900));
  return { name, kind, ...(random.chance(50) && { min }), ...(random.chance(60) && { max }) };
}

/** How long a text can be when a parameter stands in it. */
export function lengthOf({ kind, max, min }: Param, { listed }: Scope): number {
  if (kind !== 'text') return longestFree;
  // Without a list, a parameter is what its places ask for, and within a text they ask for nothing.
  return listed && max !== undefined ? max : longestFree + (min ?? 0);
}

/** A value of a type that fits wherever it may stand: it has no white space and says something. */
export function valueFor(type: ValueType, random: Random): string | number {
  const { kind, min, max, langs } = type;
  switch (kind) {
    case 'phone':
      return phoneNumber(random);
    case 'url':
      return `https://acme.com/${'u'.repeat(random.integer(1, 8))}`;
    case 'lang':
      return langs === undefined || langs.length === 0 ? 'en' : random.pick(langs);
    case 'int': {
      const least = min ?? Math.min(max ?? 0, 0) - 999;
      return random.integer(least, max ?? Math.max(least, 0) + 999);
    }
    case 'text': {
      const most = Math.max(0, Math.min(max ?? Math.max(1, min ?? 0) + 12, longest));
      const least = Math.min(Math.max(1, min ?? 0), most);
      return 'v'.repeat(random.pick([least, most, random.integer(least, most)]));
    }
  }
}

/** Whether there is a value of the type at all: a range may ask for more than there is. */
export function isPossible({ kind, min = 0, max = longest }: ValueType): boolean {
  return (kind !== 'text' && kind !== 'int') || (min < longest && max > -longest);
}

export function phoneNumber(random: Random): string {
  return `+30${random.integer(10_000, 9_999_999_999)}`;
}

/** Numbers that look random and are the same for the same seed: for values, which need no simplifying. */
export function seeded(seed: number): Random {
  let state = (seed >>> 0) + 0x9e3779b9;
  return randomFrom((min, max) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    state = Math.imul(state ^ (state >>> 12), 0x297a2d39) + 0x6d2b79f5;
    const fraction = ((state ^ (state >>> 15)) >>> 0) / 2 ** 32;
    return min + Math.floor(fraction * (max - min + 1));
  });
}
