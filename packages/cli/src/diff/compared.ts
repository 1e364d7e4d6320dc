import type { FlowComparison } from '@failover/compiler/compare';
import type { ReadSide } from './side.js';

/** What was found, and what it takes to show it. */
export interface Compared {
  readonly old: ReadSide;
  readonly new: ReadSide;
  readonly flows: readonly FlowComparison[];
}

/** Something that has a place on one side or both. */
interface Placed {
  readonly old?: FlowComparison['old'];
  readonly new?: FlowComparison['new'];
}

/** `flows/login.failover:7`, or `main:flows/login.failover:7` where it is there no longer. */
export function shownPlace({ old, new: next }: Placed, compared: Compared): string {
  const place = next ?? old;
  if (place === undefined) return '';
  const side = next === undefined ? compared.old : compared.new;
  const line = side.sources(place.uri)?.lines.positionAt(place.offset).line ?? 1;
  return `${side.prefix}${side.nameOf(place.uri)}:${line}`;
}
