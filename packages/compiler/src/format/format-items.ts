import type { TextEdit } from '../diagnostics/diagnostic.js';
import { type ParsedFile, parse } from '../syntax/parse.js';
import { withEdits } from '../text/edits.js';
import { endOf, type Span, sourceOf } from '../text/span.js';
import { format, readsAlike } from './format.js';
import { cutSegments } from './segments.js';

/**
 * The declarations and chains that a stretch touches, each in the one layout by itself, which costs what they cost and not
 * what the file does. What stands between them stays, and so does what is at fault.
 */
export function formatItems(file: ParsedFile, span: Span): TextEdit[] {
  const touched = cutSegments(file).filter(
    (one) => one.item !== undefined && one.offset <= endOf(span) && span.offset <= endOf(one),
  );
  const edits = touched.flatMap(({ offset, length }): TextEdit[] => {
    const alone = parse(file.uri, sourceOf(file.text, { offset, length }));
    if (alone.diagnostics.length > 0) return [];
    return [{ uri: file.uri, offset, length, text: format(alone).trimEnd() }];
  });
  if (file.diagnostics.length === 0 || edits.length === 0) return edits;
  // What can be understood of a broken file may depend on what stands around a fault.
  return readsAlike(file, parse(file.uri, withEdits(file.text, edits))) ? edits : [];
}
