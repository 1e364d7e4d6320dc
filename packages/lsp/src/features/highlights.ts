import type { DocumentHighlight } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';

/** The same within the file. */
export function highlights(_snapshot: Snapshot, _offset: number): DocumentHighlight[] {
  return [];
}
