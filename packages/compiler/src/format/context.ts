import type { ParsedFile } from '../syntax/parse.js';
import { type AttachedComments, type Placement, place } from './comments.js';
import { Lines } from './lines.js';
import { ValueWriter } from './values.js';

/** What writing a file needs: its source, its comments, and the lines written so far. */
export class Context {
  readonly lines = new Lines();
  readonly values: ValueWriter;
  readonly source: string;

  constructor(
    file: ParsedFile,
    readonly comments: AttachedComments,
  ) {
    this.source = file.text;
    this.values = new ValueWriter(file.text);
  }

  /** The comments of what is written on one line: the tokens from one offset to another. */
  place(start: number, end: number): Placement {
    return place(this.comments.of(start, end), start);
  }

  hasLineBreak(start: number, end: number): boolean {
    return this.source.slice(start, end).includes('\n');
  }
}
