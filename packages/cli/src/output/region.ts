import type { Place, Position } from '@failover/compiler';
import type { Source } from './excerpt.js';

/** Where a stretch of a text starts, and the place just after it. Both count from 1, columns in UTF-16 units. */
export interface Region {
  readonly start: Position;
  readonly end: Position;
}

/** The region of a place. A byte order mark takes no column, as in every editor. */
export function regionOf({ offset, length }: Place, { lines }: Source): Region {
  const hasMark = lines.line(1).startsWith('\ufeff');
  const position = (at: number): Position => {
    const { line, column } = lines.positionAt(at);
    return { line, column: line === 1 && hasMark ? Math.max(1, column - 1) : column };
  };
  return { start: position(offset), end: position(offset + length) };
}
