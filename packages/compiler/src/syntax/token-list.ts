import type { IToken, TokenType } from 'chevrotain';
import { firstIndexFrom } from '../text/first-from.js';
import { allTokenTypes, EOF } from './tokens.js';

/** A token in a list: its type, its start, and the offset behind its last character. */
const width = 3;
/** So many tokens may have room without being there. */
const spare = 500;
const endOfFile = EOF.tokenTypeIdx as number;

const typesByNumber: TokenType[] = [];
for (const type of [EOF, ...allTokenTypes]) typesByNumber[type.tokenTypeIdx as number] = type;

/**
 * The tokens of a text, in its order, as numbers: an object for each would take as much memory as half of the tree. One is
 * made when somebody asks for it. Before the first and behind the last stands the end of the file.
 */
export class TokenList {
  /** It changes with `splice`. */
  text: string;
  length = 0;
  #numbers: Int32Array;

  constructor(text: string) {
    this.text = text;
    this.#numbers = new Int32Array(width * ((text.length >> 2) + 8));
  }

  add(type: TokenType, start: number, end: number): void {
    const at = this.length * width;
    if (at === this.#numbers.length) this.#resize(this.length * 2);
    this.#numbers[at] = type.tokenTypeIdx as number;
    this.#numbers[at + 1] = start;
    this.#numbers[at + 2] = end;
    this.length++;
  }

  /** Gives back the room for more, where it is worth it. */
  trim(): void {
    if (this.#numbers.length > width * (this.length + spare)) this.#resize(this.length);
  }

  #resize(room: number): void {
    const numbers = new Int32Array(room * width);
    numbers.set(this.#numbers.subarray(0, this.length * width));
    this.#numbers = numbers;
  }

  #has(index: number): boolean {
    return index >= 0 && index < this.length;
  }

  /** The type of a token as a number, as Chevrotain has it. */
  typeNumberAt(index: number): number {
    return this.#has(index) ? (this.#numbers[index * width] as number) : endOfFile;
  }

  typeAt(index: number): TokenType {
    return typesByNumber[this.typeNumberAt(index)] ?? EOF;
  }

  startAt(index: number): number {
    if (this.#has(index)) return this.#numbers[index * width + 1] as number;
    return index < 0 ? 0 : this.text.length;
  }

  /** The offset behind the last character. */
  endAt(index: number): number {
    if (this.#has(index)) return this.#numbers[index * width + 2] as number;
    return index < 0 ? 0 : this.text.length;
  }

  at(index: number): Token {
    return new Token(this, index);
  }

  /** The token at an index, nothing where there is none. */
  get(index: number): Token | undefined {
    return this.#has(index) ? new Token(this, index) : undefined;
  }

  change(index: number, type: TokenType): void {
    this.#numbers[index * width] = type.tokenTypeIdx as number;
  }

  /** The index of the first token that does not start before an offset. */
  firstFrom(offset: number): number {
    return firstIndexFrom(this.length, offset, (index) => this.startAt(index));
  }

  *[Symbol.iterator](): Iterator<Token> {
    for (let index = 0; index < this.length; index++) yield new Token(this, index);
  }

  /**
   * Puts the tokens of a part that was read on its own in place of those that stood there, and moves what stands behind.
   * @param start the index of the first that is replaced
   * @param end the index behind the last
   * @param offset where the part starts in the text
   * @param growth how much longer the text has become
   * @param text the whole text as it is now
   */
  splice(start: number, end: number, now: TokenList, offset: number, growth: number, text: string): void {
    const behind = start + now.length;
    const length = this.length + behind - end;
    // Room for many strokes, so that few of them copy all of it.
    if (length * width > this.#numbers.length) this.#resize(length + spare);
    const numbers = this.#numbers;
    numbers.copyWithin(behind * width, end * width, this.length * width);
    numbers.set(now.#numbers.subarray(0, now.length * width), start * width);
    moveBy(numbers, start, behind, offset);
    if (growth !== 0) moveBy(numbers, behind, length, growth);
    this.length = length;
    this.text = text;
  }
}

function moveBy(numbers: Int32Array, from: number, to: number, by: number): void {
  for (let at = from * width; at < to * width; at += width) {
    numbers[at + 1] = (numbers[at + 1] as number) + by;
    numbers[at + 2] = (numbers[at + 2] as number) + by;
  }
}

/**
 * A word, text, number or mark, as its list has it now. It must not be used after an edit that comes before it in the
 * text. `endOffset` is the offset of its last character, as Chevrotain has it.
 */
export class Token implements IToken {
  /**
   * V8 forgets how tokens are laid out in memory when it collects garbage while there is none, and with that all code that it
   * has optimized for them, which is most of the parser. So there is always one.
   */
  static readonly first = new Token(new TokenList(''), 0);

  readonly list: TokenList;
  /** In the list. */
  readonly index: number;

  constructor(list: TokenList, index: number) {
    this.list = list;
    this.index = index;
  }

  get tokenTypeIdx(): number {
    return this.list.typeNumberAt(this.index);
  }

  get tokenType(): TokenType {
    return this.list.typeAt(this.index);
  }

  get startOffset(): number {
    return this.list.startAt(this.index);
  }

  get endOffset(): number {
    return this.list.endAt(this.index) - 1;
  }

  get image(): string {
    return this.list.text.slice(this.startOffset, this.list.endAt(this.index));
  }

  /** A misspelt keyword is read as the one that was meant, once it has been reported. */
  become(type: TokenType): void {
    this.list.change(this.index, type);
  }
}
