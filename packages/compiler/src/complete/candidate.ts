import type { WordPlace } from '../describe/describe.js';
import type { Definition } from '../diagnostics/define.js';
import type { LetSymbol, ParameterSymbol, SenderSymbol, TemplateParameter, TemplateSymbol } from '../names/symbols.js';
import type { KnownTemplate } from '../routee/templates.js';
import type { Span } from '../text/span.js';

export type CandidateKind =
  | 'keyword'
  | 'channel'
  | 'clause'
  | 'flag'
  | 'status'
  | 'template'
  | 'language'
  | 'argument'
  | 'sender'
  | 'parameter'
  | 'let'
  | 'value'
  | 'type'
  | 'file'
  | 'code'
  | 'snippet';

/** A place of an insertion that is for the author to fill in, with what stands there until then. */
export interface Stop {
  readonly text: string;
  /** What it may be, where that is a choice; `text` is the first of them. */
  readonly choices?: readonly string[];
}

export type Insert = readonly (string | Stop)[];

/** What an editor can tell about a candidate besides its word. */
export type About =
  | { readonly kind: 'word'; readonly word: string; readonly place: WordPlace }
  | {
      readonly kind: 'symbol';
      readonly symbol: LetSymbol | ParameterSymbol | SenderSymbol | TemplateSymbol | TemplateParameter;
    }
  | { readonly kind: 'known-template'; readonly template: KnownTemplate }
  /** What a template says in a language. */
  | { readonly kind: 'wording'; readonly text: string }
  | { readonly kind: 'code'; readonly definition: Omit<Definition<never>, 'message'> };

/** One thing that can stand at a place. */
export interface Candidate {
  readonly kind: CandidateKind;
  readonly label: string;
  readonly insert: Insert;
  /** A few words beside the label: a type, languages, what a code is about. */
  readonly detail?: string | undefined;
  readonly about?: About | undefined;
  /** What comes first has the smallest; equals stand in the order of the list. */
  readonly rank: number;
  /** What the author types to choose it, where that is not how the label starts. */
  readonly filter?: string | undefined;
}

export interface Completions {
  /** What the chosen candidate takes the place of: the half-typed word, to its end. */
  readonly span: Span;
  readonly candidates: readonly Candidate[];
}

export function stop(text: string, choices?: readonly string[]): Stop {
  return choices === undefined || choices.length < 2 ? { text } : { text, choices };
}

/** The insertion with each stop as it first stands. */
export function insertedText(insert: Insert): string {
  return insert.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}
