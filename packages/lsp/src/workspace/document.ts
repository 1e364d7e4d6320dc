import { LineIndex, type Span } from '@failover/compiler';
import type { Position, Range } from 'vscode-languageserver-types';

/** What the character of a position counts, as server and client have agreed. */
export type PositionEncoding = 'utf-16' | 'utf-8';

/** A replacement of part of a text, or of all of it where it has no range. */
export interface ContentChange {
  readonly range?: Range;
  readonly text: string;
}

/** A text at one moment, and the way between its offsets (UTF-16 units from its start) and the positions of a client. */
export class Document {
  readonly uri: string;
  readonly text: string;
  /** That of the client; nothing for a file that is not open. */
  readonly version: number | undefined;
  readonly encoding: PositionEncoding;
  #lines: LineIndex | undefined;

  constructor(uri: string, text: string, version: number | undefined, encoding: PositionEncoding) {
    this.uri = uri;
    this.text = text;
    this.version = version;
    this.encoding = encoding;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }

  /** The nearest offset of the text, whatever the position is. */
  offsetAt({ line, character }: Position): number {
    if (!(line >= 0)) return 0;
    if (line >= this.lines.lineCount) return this.text.length;
    const start = this.lines.startOfLine(line + 1);
    const content = this.lines.line(line + 1);
    const wanted = character > 0 ? character : 0;
    return start + (this.encoding === 'utf-16' ? Math.min(wanted, content.length) : unitsIn(content, wanted));
  }

  positionAt(offset: number): Position {
    const { line, column } = this.lines.positionAt(offset);
    if (this.encoding === 'utf-16') return { line: line - 1, character: column - 1 };
    const start = this.lines.startOfLine(line);
    return { line: line - 1, character: bytesOf(this.text.slice(start, start + column - 1)) };
  }

  rangeOf({ offset, length }: Span): Range {
    return { start: this.positionAt(offset), end: this.positionAt(offset + length) };
  }

  spanOf({ start, end }: Range): Span {
    const from = this.offsetAt(start);
    return { offset: from, length: Math.max(0, this.offsetAt(end) - from) };
  }

  /** The text after changes that a client reports, each of which counts on those before it. */
  changed(changes: readonly ContentChange[], version: number): Document {
    let current: Document = this;
    for (const { range, text } of changes) {
      if (range === undefined) {
        current = new Document(this.uri, text, version, this.encoding);
        continue;
      }
      const { offset, length } = current.spanOf(range);
      const whole = current.text.slice(0, offset) + text + current.text.slice(offset + length);
      current = new Document(this.uri, whole, version, this.encoding);
    }
    return current === this ? new Document(this.uri, this.text, version, this.encoding) : current;
  }
}

/** How many UTF-16 units of a line make up so many bytes; half a character counts as none of it. */
function unitsIn(line: string, bytes: number): number {
  let units = 0;
  let left = bytes;
  for (const character of line) {
    left -= bytesOf(character);
    if (left < 0) break;
    units += character.length;
  }
  return units;
}

function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
