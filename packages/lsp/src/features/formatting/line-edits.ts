import type { Span } from '@failover/compiler';
import { diffArrays } from 'diff';

export interface Replacement extends Span {
  readonly text: string;
}

/** What to replace to make one text of another, line by line. */
export function lineEdits(before: string, after: string): Replacement[] {
  if (before === after) return [];
  const edits: Replacement[] = [];
  let at = 0;
  let open: { offset: number; length: number; text: string } | undefined;
  for (const { value, added, removed } of diffArrays(linesOf(before), linesOf(after))) {
    const text = value.join('');
    if (!added && !removed) {
      open = undefined;
      at += text.length;
      continue;
    }
    if (open === undefined) {
      open = { offset: at, length: 0, text: '' };
      edits.push(open);
    }
    if (added) open.text += text;
    if (!removed) continue;
    open.length += text.length;
    at += text.length;
  }
  return edits;
}

/** Each line with its line break. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** A text whose lines end like those of another. */
export function withLineBreaks(lineBreak: '\n' | '\r\n', text: string): string {
  return lineBreak === '\r\n' ? text.replace(/\r?\n/g, lineBreak) : text;
}
