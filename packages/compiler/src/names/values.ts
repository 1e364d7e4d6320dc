import { count, thousands } from '../diagnostics/define.js';
import { forms } from '../routee/limits.js';
import type { ResolvedText } from './symbols.js';
import { describeRange, lengthsOf, type Type } from './types.js';

/** What is wrong with a value: it is not of the type at all, or outside its range. */
export type ValueProblem =
  | { readonly kind: 'type' }
  | { readonly kind: 'range'; readonly problem: string; readonly limit: string };

/** Whether a value may stand for a parameter of the type. Numbers are for `int` only, texts for all others. */
export function valueProblem(type: Type, value: unknown): ValueProblem | undefined {
  if (type.kind === 'int') {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return { kind: 'type' };
    return outside(type, value, `is ${thousandsOf(value)}`);
  }
  if (typeof value !== 'string') return { kind: 'type' };
  switch (type.kind) {
    case 'phone':
      return forms.phone.test(value) ? undefined : { kind: 'type' };
    case 'url':
      return (type.https ? forms.httpsUrl : forms.url).test(value) ? undefined : { kind: 'type' };
    case 'lang':
      return type.langs.length === 0 || type.langs.includes(value) ? undefined : { kind: 'type' };
    case 'text':
      return outside(type, value.length, `has ${count(value.length, 'character')}`);
  }
}

function outside(
  range: { kind: 'text' | 'int'; min?: number | undefined; max?: number | undefined },
  amount: number,
  problem: string,
): ValueProblem | undefined {
  if (amount >= (range.min ?? -Infinity) && amount <= (range.max ?? Infinity)) return undefined;
  return { kind: 'range', problem, limit: describeRange(range) };
}

function thousandsOf(value: number): string {
  return value < 0 ? `-${thousands(-value)}` : thousands(value);
}

/** How long a text can be: where a parameter has no upper limit, it counts with its lower one. */
export function lengthRange(text: ResolvedText): { min: number; max: number; bounded: boolean } {
  let min = 0;
  let max = 0;
  let bounded = true;
  for (const piece of text.pieces) {
    if (typeof piece === 'string') {
      min += piece.length;
      max += piece.length;
      continue;
    }
    const type = piece.parameter.type;
    const lengths = type === undefined ? { min: 0, max: undefined } : lengthsOf(type);
    min += lengths.min;
    max += lengths.max ?? lengths.min;
    bounded &&= lengths.max !== undefined;
  }
  return { min, max, bounded };
}
