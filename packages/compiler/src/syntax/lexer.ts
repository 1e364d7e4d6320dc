import {
  BadNumber,
  Colon,
  Comma,
  type Comment,
  DotDot,
  Duration,
  Equals,
  Integer,
  LeftBrace,
  LeftParen,
  RightBrace,
  RightParen,
  Size,
  Text,
  Token,
  typeOfWord,
} from './tokens.js';

/**
 * Cuts a text into tokens and comments. What is neither, nor white space, becomes a fault and no token, so that the
 * parser never meets it. Written by hand: a text with holes, one that is not closed and a number with units each end
 * where a person would say they end, and it costs a third of a table of regular expressions.
 */

export type LexicalFaultKind =
  | 'character'
  | 'unclosed-text'
  | 'unclosed-long-text'
  | 'foreign-quotes'
  | 'foreign-comment'
  | 'unclosed-comment';

export interface LexicalFault {
  readonly kind: LexicalFaultKind;
  readonly offset: number;
  readonly length: number;
}

export interface Lexed {
  readonly tokens: Token[];
  readonly comments: Comment[];
  readonly faults: LexicalFault[];
}

const marks = new Map([
  [0x7b, LeftBrace],
  [0x7d, RightBrace],
  [0x28, LeftParen],
  [0x29, RightParen],
  [0x2c, Comma],
  [0x3a, Colon],
  [0x3d, Equals],
]);

/** Quotes that other places use, and what closes them. */
const foreignQuotes = new Map([
  [0x27, "'"],
  [0x60, '`'],
  [0x201c, '”“"'],
  [0x201d, '”"'],
  [0x201e, '“”"'],
  [0x2018, '’'],
  [0xab, '»'],
]);

const nameTail = /[\p{L}\p{M}\p{Nd}_]*(?:-[\p{L}\p{Nd}_][\p{L}\p{M}\p{Nd}_]*)*/uy;
const nameStart = /[\p{L}_]/uy;
const numberRest = /[\p{L}\p{M}\p{Nd}_]*(?:\.\d[\p{L}\p{M}\p{Nd}_]*)*/uy;
const spaceRun = /[ \t\r\n]+/y;
/** A line on which a text that was never closed cannot go on. */
const freshStart = /\n[ \t]*(?:then[ \t]|\}|(?:import|let|sender|template|flow|standard|transactional)[ \t])/g;

