import type { Channel } from '../routee/channels.js';
import type { Place } from '../text/span.js';
import type { Sentence } from './sentence.js';

/** Every kind of change, what matters most first: that is the order in which the changes of a flow are told. */
export const changeKinds = [
  // The flow as a whole
  'flow-removed',
  'flow-broken',
  'flow-not-compared',
  'flow-mended',
  'flow-added',
  'flow-renamed',
  'endpoint',
  // What callers must do otherwise, or nothing is sent at all
  'parameter-added',
  'parameter-removed',
  'parameter-renamed',
  'parameter-required',
  'parameter-narrowed',
  // Which steps there are, when they come and what moves them on
  'step-removed',
  'step-added',
  'step-channel',
  'step-moved',
  'never-reached',
  'moves-on',
  'start',
  'duration',
  // Who gets what from whom
  'recipient',
  'sender',
  'template',
  'language',
  'wording',
  'argument',
  'parts',
  'call',
  'image',
  'button',
  'file',
  'video',
  'links',
  'ttl',
  'devices',
  'flag',
  'machine',
  // What the person does not notice
  'parameter-optional',
  'parameter-widened',
  'parameter-default',
  'callback',
  'inbound',
  'label',
  'seq',
  'field',
  'not-compared',
  'same-effect',
] as const;

export type ChangeKind = (typeof changeKinds)[number];

export interface Change {
  readonly kind: ChangeKind;
  readonly sentence: Sentence;
  /** Where it stood, and where it stands. At least one of them is there. */
  readonly old?: Place | undefined;
  readonly new?: Place | undefined;
  /** The step it is about: its place in the chain before and after, from 1. */
  readonly step?: StepRef | undefined;
  readonly parameter?: string | undefined;
  /** Texts that the sentence is too short for, with holes as the language writes them. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

export interface StepRef {
  readonly channel: Channel;
  readonly old?: number | undefined;
  readonly new?: number | undefined;
}

/** The flow before, after, or both. */
export interface FlowComparison {
  /** Its name now; the old one where it is gone. */
  readonly name: string;
  /** Its file, as the host names it, relative to what is compared. */
  readonly file: string;
  readonly old: Place | undefined;
  readonly new: Place | undefined;
  /** What matters most first; never empty. */
  readonly changes: readonly Change[];
}

const ranks = new Map(changeKinds.map((kind, rank) => [kind, rank]));

export function rankOf(kind: ChangeKind): number {
  return ranks.get(kind) ?? changeKinds.length;
}

/** What matters most first; what matters as much stays in its order. */
export function inOrder(changes: readonly Change[]): Change[] {
  return changes.toSorted((a, b) => rankOf(a.kind) - rankOf(b.kind));
}
