import { takersNamed } from '../check/clauses.js';
import { clauseEntries } from './clauses.js';
import type { ClauseOwner, Description, Entries, Entry } from './description.js';
import {
  contentEntries,
  declarationEntries,
  partEntries,
  settingEntries,
  statusEntries,
  stepEntries,
  typeEntries,
  valueEntries,
} from './words.js';

/**
 * What a word is where it stands. A clause depends on what it stands on, a status on its channel, the value of a clause on
 * the clause.
 */
export type WordPlace =
  | { readonly as: 'declaration' | 'setting' | 'step' | 'content' | 'part' | 'type' }
  | { readonly as: 'clause'; readonly on?: ClauseOwner | undefined }
  | { readonly as: 'status'; readonly on: 'viber' | 'sms' | 'voice' }
  | { readonly as: 'value'; readonly of: string };

const tables = {
  declaration: declarationEntries,
  setting: settingEntries,
  step: stepEntries,
  content: contentEntries,
  part: partEntries,
  type: typeEntries,
} as const satisfies Record<string, Entries>;

/**
 * What a word of the language is for, with its field in the request, unit, limits and default, all read from the tables of
 * the API. Nothing for a word that has no meaning there. A clause on a step that does not take it is described as on the
 * first that does.
 */
export function describeWord(word: string, place: WordPlace): Description | undefined {
  switch (place.as) {
    case 'clause':
      return describeClause(word, place.on);
    case 'status':
      return described(word, own(statusEntries, place.on));
    case 'value':
      return described(word, own(valueEntries, place.of));
    default:
      return described(word, own(tables, place.as));
  }
}

function describeClause(word: string, on: ClauseOwner | undefined): Description | undefined {
  const entries = own(clauseEntries, word);
  if (entries === undefined) return undefined;
  const takenBy = ownersOf(word);
  const entry: Entry | undefined = (on && own(entries, on)) ?? takenBy.map((owner) => entries[owner]).find(Boolean);
  return entry && { word, ...entry, takenBy };
}

function described(word: string, entries: Entries | undefined): Description | undefined {
  const entry = entries && own(entries, word);
  return entry && { word, ...entry };
}

function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** What takes a clause. */
export function ownersOf(clause: string): ClauseOwner[] {
  const takers = takersNamed(clause);
  if (takers === undefined) return [];
  const owners: ClauseOwner[] = [];
  if (takers.viber === 'message' || takers.viber === 'both') owners.push('viber');
  if (takers.viber === 'template' || takers.viber === 'both') owners.push('viber template');
  if (takers.sms) owners.push('sms');
  if (takers.voice) owners.push('voice');
  return [...owners, ...(takers.verbs ?? [])];
}
