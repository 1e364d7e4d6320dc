import type { DocumentSymbol } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';

/** The outline of a file: declarations, and the steps of each flow. */
export function documentSymbols(_snapshot: Snapshot): DocumentSymbol[] {
  return [];
}
