import type { Location } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';

/** Where the name at a place is declared. */
export function definition(_snapshot: Snapshot, _offset: number): Location | undefined {
  return undefined;
}
