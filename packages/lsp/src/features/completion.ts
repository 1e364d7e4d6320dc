import { completionsAt } from '@failover/compiler';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';
import { itemOf } from './completion/item.js';

/**
 * What can stand at a place, and nothing else.
 * @param typed the character that made the client ask; nothing where its user did, or is within a word
 */
export function completion(snapshot: Snapshot, offset: number, typed?: string): CompletionItem[] {
  const { program, uri, project } = snapshot;
  const { span, candidates } = completionsAt(program, uri, offset, { files: project.uris, typed });
  const range = snapshot.document.rangeOf(span);
  return candidates.map((candidate, index) => itemOf(candidate, index, range, snapshot));
}
