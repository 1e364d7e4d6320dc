import type { SelectionRange } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';

/** For each offset, the parts around it, from the narrowest to the file. */
export function selectionRanges(_snapshot: Snapshot, _offsets: readonly number[]): SelectionRange[] {
  return [];
}
