import type { FoldingRange } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';

/** What can be folded: declarations, long texts, runs of comments and of imports. */
export function foldingRanges(_snapshot: Snapshot): FoldingRange[] {
  return [];
}
