import type { ParsedFile } from './parse.js';
import type { Comment, Token } from './tokens.js';

/** The token that a place of a file touches: the one that starts there, else the one that lies around it or ends there. */
export function tokenAt({ tokens }: ParsedFile, offset: number): Token | undefined {
  const last = lastFrom(tokens, offset, ({ startOffset }) => startOffset);
  return last !== undefined && offset <= last.endOffset + 1 ? last : undefined;
}

/** The comment that a place of a file touches. */
export function commentAt({ comments }: ParsedFile, offset: number): Comment | undefined {
  const last = lastFrom(comments, offset, (comment) => comment.offset);
  return last !== undefined && offset <= last.offset + last.length ? last : undefined;
}

/** The last of sorted items that does not start behind an offset. */
function lastFrom<Item>(items: readonly Item[], offset: number, startOf: (item: Item) => number): Item | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) <= offset) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}
