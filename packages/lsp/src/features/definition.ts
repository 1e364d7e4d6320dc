import { definitionAt, importAt } from '@failover/compiler';
import type { Location } from 'vscode-languageserver-types';
import { locationOf, type Snapshot } from '../workspace/snapshot.js';

/** Where the name at a place is declared; on the path of an import, the file that it leads to. */
export function definition(snapshot: Snapshot, offset: number): Location | undefined {
  const { program, uri } = snapshot;
  const found = importAt(program, uri, offset);
  if (found !== undefined) return locationOf(snapshot, { uri: found.target, offset: 0, length: 0 });
  const place = definitionAt(program, uri, offset);
  return place && locationOf(snapshot, place);
}
