import { firstFrom } from '../text/first-from.js';
import { endOf } from '../text/span.js';
import type { ParsedFile } from './parse.js';

/**
 * The `///` lines right before a place, without their slashes. Nothing where there are none, or something stands
 * between.
 */
export function docBefore(file: ParsedFile, offset: number): string | undefined {
  const { comments, text } = file;
  const low = firstFrom(comments, offset, (comment) => comment.offset);
  const lines: string[] = [];
  let end = offset;
  for (let index = low - 1; index >= 0; index--) {
    const comment = comments[index];
    if (comment === undefined || !/^\s*$/.test(text.slice(endOf(comment), end))) break;
    if (comment.kind === 'doc') lines.push(text.slice(comment.offset + 3, endOf(comment)).replace(/^ /, ''));
    else if (comment.kind !== 'comment') break;
    end = comment.offset;
  }
  return lines.length === 0 ? undefined : lines.reverse().join('\n').trim();
}
