import type { ParsedFile } from '../syntax/parse.js';
import type { Token } from '../syntax/token-list.js';
import type { Comment } from '../syntax/tokens.js';
import { Text } from '../syntax/tokens.js';
import { firstFrom } from '../text/first-from.js';
import { endOf, type Span, spanBetween } from '../text/span.js';
import { isWord } from './reader.js';

/** What a cursor stands in. */
export type Cursor =
  | { readonly kind: 'comment'; readonly comment: Comment }
  /** Between words, or in one that is being typed. */
  | { readonly kind: 'word'; readonly typed: Token | undefined; readonly span: Span }
  /** Between the quotes of a text. */
  | { readonly kind: 'text'; readonly typed: Token; readonly content: Span };

export function cursorAt(file: ParsedFile, offset: number): Cursor {
  const comment = commentAt(file, offset);
  if (comment !== undefined) return { kind: 'comment', comment };
  const token = file.tokens.get(file.tokens.firstFrom(offset) - 1);
  if (token !== undefined) {
    const end = token.startOffset + token.image.length;
    if (token.tokenType === Text) {
      const content = contentOf(token);
      if (content.offset <= offset && offset <= endOf(content)) return { kind: 'text', typed: token, content };
    } else if (offset <= end && (isWord(token) || /^[-\d]/.test(token.image))) {
      return { kind: 'word', typed: token, span: spanBetween(token.startOffset, end) };
    }
  }
  return { kind: 'word', typed: undefined, span: { offset, length: 0 } };
}

/** A comment of one line goes on at its end; one of another language that is closed does not. */
function commentAt({ comments, text }: ParsedFile, offset: number): Comment | undefined {
  const comment = comments[firstFrom(comments, offset, (one) => one.offset) - 1];
  if (comment === undefined) return undefined;
  const end = endOf(comment);
  const isClosed = comment.kind === 'foreign' && text.startsWith('/*', comment.offset) && text.endsWith('*/', end);
  return offset < end || (offset === end && !isClosed) ? comment : undefined;
}

/** What stands between the quotes, of which the last may be missing. */
function contentOf({ image, startOffset }: Token): Span {
  const quotes = image.startsWith('"""') ? 3 : 1;
  const isClosed = image.length >= 2 * quotes && /["'`”“’»]$/.test(image) && !endsEscaped(image);
  return spanBetween(startOffset + quotes, startOffset + image.length - (isClosed ? quotes : 0));
}

function endsEscaped(image: string): boolean {
  let backslashes = 0;
  while (image.charAt(image.length - 2 - backslashes) === '\\') backslashes++;
  return backslashes % 2 === 1;
}
