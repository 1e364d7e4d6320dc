import { type Span, spanBetween } from '../text/span.js';

/** A word of a shell command, without its quotes. */
export interface ShellWord extends Span {
  readonly text: string;
  /** Where each code unit of the text stands in the command. */
  readonly places: readonly number[];
  /** Whether the shell would put the value of a variable or the output of a command into it. */
  readonly isOpen: boolean;
}

/** Takes why a command cannot be cut into words. */
export type WordFault = (span: Span, problem: string) => void;

const escapedInDoubleQuotes = '$`"\\\n';
const ansiEscapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', "'": "'", '\\': '\\' };
const ansiCode = /(?:u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|x([0-9a-fA-F]{1,2}))/y;

/**
 * Cuts the first command of a text into words, as a POSIX shell does: quotes of both kinds, `$'…'`, backslashes, lines
 * that go on behind a backslash. Nothing, when a quote is not closed.
 */
export function readWords(text: string, fault: WordFault): readonly ShellWord[] | undefined {
  const cutter = new Cutter(text);
  const unclosed = cutter.cut();
  if (unclosed === undefined) return cutter.words;
  fault({ offset: unclosed, length: 1 }, 'this quote is not closed');
  return undefined;
}

class Cutter {
  readonly words: ShellWord[] = [];
  readonly #source: string;
  #at = 0;
  #start: number | undefined;
  #text: string[] = [];
  #places: number[] = [];
  #isOpen = false;

  constructor(source: string) {
    this.#source = source;
  }

  /** @returns where a quote opens that is not closed */
  cut(): number | undefined {
    const source = this.#source;
    while (this.#at < source.length) {
      const character = source.charAt(this.#at);
      if ('\n;|&'.includes(character)) {
        this.#endWord();
        if (this.words.length > 0) return undefined;
        this.#at++;
      } else if (/[\s\ufeff]/.test(character)) {
        this.#endWord();
        this.#at++;
      } else if (character === '\\') {
        this.#escape();
      } else {
        this.#start ??= this.#at;
        const opening = this.#at;
        if (!this.#part(character)) return opening;
      }
    }
    this.#endWord();
    return undefined;
  }

  /** A stretch in quotes, or one character. Whether it comes to an end. */
  #part(character: string): boolean {
    if (character === "'") return this.#single();
    if (character === '"') return this.#double();
    if (this.#source.startsWith("$'", this.#at)) return this.#ansi();
    this.#isOpen ||= character === '$' || character === '`';
    this.#take(character, this.#at++);
    return true;
  }

  #take(text: string, at: number): void {
    for (let unit = 0; unit < text.length; unit++) {
      this.#text.push(text.charAt(unit));
      this.#places.push(at);
    }
  }

  /** Outside of quotes: a line that goes on, or the next character as it is. */
  #escape(): void {
    const isCrlf = this.#source.startsWith('\r\n', this.#at + 1);
    if (isCrlf || this.#source.charAt(this.#at + 1) === '\n') {
      this.#at += isCrlf ? 3 : 2;
      return;
    }
    this.#start ??= this.#at;
    this.#take(this.#source.charAt(this.#at + 1), this.#at + 1);
    this.#at = Math.min(this.#at + 2, this.#source.length);
  }

  #single(): boolean {
    const end = this.#source.indexOf("'", this.#at + 1);
    if (end === -1) return false;
    for (this.#at++; this.#at < end; this.#at++) this.#take(this.#source.charAt(this.#at), this.#at);
    this.#at++;
    return true;
  }

  #double(): boolean {
    for (this.#at++; this.#at < this.#source.length; this.#at++) {
      const character = this.#source.charAt(this.#at);
      const next = this.#source.charAt(this.#at + 1);
      if (character === '"') {
        this.#at++;
        return true;
      }
      if (character === '\\' && next !== '' && escapedInDoubleQuotes.includes(next)) {
        this.#at++;
        if (next !== '\n') this.#take(next, this.#at);
        continue;
      }
      this.#isOpen ||= character === '$' || character === '`';
      this.#take(character, this.#at);
    }
    return false;
  }

  /** `$'…'`, with the escapes of C, as browsers copy a request. */
  #ansi(): boolean {
    for (this.#at += 2; this.#at < this.#source.length; this.#at++) {
      const character = this.#source.charAt(this.#at);
      if (character === "'") {
        this.#at++;
        return true;
      }
      if (character === '\\') this.#ansiEscape();
      else this.#take(character, this.#at);
    }
    return false;
  }

  #ansiEscape(): void {
    const at = this.#at;
    ansiCode.lastIndex = at + 1;
    const code = ansiCode.exec(this.#source);
    const value = Number.parseInt(code?.[1] ?? code?.[2] ?? code?.[3] ?? '', 16);
    const next = this.#source.charAt(at + 1);
    if (code !== null && value <= 0x10ffff) {
      this.#take(String.fromCodePoint(value), at);
      this.#at += code[0].length;
    } else {
      this.#take(ansiEscapes[next] ?? `\\${next}`, at);
      this.#at++;
    }
  }

  #endWord(): void {
    if (this.#start === undefined) return;
    const span = spanBetween(this.#start, this.#at);
    this.words.push({ ...span, text: this.#text.join(''), places: this.#places, isOpen: this.#isOpen });
    this.#start = undefined;
    this.#text = [];
    this.#places = [];
    this.#isOpen = false;
  }
}
