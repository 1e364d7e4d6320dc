import type { Location } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';

/** Every place that names what is named at a place, in every file of the project. */
export function references(_snapshot: Snapshot, _offset: number, _withDeclaration: boolean): Location[] {
  return [];
}
