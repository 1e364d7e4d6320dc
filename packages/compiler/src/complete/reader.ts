import { startsName } from '../syntax/characters.js';
import type { Token, TokenList } from '../syntax/token-list.js';
import { Colon, Duration, Integer, Name, Size, Text } from '../syntax/tokens.js';
import type { Around, Slot } from './slots.js';

/**
 * Reads the tokens around a cursor one after another, without the one that is being typed, and keeps what is offered at
 * the cursor.
 */
export class Reader {
  readonly slots: Slot[] = [];
  /** What stood around the cursor when its slots were offered. */
  around: Around = { kind: 'file' };
  readonly #text: string;
  readonly #tokens: TokenList;
  /** The word or number that is being typed: it is read as if it were not there. */
  readonly #typed: Token | undefined;
  readonly #isInText: boolean;
  readonly #cursor: number;
  readonly #cursorIndex: number;
  #index: number;
  /** The token at the index, which is asked for many times. */
  #next: Token | undefined;
  #isNeeded = false;

  /** @param typed the word, number or text in which the cursor is */
  constructor(text: string, tokens: TokenList, from: number, cursor: number, typed: Token | undefined) {
    this.#text = text;
    this.#tokens = tokens;
    this.#isInText = typed?.tokenType === Text;
    this.#typed = this.#isInText ? undefined : typed;
    this.#cursor = cursor;
    this.#cursorIndex = this.#past(tokens.firstFrom(typed?.startOffset ?? cursor));
    this.#index = this.#past(tokens.firstFrom(from));
    this.#next = tokens.get(this.#index);
  }

  get next(): Token | undefined {
    return this.#next;
  }

  get isAtCursor(): boolean {
    return this.#index === this.#cursorIndex;
  }

  get isPastCursor(): boolean {
    return this.#index > this.#cursorIndex;
  }

  /** The next token as the keyword it is or was meant to be, or as the name it is; empty for what is no word. */
  get word(): string {
    const token = this.next;
    return token === undefined ? '' : wordOf(token);
  }

  /** Whether the next token is the first one of its line. */
  get isOnFreshLine(): boolean {
    const token = this.next;
    if (token === undefined) return false;
    const before = this.#text.slice(this.#tokens.startAt(this.#index - 1), token.startOffset);
    return this.#index === 0 || before.includes('\n');
  }

  /** What may stand at the cursor, unless something else has to. */
  offer(slot: Slot, around: Around): void {
    if (this.isAtCursor && !this.#isNeeded) this.#add(slot, around);
  }

  /** What has to stand at the cursor: of several, one. */
  need(slot: Slot, around: Around): void {
    if (!this.isAtCursor) return;
    this.#isNeeded = true;
    this.#add(slot, around);
  }

  /** Ends a part in braces. Without its brace, what stands at the cursor belongs to it and to nothing around it. */
  endBraces(): void {
    if (!this.takeMark('}') && this.isAtCursor) this.#isNeeded = true;
  }

  #add(slot: Slot, around: Around): void {
    this.slots.push(slot);
    this.around = around;
  }

  take(): Token | undefined {
    const token = this.#next;
    if (token !== undefined) {
      this.#index = this.#past(this.#index + 1);
      this.#next = this.#tokens.get(this.#index);
    }
    return token;
  }

  takeMark(mark: string): boolean {
    if (this.next?.image !== mark) return false;
    this.take();
    return true;
  }

  takeKeyword(...words: readonly string[]): string | undefined {
    const { word } = this;
    if (!words.includes(word)) return undefined;
    this.take();
    return word;
  }

  /** A name. What stands behind a cursor that waits for one is what follows it, whatever it is. */
  takeName(): string | undefined {
    const token = this.next;
    if (token === undefined || (this.isAtCursor && token.startOffset > this.#cursor) || !isWord(token))
      return undefined;
    this.take();
    return token.image;
  }

  /** A name that a colon follows. */
  get nameOfPair(): string | undefined {
    const token = this.next;
    const isPair = token !== undefined && isWord(token) && this.#tokens.typeAt(this.#index + 1) === Colon;
    return isPair ? token.image : undefined;
  }

  takeNameOfPair(): string | undefined {
    const name = this.nameOfPair;
    if (name !== undefined) this.take();
    return name;
  }

  takeText(): Token | undefined {
    return this.next?.tokenType === Text ? this.take() : undefined;
  }

  /** Whether a text that is wanted here would be a second one. The one with the cursor in it is not yet. */
  get hasText(): boolean {
    return this.next?.tokenType === Text && !(this.#isInText && this.isAtCursor);
  }

  get isNumber(): boolean {
    const type = this.next?.tokenType;
    return (
      type !== undefined &&
      (type === Integer || type === Duration || type === Size || /^[-\d]/.test(this.next?.image ?? ''))
    );
  }

  takeNumber(): boolean {
    if (!this.isNumber) return false;
    this.take();
    return true;
  }

  #past(index: number): number {
    return index === this.#typed?.index ? index + 1 : index;
  }
}

export function isWord(token: Token): boolean {
  return startsName(token.image, 0);
}

function wordOf(token: Token): string {
  if (token.tokenType === Name) return token.image;
  const label = token.tokenType.LABEL;
  return label !== undefined ? label : isWord(token) ? token.image : '';
}
