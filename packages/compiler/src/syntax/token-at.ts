import { firstFrom } from '../text/first-from.js';
import { endOf, type Span } from '../text/span.js';
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

/** The tokens within a stretch of a file, in the order of the text. */
export function tokensIn({ tokens }: ParsedFile, span: Span): Token[] {
  const first = firstFrom(tokens, span.offset, ({ startOffset }) => startOffset);
  return tokens.slice(
    first,
    firstFrom(tokens, endOf(span), ({ startOffset }) => startOffset),
  );
}

/** The last of sorted items that does not start behind an offset. */
function lastFrom<Item>(items: readonly Item[], offset: number, startOf: (item: Item) => number): Item | undefined {
  return items[firstFrom(items, offset + 1, startOf) - 1];
}
