import type { LineIndex, Place } from '@failover/compiler';
import { layOut, type Measure } from './cells.js';
import type { Colours } from './colours.js';
import { visible } from './visible.js';

/** A file that findings point into. */
export interface Source {
  /** As it is shown. */
  readonly name: string;
  readonly lines: LineIndex;
}

export interface Style {
  readonly colours: Colours;
  /** How many columns there are. */
  readonly columns: number;
  readonly measure: Measure;
}

/** A stretch of a source to be underlined. */
export interface Mark {
  readonly source: Source;
  readonly place: Place;
  /** Underlines one column. */
  readonly sign: string;
  readonly paint: (text: string) => string;
  /** Stands after the underline. */
  readonly label?: string;
}

/** A stretch of more lines than this is shown by its first two and its last. */
const mostLines = 4;

/** A mark with the lines that it covers, and where it starts and ends in the first and the last. */
interface Covering {
  readonly mark: Mark;
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/** How wide the column of line numbers must be. */
export function gutterOf(marks: readonly Mark[]): number {
  return Math.max(1, ...marks.map((mark) => String(coveringOf(mark).last).length));
}

/**
 * The lines that marks are on: a heading for each file, each line once, and the underlines below it. The first mark is
 * what it is about.
 */
export function excerpt(marks: readonly Mark[], gutter: number, style: Style): string[] {
  const margin = new Margin(gutter, style);
  const files = new Map<string, Mark[]>();
  for (const mark of marks) files.set(mark.place.uri, [...(files.get(mark.place.uri) ?? []), mark]);
  return [...files.values()].flatMap((group, index) => {
    const [first] = group;
    return first === undefined
      ? []
      : [margin.heading(index === 0 ? '┌─' : '├─', placeName(first)), ...fileLines(group, margin)];
  });
}

/** `login.failover:3:14` */
function placeName({ source, place }: Mark): string {
  const { line, column } = source.lines.positionAt(place.offset);
  return `${visible(source.name)}:${line}:${column}`;
}

function fileLines(marks: readonly Mark[], margin: Margin): string[] {
  const lines: string[] = [];
  let shown: number | undefined;
  for (const group of byLine(marks.map(coveringOf), margin)) {
    const { first, last, mark } = group[0] as Covering;
    if (shown !== undefined && first !== shown + 1) lines.push(margin.gap());
    if (shown === undefined) lines.push(...lineBefore(mark.source, first, margin));
    lines.push(...(last > first ? severalLines(group[0] as Covering, margin) : oneLine(group, margin)));
    shown = last;
  }
  return lines;
}

function coveringOf(mark: Mark): Covering {
  const { lines } = mark.source;
  const start = lines.positionAt(mark.place.offset);
  const end = lines.positionAt(mark.place.offset + mark.place.length);
  // A stretch that ends with a line break ends on the line before.
  const isWhole = end.line > start.line && end.column === 1;
  const last = isWhole ? end.line - 1 : end.line;
  return { mark, first: start.line, last, from: start.column - 1, to: isWhole ? Infinity : end.column - 1 };
}

/** Marks on one line are shown together, unless the line is too long to be seen as a whole. */
function byLine(coverings: readonly Covering[], { room }: Margin): Covering[][] {
  const groups: Covering[][] = [];
  for (const one of coverings.toSorted((a, b) => a.first - b.first)) {
    const before = groups.at(-1);
    const [other] = before ?? [];
    const isTogether = other?.first === one.first && other.last === one.first && one.last === one.first;
    if (isTogether && one.mark.source.lines.line(one.first).length <= room) before?.push(one);
    else groups.push([one]);
  }
  return groups;
}

function oneLine(group: readonly Covering[], margin: Margin): string[] {
  const rows: string[] = [];
  let text = '';
  for (const { mark, first, from, to } of group) {
    const shown = layOut(...withoutByteOrderMark(mark.source, first, from, to), margin.room, margin.style.measure);
    text = shown.text;
    const label = mark.label === undefined ? '' : ` ${visible(mark.label)}`;
    rows.push(`${margin.bar()}${' '.repeat(shown.start)}${mark.paint(mark.sign.repeat(shown.width) + label)}`);
  }
  const [{ first } = { first: 0 }] = group;
  return [`${margin.number(first)}${text}`.trimEnd(), ...rows];
}

function severalLines({ mark, first, last }: Covering, margin: Margin): string[] {
  const { paint, source, label } = mark;
  const show = (line: number, edge: string) => {
    const { text } = layOut(...withoutByteOrderMark(source, line, 0, 0), margin.room - 2, margin.style.measure);
    return `${margin.number(line)}${paint(edge)} ${text}`.trimEnd();
  };
  const isLong = last - first + 1 > mostLines;
  const middle = isLong ? [first + 1] : Array.from({ length: last - first - 1 }, (_, index) => first + 1 + index);
  return [
    show(first, '╭'),
    ...middle.map((line) => show(line, '│')),
    ...(isLong ? [`${margin.bar()}${paint('┆')}`] : []),
    show(last, '╰'),
    ...(label === undefined ? [] : [`${margin.bar()}${paint(visible(label))}`]),
  ];
}

/** An empty line says nothing of where it is: the last line before it that has words does. */
function lineBefore(source: Source, line: number, margin: Margin): string[] {
  if (source.lines.line(line).trim() !== '') return [];
  for (let before = line - 1; before > 0; before--) {
    if (source.lines.line(before).trim() === '') continue;
    const { text } = layOut(...withoutByteOrderMark(source, before, 0, 0), margin.room, margin.style.measure);
    const shown = `${margin.number(before)}${text}`.trimEnd();
    return before === line - 1 ? [shown] : [shown, margin.gap()];
  }
  return [];
}

/** A line with a stretch of it. A byte order mark at the start of a file is not worth a column. */
function withoutByteOrderMark({ lines }: Source, line: number, from: number, to: number): [string, number, number] {
  const text = lines.line(line);
  const end = Math.min(to, text.length);
  if (line !== 1 || !text.startsWith('\ufeff')) return [text, from, end];
  return [text.slice(1), Math.max(0, from - 1), Math.max(0, end - 1)];
}

/** What stands left of the source: the number of a line, or nothing. */
export class Margin {
  readonly style: Style;
  /** How many columns are left for the source. */
  readonly room: number;
  readonly #gutter: number;

  constructor(gutter: number, style: Style) {
    this.style = style;
    this.room = Math.max(30, style.columns - gutter - 3);
    this.#gutter = gutter;
  }

  number(line: number, sign = '│'): string {
    return this.style.colours.dim(`${String(line).padStart(this.#gutter)} ${sign} `);
  }

  bar(): string {
    return this.style.colours.dim(`${' '.repeat(this.#gutter)} │ `);
  }

  /** Stands for lines that are not shown. */
  gap(): string {
    return this.style.colours.dim(`${' '.repeat(this.#gutter)} ┆`);
  }

  heading(corner: string, text: string): string {
    const { dim, cyan } = this.style.colours;
    return `${dim(`${' '.repeat(this.#gutter)} ${corner}`)} ${cyan(text)}`;
  }

  /** The columns before a note. */
  get indent(): string {
    return ' '.repeat(this.#gutter + 1);
  }
}
