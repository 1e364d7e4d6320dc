import type { Channel } from '../routee/channels.js';

/** What can stand at a cursor, as the words before and after it tell. One place can have several of these. */
export type Slot =
  /** A new name, a mark or a number that only the author knows. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'file' }
  | { readonly kind: 'setting'; readonly flow: FlowDraft }
  | { readonly kind: 'step'; readonly flow: FlowDraft; readonly isFirst: boolean }
  | { readonly kind: 'then'; readonly flow: FlowDraft }
  | { readonly kind: 'content'; readonly flow: FlowDraft; readonly step: StepDraft }
  | {
      readonly kind: 'clause';
      readonly flow: FlowDraft;
      readonly step: StepDraft;
      readonly verb: VerbDraft | undefined;
    }
  | { readonly kind: 'flag'; readonly step: StepDraft; readonly verb: VerbDraft | undefined }
  | { readonly kind: 'verb' }
  | { readonly kind: 'status'; readonly step: StepDraft }
  | { readonly kind: 'template'; readonly flow: FlowDraft; readonly step: StepDraft }
  | { readonly kind: 'argument'; readonly flow: FlowDraft; readonly step: StepDraft }
  | { readonly kind: 'argument-value'; readonly step: StepDraft; readonly name: string }
  | { readonly kind: 'language'; readonly step: StepDraft; readonly verb: VerbDraft | undefined }
  /** @property channel nothing in a setting */
  | { readonly kind: 'sender'; readonly channel: Channel | undefined }
  | { readonly kind: 'sender-channel'; readonly has: ReadonlySet<string> }
  | { readonly kind: 'template-line'; readonly template: TemplateDraft }
  | { readonly kind: 'wording-language'; readonly template: TemplateDraft }
  | { readonly kind: 'template-name' }
  | { readonly kind: 'parameter'; readonly flow: FlowDraft }
  | { readonly kind: 'type' }
  | { readonly kind: 'type-language'; readonly has: ReadonlySet<string> }
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly of: string }
  | { readonly kind: 'duration'; readonly of: 'viber' | 'sms' | 'video' | 'links' }
  | { readonly kind: 'size' }
  /** A text between quotes. */
  | { readonly kind: 'text'; readonly of: TextRole }
  /** A text or a hole. */
  | { readonly kind: 'value'; readonly wanted: ValueRole }
  /** The name in a hole that stands alone, after its brace. */
  | { readonly kind: 'hole'; readonly wanted: ValueRole };

export type TextRole =
  | 'path'
  | 'template-id'
  | 'sender-id'
  | 'let'
  | 'default'
  | 'wording'
  | 'message'
  | 'caption'
  | 'file-name'
  | 'label'
  | 'say';
export type ValueRole = 'url' | 'https' | 'phone' | 'sip' | 'language' | { readonly argument: string };

/** What names mean around a cursor. */
export type Around =
  | { readonly kind: 'file' }
  | { readonly kind: 'let'; readonly offset: number }
  | TemplateDraft
  | FlowDraft;

export interface FlowDraft {
  readonly kind: 'flow';
  readonly offset: number;
  endpoint: 'standard' | 'transactional' | undefined;
  readonly settings: Set<string>;
  readonly steps: StepDraft[];
}

export interface TemplateDraft {
  readonly kind: 'template';
  readonly offset: number;
  readonly lines: Set<string>;
}

export interface StepDraft {
  readonly channel: Channel;
  content: 'text' | 'template' | 'verbs' | undefined;
  /** The name of its template, or the id between quotes. */
  template: string | undefined;
  readonly arguments: Set<string>;
  /** Kinds of clauses, names of flags, and `to viber` or `to sip` for those targets. */
  readonly clauses: Set<string>;
  readonly statuses: Set<string>;
}

/** A step of which nothing but its channel is known. */
export function newStep(channel: Channel): StepDraft {
  return {
    channel,
    content: undefined,
    template: undefined,
    arguments: new Set(),
    clauses: new Set(),
    statuses: new Set(),
  };
}

export interface VerbDraft {
  readonly word: 'say' | 'play';
  /** In braces, the clauses of the step stand behind them; without, among those of the verb. */
  readonly inBraces: boolean;
  readonly clauses: Set<string>;
}
