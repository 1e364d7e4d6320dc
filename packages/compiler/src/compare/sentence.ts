import { crop } from '../text/crop.js';

/** What somebody wrote, as it stands in a sentence: who shows the sentence decides how to keep it apart from our words. */
export interface Quoted {
  readonly quoted: string;
}

/** A sentence in plain words, with what somebody wrote in it. It starts with a small letter and has no full stop. */
export type Sentence = readonly (string | Quoted)[];

/** A text may be a thousand characters long; a sentence shows its start. */
const longestQuote = 120;

export function quote(text: string): Quoted {
  return { quoted: crop(text, longestQuote) };
}

/** Puts a sentence together; what is undefined says nothing. */
export function say(
  words: TemplateStringsArray,
  ...values: readonly (string | Quoted | Sentence | undefined)[]
): Sentence {
  const parts = words.flatMap((word, index) => [word, values[index] ?? '']).flat();
  return parts.filter((part) => part !== '');
}

/** Words of ours that quote with backticks, as messages do. */
export function sentenceOf(text: string): Sentence {
  return text.split('`').flatMap((part, index) => (part === '' ? [] : [index % 2 === 0 ? part : { quoted: part }]));
}

/** Sentences as a list: `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly Sentence[], last: 'and' | 'or' = 'and'): Sentence {
  return items.flatMap((item, index) => {
    if (index === 0) return item;
    return [index === items.length - 1 ? ` ${last} ` : ', ', ...item];
  });
}

/** The sentence as messages write it, with backticks around what is quoted. */
export function plain(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part : `\`${part.quoted}\``)).join('');
}