export function lex(text: string): Lexed {
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  const faults: LexicalFault[] = [];
  const end = text.length;
  /** How far each foreign quote has been looked for in vain, so that a line full of them is read once. */
  const unclosedUntil = new Map<number, number>();
  let hasBlockEnd = true;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      at = matchEnd(spaceRun, text, at);
    } else if (isAsciiLetter(code)) {
      at = word(at);
    } else if (code === 0x22) {
      at = quoted(at);
    } else if (isDigit(code) || (code === 0x2d && isDigit(text.charCodeAt(at + 1)))) {
      const stop = matchEnd(numberRest, text, at + 1);
      const image = text.slice(at, stop);
      tokens.push(new Token(image, at, typeOfNumber(image)));
      at = stop;
    } else if (marks.has(code)) {
      tokens.push(new Token(text.charAt(at), at, marks.get(code) ?? Comma));
      at += 1;
    } else if (code === 0x2f && text.charCodeAt(at + 1) === 0x2f) {
      const stop = endOfLine(at);
      const doc = text.charCodeAt(at + 2) === 0x2f && text.charCodeAt(at + 3) !== 0x2f;
      comments.push({ kind: doc ? 'doc' : 'comment', offset: at, length: stop - at });
      at = stop;
    } else if (code === 0x2e && text.charCodeAt(at + 1) === 0x2e) {
      tokens.push(new Token('..', at, DotDot));
      at += 2;
    } else {
      at = other(at, code);
    }
  }
  return { tokens, comments, faults };

  function word(start: number): number {
    const stop = endOfName(text, start);
    const image = text.slice(start, stop);
    tokens.push(new Token(image, start, typeOfWord(image)));
    return stop;
  }

  function quoted(start: number): number {
    const long = text.startsWith('"""', start);
    const stop = long ? endOfLongText(start) : endOfText(start);
    tokens.push(new Token(text.slice(start, stop), start, Text));
    return stop;
  }

  function endOfText(start: number): number {
    for (let i = start + 1; i < end; i++) {
      const code = text.charCodeAt(i);
      if (code === 0x22) return i + 1;
      if (code === 0x5c && text.charCodeAt(i + 1) !== 0x0a && text.charCodeAt(i + 1) !== 0x0d) i++;
      else if (code === 0x0a) break;
    }
    const stop = endOfLine(start);
    faults.push({ kind: 'unclosed-text', offset: start, length: stop - start });
    return stop;
  }

  function endOfLongText(start: number): number {
    for (let i = text.indexOf('"""', start + 3); i !== -1; i = text.indexOf('"""', i + 1)) {
      if (!isEscaped(i)) return i + 3;
    }
    freshStart.lastIndex = start;
    const next = freshStart.exec(text);
    const stop = trimEnd(start + 3, next === null ? end : next.index);
    faults.push({ kind: 'unclosed-long-text', offset: start, length: stop - start });
    return stop;
  }

  function isEscaped(offset: number): boolean {
    let backslashes = 0;
    while (text.charCodeAt(offset - 1 - backslashes) === 0x5c) backslashes++;
    return backslashes % 2 === 1;
  }

  function trimEnd(start: number, stop: number): number {
    let trimmed = stop;
    while (trimmed > start && ' \t\r\n'.includes(text.charAt(trimmed - 1))) trimmed--;
    return trimmed;
  }

  function endOfLine(start: number): number {
    const newline = text.indexOf('\n', start);
    if (newline === -1) return end;
    return text.charCodeAt(newline - 1) === 0x0d && newline - 1 >= start ? newline - 1 : newline;
  }

  function other(start: number, code: number): number {
    if (startsName(start)) return word(start);
    const closing = foreignQuotes.get(code);
    if (closing !== undefined && start >= (unclosedUntil.get(code) ?? 0)) {
      const stop = endOfForeignText(start, closing);
      if (stop !== undefined) {
        faults.push({ kind: 'foreign-quotes', offset: start, length: stop - start });
        tokens.push(new Token(text.slice(start, stop), start, Text));
        return stop;
      }
    }
    if (code === 0x23) return foreignComment(start, endOfLine(start), 'foreign-comment');
    if (code === 0x2f && text.charCodeAt(start + 1) === 0x2a) {
      const close = hasBlockEnd ? text.indexOf('*/', start + 2) : -1;
      if (close !== -1) return foreignComment(start, close + 2, 'foreign-comment');
      hasBlockEnd = false;
      return foreignComment(start, endOfLine(start), 'unclosed-comment');
    }
    return unknown(start);
  }

  function foreignComment(start: number, stop: number, kind: LexicalFaultKind): number {
    faults.push({ kind, offset: start, length: stop - start });
    comments.push({ kind: 'foreign', offset: start, length: stop - start });
    return stop;
  }

  function endOfForeignText(start: number, closing: string): number | undefined {
    for (let i = start + 1; i < end; i++) {
      if (closing.includes(text.charAt(i))) return i + 1;
      if (text.charCodeAt(i) === 0x0a) break;
    }
    unclosedUntil.set(text.charCodeAt(start), endOfLine(start));
    return undefined;
  }

  /** Characters that mean nothing, side by side, are one fault. */
  function unknown(start: number): number {
    const last = faults.at(-1);
    const stop = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
    if (last !== undefined && last.kind === 'character' && last.offset + last.length === start) {
      faults[faults.length - 1] = { ...last, length: stop - last.offset };
    } else {
      faults.push({ kind: 'character', offset: start, length: stop - start });
    }
    return stop;
  }

  function startsName(start: number): boolean {
    nameStart.lastIndex = start;
    return nameStart.test(text);
  }
}

function endOfName(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isAsciiLetter(code) || isDigit(code)) at++;
    else if (code === 0x2d && isNameCode(text.charCodeAt(at + 1))) at += 2;
    else if (code >= 0x80 || (code === 0x2d && text.charCodeAt(at + 1) >= 0x80)) return matchEnd(nameTail, text, start);
    else return at;
  }
}

function isNameCode(code: number): boolean {
  return isAsciiLetter(code) || isDigit(code);
}

function matchEnd(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
}

function typeOfNumber(image: string): typeof Integer {
  const last = image.charCodeAt(image.length - 1);
  if (isDigit(last)) return /^-?\d+$/.test(image) ? Integer : BadNumber;
  if (last === 0x42) return /^\d+(?:\.\d+)?MB$/.test(image) ? Size : BadNumber;
  return /^(?:\d+(?:\.\d+)?[dhms])+$/.test(image) ? Duration : BadNumber;
}
