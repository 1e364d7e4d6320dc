import { noComments, type Placement } from './comments.js';

/** How many columns a line may have; what cannot be broken is longer. */
export const width = 100;

/** The lines of the formatted file, as they are written. */
export class Lines {
  readonly #lines: string[] = [];
  #lead: readonly string[] = [];

  /** Comments that the next line has before it already, with blank lines among them as empty strings. */
  lead(lines: readonly string[]): void {
    this.#lead = lines;
  }

  line(indent: number, text: string, { before, after }: Placement = noComments): void {
    this.comments(indent, before);
    for (const line of this.#lead) this.#lines.push(line);
    this.#lead = [];
    this.#lines.push(' '.repeat(indent) + text + (after === '' ? '' : ` ${after}`));
  }

  /** A line that starts with a closing mark: comments before it belong to what it closes. */
  closing(indent: number, text: string, { before, after }: Placement): void {
    this.comments(indent + 2, before);
    this.line(indent, text, { before: [], after });
  }

  comments(indent: number, comments: readonly string[]): void {
    for (const comment of comments) this.#lines.push(' '.repeat(indent) + comment);
  }

  blank(): void {
    this.#lines.push('');
  }

  toString(): string {
    return this.#lines.length === 0 ? '' : `${this.#lines.join('\n')}\n`;
  }
}

export function fits(indent: number, text: string): boolean {
  return !text.includes('\n') && indent + text.length <= width;
}
