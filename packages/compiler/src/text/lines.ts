/** A place in a text as a person names it: both count from 1, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds lines by offset. Lines end in LF or CRLF; a CR alone ends none. */
export class LineIndex {
  readonly text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.text = text;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offsets outside the text count as its nearest end. */
  positionAt(offset: number): Position {
    const wanted = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= wanted) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: wanted - (this.#starts[low] ?? 0) + 1 };
  }

  /** The offset at which a line starts; lines outside the text count as its nearest end. */
  startOfLine(line: number): number {
    if (line < 1) return 0;
    return this.#starts[line - 1] ?? this.text.length;
  }

  /** The text of a line without its line break. */
  line(line: number): string {
    const start = this.startOfLine(line);
    const end = this.#starts[line] === undefined ? this.text.length : this.startOfLine(line + 1) - 1;
    return this.text.slice(start, this.text[end - 1] === '\r' ? end - 1 : end);
  }
}
