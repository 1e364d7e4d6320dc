import type { DocumentLink } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';

/** The paths of imports, and what they lead to. */
export function documentLinks(_snapshot: Snapshot): DocumentLink[] {
  return [];
}
