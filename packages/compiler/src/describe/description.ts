import type { Channel } from '../routee/channels.js';
import { channels } from '../routee/channels.js';

/** What a clause can stand on. A Viber step with a template takes others than one with a message of its own. */
export type ClauseOwner = 'viber' | 'viber template' | 'sms' | 'voice' | 'say' | 'play';

/** What a word of the language is for, in plain text where `…` quotes what one writes or sends. */
export interface Description {
  readonly word: string;
  /** How it is written, such as `ttl 10m`. */
  readonly syntax: string;
  /** What it does, in a sentence or two. */
  readonly summary: string;
  /** Its field in the request, from the step, verb or request that it belongs to: `message.imageUrl`. */
  readonly field?: string;
  /** Of the field, where that is a number. */
  readonly unit?: string;
  readonly limits?: string;
  /** What a status or value is called in the request: `NoAnswer`. */
  readonly api?: string;
  /** What holds when it is not written. */
  readonly default?: string;
  /** What takes it; nothing where it belongs to no step. */
  readonly takenBy?: readonly ClauseOwner[];
}

export type Entry = Omit<Description, 'word' | 'takenBy'>;
export type Entries = Readonly<Record<string, Entry>>;

/** What the clauses of a step stand on: its channel, and for Viber whether it sends a template. */
export function ownerOf(channel: Channel, hasTemplate: boolean): ClauseOwner {
  return channel === 'viber' && hasTemplate ? 'viber template' : channel;
}

/** What takes a clause, as a person would list it. */
export function ownerName(owner: ClauseOwner): string {
  if (owner === 'viber') return '`viber` with a message (standard)';
  if (owner === 'viber template') return '`viber template` (transactional)';
  return channels.some((channel) => channel === owner) ? `\`${owner}\`` : `\`${owner}\` in a call`;
}
