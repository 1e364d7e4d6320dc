import { completionsAt } from '@failover/compiler';
import type { CompletionList } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';
import { itemDefaultsFor, itemOf } from './completion/item.js';

/**
 * What can stand at a place, and nothing else.
 * @param typed the character that made the client ask; nothing where its user did, or is within a word
 */
export function completion(snapshot: Snapshot, offset: number, typed?: string): CompletionList {
  const { program, uri, project, client } = snapshot;
  const { span, candidates } = completionsAt(program, uri, offset, { files: project.uris, typed });
  const range = snapshot.document.rangeOf(span);
  const itemDefaults = client.itemDefaults ? itemDefaultsFor(range, client) : undefined;
  const items = candidates.map((candidate, index) => itemOf(candidate, index, range, snapshot, itemDefaults));
  return { isIncomplete: false, ...(itemDefaults && { itemDefaults }), items };
}
