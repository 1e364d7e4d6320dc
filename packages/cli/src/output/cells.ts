import { visible } from './visible.js';

/** How many columns a text takes that is not plain ASCII, each character of which takes one. */
export type Measure = (text: string) => number;

const tabWidth = 4;

/** A stretch of a line, laid out in the columns of a terminal. */
export interface LaidOut {
  readonly text: string;
  /** Where the marked stretch starts, in columns from the start of `text`. */
  readonly start: number;
  /** How many columns it takes; at least one. */
  readonly width: number;
}

/**
 * Lays out a line so that the stretch between two offsets can be underlined: tabs become spaces, controls become
 * pictures, and what lies too far from the stretch is cut off.
 * @param room how many columns there are
 */
export function layOut(line: string, from: number, to: number, room: number, measure: Measure): LaidOut {
  const first = firstShown(line, from, room, measure);
  let text = first > 0 ? '…' : '';
  let column = text.length;
  let start: number | undefined;
  let end: number | undefined;
  let at = first;
  // A line may have a million characters, of which only the first few are looked at.
  for (const piece of graphemes(line.slice(first, first + room * 8))) {
    const shown = piece === '\t' ? ' '.repeat(tabWidth - (column % tabWidth)) : visible(piece);
    const width = widthOf(shown, measure);
    if (column + width > room - 1 && at + piece.length < line.length) break;
    if (at + piece.length > from) start ??= column;
    if (at >= to) end ??= column;
    text += shown;
    column += width;
    at += piece.length;
  }
  start ??= column;
  if (at < line.length) {
    end ??= column + 1;
    text += '…';
  }
  return { text, start, width: Math.max(1, (end ?? column) - start) };
}

/** Where to start so that the stretch is seen: at the start of the line if there is room, else a little before it. */
function firstShown(line: string, from: number, room: number, measure: Measure): number {
  const before = line.slice(0, Math.min(from, room));
  if (from <= room && widthOf(before, measure) <= room * 0.7) return 0;
  const first = Math.max(0, from - Math.floor(room / 4));
  return first > 0 && isLowSurrogate(line, first) ? first - 1 : first;
}

function isLowSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

function isPlain(text: string): boolean {
  return !/[^ -~]/.test(text);
}

function widthOf(text: string, measure: Measure): number {
  return isPlain(text) ? text.length : measure(text);
}

let segmenter: Intl.Segmenter | undefined;

/** What a person sees as characters: an accent belongs to its letter, and a family of emoji is one. */
function graphemes(text: string): Iterable<string> {
  if (isPlain(text.replaceAll('\t', ''))) return text;
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Breaks a text into lines of so many columns, at its spaces. */
export function wrap(text: string, room: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, measure) > room) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
