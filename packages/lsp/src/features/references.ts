import { referencesAt } from '@failover/compiler';
import type { Location } from 'vscode-languageserver-types';
import { locationOf, type Snapshot } from '../workspace/snapshot.js';

/** Every place that names what is named at a place, in every file of the project. */
export function references(snapshot: Snapshot, offset: number, withDeclaration: boolean): Location[] {
  return referencesAt(snapshot.program, snapshot.uri, offset)
    .filter(({ isDeclaration }) => withDeclaration || !isDeclaration)
    .map((place) => locationOf(snapshot, place));
}
