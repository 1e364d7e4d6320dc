import type { CompletionItem } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';

/** What can stand at a place, and nothing else. */
export function completion(_snapshot: Snapshot, _offset: number): CompletionItem[] {
  return [];
}
