import { endOf, format, formatItems, lineBreakOf, type Span, tokenAt } from '@failover/compiler';
import type { TextEdit } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';
import { indentation } from './formatting/indentation.js';
import { lineEdits, type Replacement, withLineBreaks } from './formatting/line-edits.js';

/** Edits that bring the file into its one layout. Lines that stay as they are are not touched, so that cursors stay. */
export function formatting(snapshot: Snapshot): TextEdit[] {
  const { text } = snapshot.document;
  const formatted = withLineBreaks(lineBreakOf(text), format(snapshot.parsed));
  // The formatter writes no byte order mark; whether there is one is not a matter of layout.
  const start = text.startsWith('\ufeff') && !formatted.startsWith('\ufeff') ? '\ufeff' : '';
  return editsOf(snapshot, lineEdits(text, start + formatted));
}

/** The same for the declarations and chains that a stretch touches. */
export function rangeFormatting(snapshot: Snapshot, span: Span): TextEdit[] {
  const { text } = snapshot.document;
  const edits = formatItems(snapshot.parsed, span).flatMap((item) => {
    const start = lineStart(text, item.offset);
    const before = text.slice(start, endOf(item));
    return lineEdits(before, withLineBreaks(lineBreakOf(text), item.text)).map((edit) => ({
      ...edit,
      offset: edit.offset + start,
    }));
  });
  return editsOf(snapshot, edits);
}

/** The same after `}` or a new line was typed, right before the offset. */
export function onTypeFormatting(snapshot: Snapshot, offset: number, typed: string): TextEdit[] {
  const { parsed } = snapshot;
  if (typed === '}') {
    const item = parsed.tree.items.find((one) => one.offset + one.length === offset);
    // While something in it is at fault, it is still being written.
    const isBroken = parsed.diagnostics.some(
      (one) => item !== undefined && item.offset <= one.offset && one.offset <= offset,
    );
    return item === undefined || isBroken ? [] : rangeFormatting(snapshot, { offset, length: 0 });
  }
  const token = tokenAt(parsed, offset);
  // The lines of a text are its own.
  if (token !== undefined && token.startOffset < offset && offset <= token.endOffset) return [];
  const edit = indentation(snapshot.document.text, offset);
  return edit === undefined ? [] : editsOf(snapshot, [edit]);
}

/** From where only white space stands before a place. */
function lineStart(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return text.slice(start, offset).trim() === '' ? start : offset;
}

function editsOf({ document }: Snapshot, edits: readonly Replacement[]): TextEdit[] {
  return edits.map((edit) => ({ range: document.rangeOf(edit), newText: edit.text }));
}
