import { crop } from '../text/crop.js';
import type { Severity } from './diagnostic.js';

/** One kind of diagnostic: its code, and how it is worded. */
export interface Definition<Params> {
  readonly code: string;
  readonly severity: Severity;
  /** A heading for its page, without the particulars. */
  readonly title: string;
  readonly why: string;
  readonly message: (params: Params) => string;
  readonly unnecessary?: boolean;
}

type Define = <Params = void>(
  code: string,
  title: string,
  why: string,
  message: (params: Params) => string,
) => Definition<Params>;

function defining(severity: Severity): Define {
  return (code, title, why, message) => ({ code, severity, title, why, message });
}

export const error = defining('error');
export const warning = defining('warning');
export const information = defining('information');
export const hint = defining('hint');

/** Marks what an editor shows faded: it could be taken out. */
export function unnecessary<Params>(definition: Definition<Params>): Definition<Params> {
  return { ...definition, unnecessary: true };
}

/** What the author wrote, of which a message shows the start. */
export function code(written: string): string {
  return `\`${crop(written)}\``;
}

/** A step of a channel, with its article: `an sms step`. */
export function aStep(channel: string): string {
  return `${channel === 'sms' ? 'an' : 'a'} ${code(channel)} step`;
}

/** A text as the start of a sentence. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A path or address, of which the end tells most. */
export function address(written: string): string {
  return `\`${crop(written, 120)}\``;
}

/** A message is read by a person: a long list is cut. */
const mostListed = 12;

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(words: readonly string[], last = 'or'): string {
  const quoted = words.map(code);
  if (quoted.length > mostListed) {
    return `${quoted.slice(0, mostListed).join(', ')} ${last} ${quoted.length - mostListed} more`;
  }
  if (quoted.length <= 1) return quoted.join('');
  return `${quoted.slice(0, -1).join(', ')} ${last} ${quoted.at(-1)}`;
}

export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : `; did you mean ${code(suggestion)}?`;
}

/** `1 part`, `2 parts`, `1,700 characters`. */
export function count(amount: number, noun: string): string {
  return `${thousands(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}

/** `1,700`. @param amount whole and not negative */
export function thousands(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, ',');
}
