import type { StoryText } from '@failover/compiler/story';

/** What is told, without the marks and colours that show it. Words of ours are plain strings. */

export type Inline =
  | string
  /** A name or value of the sources: of a flow, parameter, address, language. */
  | { readonly kind: 'name'; readonly text: StoryText }
  /** What a person reads or hears, within a sentence. */
  | { readonly kind: 'quote'; readonly text: StoryText }
  /** What the author wrote for readers of the source. */
  | { readonly kind: 'prose'; readonly text: string };

export type Sentence = readonly Inline[];

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Sentence }
  /** What a person reads, set apart. */
  | { readonly kind: 'wording'; readonly text: StoryText }
  | { readonly kind: 'list'; readonly items: readonly Sentence[] };

export interface Section {
  readonly title: Sentence;
  readonly blocks: readonly Block[];
}

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Sentence[])[];
}

/** One flow, told. */
export interface FlowDocument {
  readonly name: string;
  /** In which it is declared. */
  readonly file: string;
  readonly opening: readonly Block[];
  readonly steps: readonly Section[];
  readonly table: Table | undefined;
}

type Part = Inline | Sentence | number | undefined;

/** A sentence of our words, in which the values stand for what they are. */
export function say(words: TemplateStringsArray, ...values: readonly Part[]): Sentence {
  return words.flatMap((word, index): Inline[] => [...(word === '' ? [] : [word]), ...inlines(values[index])]);
}

function inlines(value: Part): readonly Inline[] {
  if (value === undefined) return [];
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && !('kind' in value) ? value : [value];
}

export function paragraph(text: Sentence): Block {
  return { kind: 'paragraph', text };
}

export function name(text: StoryText | string): Inline {
  return { kind: 'name', text: typeof text === 'string' ? [text] : text };
}

export function quote(text: StoryText): Inline {
  return { kind: 'quote', text };
}

/** Words of the compiler, in which backquotes mark names. */
export function quoted(text: string): Sentence {
  return text.split('`').map((part, index) => (index % 2 === 1 ? name(part) : part));
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly Part[], last = 'and'): Sentence {
  return items.flatMap((item, index): readonly Inline[] => {
    const before = index === 0 ? [] : [index === items.length - 1 ? ` ${last} ` : ', '];
    return [...before, ...inlines(item)];
  });
}

/** With a capital letter, where it starts with words of ours. */
export function capital([first, ...rest]: Sentence): Sentence {
  if (first === undefined) return [];
  return [typeof first === 'string' ? first.charAt(0).toUpperCase() + first.slice(1) : first, ...rest];
}
