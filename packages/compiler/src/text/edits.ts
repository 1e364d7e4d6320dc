import { endOf, type Span } from './span.js';

/** A replacement of a stretch of a text. */
interface Edit extends Span {
  readonly text: string;
}

/** In the order of the text; of two at one place, the insertion first. */
export function editsInOrder<One extends Edit>(edits: readonly One[]): One[] {
  return edits.toSorted((a, b) => a.offset - b.offset || a.length - b.length);
}

/** A text with edits of it, which do not overlap, made. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of editsInOrder(edits)) {
    pieces.push(text.slice(at, edit.offset), edit.text);
    at = endOf(edit);
  }
  return pieces.join('') + text.slice(at);
}
