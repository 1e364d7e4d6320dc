import type { Document } from '../../workspace/document.js';

/** Packs tokens as the protocol has them: each line of a token on its own, places relative to the one before. */
export class Packer {
  readonly data: number[] = [];
  readonly #document: Document;
  #lineAt = 0;
  #line = 0;
  #character = 0;

  constructor(document: Document) {
    this.#document = document;
  }

  /** Tokens come in the order of the text. */
  add(offset: number, length: number, type: number, modifiers: number): void {
    const { text, lines } = this.#document;
    const end = offset + length;
    for (let start = offset; start < end; ) {
      while (this.#lineAt + 1 < lines.lineCount && lines.startOfLine(this.#lineAt + 2) <= start) this.#lineAt++;
      const next = this.#lineAt + 1 < lines.lineCount ? lines.startOfLine(this.#lineAt + 2) : text.length;
      let stop = Math.min(end, next);
      while (stop > start && '\r\n'.includes(text.charAt(stop - 1))) stop--;
      if (stop > start) this.#push(start, stop, type, modifiers);
      start = Math.min(end, next);
    }
  }

  #push(start: number, stop: number, type: number, modifiers: number): void {
    const [character, width] = this.#columns(start, stop);
    const isSameLine = this.#lineAt === this.#line;
    this.data.push(
      this.#lineAt - this.#line,
      isSameLine ? character - this.#character : character,
      width,
      type,
      modifiers,
    );
    this.#line = this.#lineAt;
    this.#character = character;
  }

  #columns(start: number, stop: number): [number, number] {
    const document = this.#document;
    if (document.encoding === 'utf-16') return [start - document.lines.startOfLine(this.#lineAt + 1), stop - start];
    const { character } = document.positionAt(start);
    return [character, document.positionAt(stop).character - character];
  }
}
