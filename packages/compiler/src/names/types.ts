import { count, oneOf, thousands } from '../diagnostics/define.js';
import type { TypeNode } from '../syntax/tree.js';

/** The types of parameters. Lengths are in UTF-16 code units. */
export type Type =
  | { readonly kind: 'phone' }
  | UrlType
  | { readonly kind: 'text'; readonly min?: number | undefined; readonly max?: number | undefined }
  | { readonly kind: 'int'; readonly min?: number | undefined; readonly max?: number | undefined }
  | LangType;

/** One of some languages; none stands for any. `of` names the template whose languages they are. */
export interface LangType {
  readonly kind: 'lang';
  readonly langs: readonly string[];
  readonly of?: string | undefined;
}

/** An address; some places take https only. */
export interface UrlType {
  readonly kind: 'url';
  readonly https?: boolean | undefined;
}

/** What a place asks of the parameter that fills it. Within a text anything will do. */
export type Wanted = { readonly kind: 'any' } | Type;

export const anything: Wanted = { kind: 'any' };

/** The type that a declaration names, or nothing where it has a fault of its own. */
export function typeFromNode(node: TypeNode | undefined): Type | undefined {
  switch (node?.name.text) {
    case 'phone':
      return { kind: 'phone' };
    case 'url':
      return { kind: 'url' };
    case 'text':
    case 'int':
      return { kind: node.name.text, min: node.range?.min?.value, max: node.range?.max?.value };
    case 'lang':
      return node.langs === undefined ? undefined : { kind: 'lang', langs: node.langs.map((lang) => lang.text) };
    default:
      return undefined;
  }
}

/** A type as the language writes it. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'text':
    case 'int':
      return type.min === undefined && type.max === undefined
        ? type.kind
        : `${type.kind}(${type.min ?? ''}..${type.max ?? ''})`;
    case 'lang':
      // A language that nothing limits has no type of its own.
      return type.langs.length === 0 ? 'text' : `lang(${type.langs.join(', ')})`;
    default:
      return type.kind;
  }
}

/** A type in the words of a message: "a number in E.164 form", "a text of 4 to 10 characters". */
export function describeType(type: Type): string {
  switch (type.kind) {
    case 'phone':
      return 'a number in E.164 form, such as `+306912345678` (`phone`)';
    case 'url':
      return type.https ? 'an address that starts with `https://` (`url`)' : 'an address (`url`)';
    case 'text':
      return type.min === undefined && type.max === undefined ? 'a text (`text`)' : `a text of ${describeRange(type)}`;
    case 'int':
      return type.min === undefined && type.max === undefined
        ? 'a whole number (`int`)'
        : `a whole number ${describeRange(type)}`;
    case 'lang':
      return type.langs.length === 0 ? 'a language (`text`)' : `one of the languages ${oneOf(type.langs)}`;
  }
}

/** "4 to 10 characters", "at most 40 characters", "from 1 to 5", "at least 2". */
export function describeRange(type: {
  kind: 'text' | 'int';
  min?: number | undefined;
  max?: number | undefined;
}): string {
  const { kind, min, max } = type;
  if (kind === 'text') {
    if (min === undefined) return `at most ${count(max ?? 0, 'character')}`;
    if (max === undefined) return `at least ${count(min, 'character')}`;
    return min === max ? count(min, 'character') : `${min} to ${count(max, 'character')}`;
  }
  if (min === undefined) return `at most ${thousands(max ?? 0)}`;
  return max === undefined ? `at least ${thousands(min)}` : `from ${thousands(min)} to ${thousands(max)}`;
}

/** Whether a parameter declared with a type may stand where another is wanted, ranges aside. */
export function fits(declared: Type, wanted: Wanted): boolean {
  switch (wanted.kind) {
    case 'any':
      return true;
    case 'text':
      return declared.kind !== 'int';
    case 'lang':
      return declared.kind === 'lang' || (declared.kind === 'text' && wanted.langs.length === 0);
    default:
      return declared.kind === wanted.kind;
  }
}

/**
 * What a parameter must be to satisfy both. Nothing, when there is no such value. A text gives way to what is more
 * particular, since every number, address and language is written as a text.
 */
export function intersect(a: Wanted, b: Wanted): Wanted | undefined {
  if (a.kind === 'any') return b;
  if (b.kind === 'any') return a;
  if (a.kind === 'text' && (b.kind === 'phone' || b.kind === 'url' || b.kind === 'lang')) return b;
  if (b.kind === 'text' && (a.kind === 'phone' || a.kind === 'url' || a.kind === 'lang')) return a;
  if (a.kind === 'phone' && b.kind === 'phone') return a;
  if (a.kind === 'url' && b.kind === 'url') {
    return { kind: 'url', https: a.https || b.https };
  }
  if (a.kind === 'lang' && b.kind === 'lang') {
    if (a.langs.length === 0) return b;
    const langs = b.langs.length === 0 ? a.langs : a.langs.filter((lang) => b.langs.includes(lang));
    return langs.length === 0 ? undefined : { kind: 'lang', langs };
  }
  if ((a.kind === 'text' && b.kind === 'text') || (a.kind === 'int' && b.kind === 'int')) {
    const min = greatest(a.min, b.min);
    const max = least(a.max, b.max);
    return min !== undefined && max !== undefined && min > max ? undefined : { kind: a.kind, min, max };
  }
  return undefined;
}

function least(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}

function greatest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.max(a, b);
}

/** The shortest and longest text that a value of the type can be; nothing where it is not bounded. */
export function lengthsOf(type: Type): { min: number; max: number | undefined } {
  switch (type.kind) {
    case 'phone':
      return { min: 8, max: 16 };
    case 'url':
      return { min: 0, max: undefined };
    case 'text':
      return { min: type.min ?? 0, max: type.max };
    case 'int': {
      const { min, max } = type;
      const digits = (limit: number) => String(limit).length;
      const shortest = min !== undefined && min > 0 ? digits(min) : max !== undefined && max < 0 ? digits(max) : 1;
      return {
        min: shortest,
        max: min === undefined || max === undefined ? undefined : Math.max(digits(min), digits(max)),
      };
    }
    case 'lang': {
      const lengths = type.langs.map((lang) => lang.length).sort((a, b) => a - b);
      return { min: lengths[0] ?? 0, max: lengths.at(-1) };
    }
  }
}
