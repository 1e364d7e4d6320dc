import type { ParsedFile } from '../syntax/parse.js';
import type { Comment } from '../syntax/tokens.js';
import { firstFrom } from '../text/first-from.js';

/**
 * A comment belongs to a token: to the one before it on its line, or, when it stands on a line of its own, to the next
 * one. So it goes wherever its token goes.
 */
export interface AttachedComment {
  readonly text: string;
  readonly ownLine: boolean;
  /** The first character of the token after it, or the last one of the token before it. */
  readonly anchor: number;
}

/** The comments of a line: those on lines before it, and what stands at its end. */
export interface Placement {
  readonly before: readonly string[];
  readonly after: string;
}

export const noComments: Placement = { before: [], after: '' };

/** Finds the comments of a stretch of the file. */
export class AttachedComments {
  readonly #attached: AttachedComment[];

  constructor(file: ParsedFile, comments: readonly Comment[]) {
    this.#attached = attach(file, comments);
  }

  /** Those of the tokens from one offset to another. */
  of(start: number, end: number): AttachedComment[] {
    return this.#attached.slice(this.#firstFrom(start), this.#firstFrom(end));
  }

  /** Those between two marks, such as parentheses: they keep what stands between them on lines of its own. */
  inside(opening: number, closing: number): boolean {
    const outside = (comment: AttachedComment) =>
      (comment.anchor === opening && comment.ownLine) || (comment.anchor === closing && !comment.ownLine);
    return this.of(opening, closing + 1).some((comment) => !outside(comment));
  }

  #firstFrom(offset: number): number {
    return firstFrom(this.#attached, offset, ({ anchor }) => anchor);
  }
}

/** Reads tokens and comments side by side, since both are in the order of the text. */
function attach({ text, tokens }: ParsedFile, comments: readonly Comment[]): AttachedComment[] {
  let next = 0;
  let seen = 0;
  let fresh = true;
  return comments.map((comment) => {
    for (; next < tokens.length && tokens.startAt(next) < comment.offset; next++) {
      seen = tokens.endAt(next);
      fresh = false;
    }
    fresh ||= text.slice(seen, comment.offset).includes('\n');
    seen = comment.offset;
    const anchor = fresh ? tokens.startAt(next) : tokens.endAt(next - 1) - 1;
    return { text: commentText(text, comment), ownLine: fresh, anchor };
  });
}

/** Without the white space at its end. */
export function commentText(source: string, comment: Comment): string {
  let end = comment.offset + comment.length;
  while (' \t\r'.includes(source.charAt(end - 1))) end--;
  return withLineFeeds(source.slice(comment.offset, end));
}

export function withLineFeeds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/**
 * Comments of tokens that are written on one line. Those in the midst of it come before those that stand before it, so
 * that a comment about the next line, such as `failover-ignore`, still stands right before it.
 */
export function place(comments: readonly AttachedComment[], start: number): Placement {
  const last = comments.at(-1);
  if (last === undefined) return noComments;
  const atEnd = (comment: AttachedComment) => !last.ownLine && !comment.ownLine && comment.anchor === last.anchor;
  const leads = (comment: AttachedComment) => comment.ownLine && comment.anchor === start;
  const midst = comments.filter((comment) => !atEnd(comment) && !leads(comment));
  return {
    before: textsOf([...midst, ...comments.filter(leads)]),
    after: textsOf(comments.filter(atEnd)).join(' '),
  };
}

function textsOf(comments: readonly AttachedComment[]): string[] {
  return comments.map((comment) => comment.text);
}
