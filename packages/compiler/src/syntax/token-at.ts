import { firstFrom } from '../text/first-from.js';
import { endOf, type Span } from '../text/span.js';
import type { ParsedFile } from './parse.js';
import type { Token } from './token-list.js';
import type { Comment } from './tokens.js';

/** The token that a place of a file touches: the one that starts there, else the one that lies around it or ends there. */
export function tokenAt({ tokens }: ParsedFile, offset: number): Token | undefined {
  const last = tokens.firstFrom(offset + 1) - 1;
  return offset <= tokens.endAt(last) ? tokens.get(last) : undefined;
}

/** The comment that a place of a file touches. */
export function commentAt({ comments }: ParsedFile, offset: number): Comment | undefined {
  const last = comments[firstFrom(comments, offset + 1, (comment) => comment.offset) - 1];
  return last !== undefined && offset <= last.offset + last.length ? last : undefined;
}

/** The tokens within a stretch of a file, in the order of the text. */
export function tokensIn({ tokens }: ParsedFile, span: Span): Token[] {
  const end = tokens.firstFrom(endOf(span));
  const found: Token[] = [];
  for (let index = tokens.firstFrom(span.offset); index < end; index++) found.push(tokens.at(index));
  return found;
}
