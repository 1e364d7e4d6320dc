import type { Hover } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';

/** What is at a place: a clause, a template, a text, a ttl, a status, a name, a code in an ignore comment. */
export function hover(_snapshot: Snapshot, _offset: number): Hover | undefined {
  return undefined;
}
