import type { ParsedFile } from '../syntax/parse.js';
import { commentAt } from '../syntax/token-at.js';
import { touches } from '../text/span.js';
import { type Ignore, ignoresOf } from './ignores.js';

/** The code of an ignore comment at a place, or its word where it has none. */
export function ignoreAt(parsed: ParsedFile, offset: number): Ignore | undefined {
  const comment = commentAt(parsed, offset);
  if (comment?.kind !== 'comment') return undefined;
  const { text, tree } = parsed;
  return ignoresOf({ text, tree, comments: [comment] }).find((one) => touches(one, offset));
}
