import { type AnySymbol, documentationOf } from '@failover/compiler';
import type { Snapshot } from '../../workspace/snapshot.js';
import type { Prose } from './prose.js';

/** The `///` lines of a name. */
export function describeDocumentation(snapshot: Snapshot, symbol: AnySymbol, prose: Prose): void {
  const documentation = documentationOf(snapshot.program, symbol);
  if (documentation !== undefined) prose.paragraph(prose.user(documentation));
}
