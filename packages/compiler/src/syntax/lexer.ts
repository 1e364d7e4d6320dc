import { endOfName, isAsciiLetter, isDigit, startsName } from './characters.js';
import { TokenList } from './token-list.js';
import {
  BadNumber,
  Colon,
  Comma,
  type Comment,
  DotDot,
  Duration,
  Equals,
  Integer,
  keyword,
  LeftBrace,
  LeftParen,
  RightBrace,
  RightParen,
  Size,
  Text,
  typeOfWordIn,
} from './tokens.js';
import { channelWords, declarationWords } from './words.js';

/**
 * Cuts a text into tokens and comments. What is neither, nor white space, becomes a fault and no token, so that the
 * parser never meets it. Written by hand: a text with holes, one that is not closed and a number with units each end
 * where a person would say they end, and it costs a third of a table of regular expressions.
 */

export type LexicalFaultKind =
  | 'character'
  | 'unclosed-text'
  | 'unclosed-long-text'
  | 'text-over-lines'
  | 'foreign-quotes'
  | 'arrow'
  | 'foreign-comment'
  | 'unclosed-comment';

export interface LexicalFault {
  readonly kind: LexicalFaultKind;
  readonly offset: number;
  readonly length: number;
}

export interface Lexed {
  readonly tokens: TokenList;
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

/** What a head of a template does not go on behind. */
const startsOther = new Set([
  ...[...declarationWords, ...channelWords, 'then' as const].map((word) => keyword[word]),
  ...[LeftBrace, RightBrace],
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

const arrow = /[-=]{1,3}>|[→⇒⟶]/y;
/** A line on which a text that was never closed cannot go on. */
const freshStart = /\n[ \t]*(?:then[ \t]|\}|(?:import|let|sender|template|flow|standard|transactional)[ \t])/g;

/** How far a text that should have stood on one line is looked for on the next ones. */
const overLinesReach = 2000;

export function lex(text: string): Lexed {
  const tokens = new TokenList(text);
  const comments: Comment[] = [];
  const faults: LexicalFault[] = [];
  const end = text.length;
  /** How far each foreign quote has been looked for in vain, so that a line full of them is read once. */
  const unclosedUntil = new Map<number, number>();
  /** Up to where no quote closes a text but one that may be an apostrophe. */
  let apostrophesUntil = 0;
  /** Whether what closes a long text or a block comment may still be ahead, so that it is looked for in vain only once. */
  let hasLongEnd = true;
  let hasBlockEnd = true;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      at++;
    } else if (isAsciiLetter(code)) {
      at = word(at);
    } else if (code === 0x22) {
      at = quoted(at);
    } else if (isDigit(code) || (code === 0x2d && isDigit(text.charCodeAt(at + 1)))) {
      const stop = endOfNumber(text, at + 1);
      tokens.add(typeOfNumber(text.slice(at, stop)), at, stop);
      at = stop;
    } else if (marks.has(code) && !startsArrow(at, code)) {
      tokens.add(marks.get(code) ?? Comma, at, at + 1);
      at += 1;
    } else if (code === 0x2f && text.charCodeAt(at + 1) === 0x2f) {
      const stop = endOfLine(at);
      const doc = text.charCodeAt(at + 2) === 0x2f && text.charCodeAt(at + 3) !== 0x2f;
      comments.push({ kind: doc ? 'doc' : 'comment', offset: at, length: stop - at });
      at = stop;
    } else if (code === 0x2e && text.charCodeAt(at + 1) === 0x2e) {
      tokens.add(DotDot, at, at + 2);
      at += 2;
    } else {
      at = other(at, code);
    }
  }
  tokens.trim();
  return { tokens, comments, faults };

  function word(start: number): number {
    const stop = endOfName(text, start);
    tokens.add(typeOfWordIn(text, start, stop), start, stop);
    return stop;
  }

  function quoted(start: number): number {
    const long = text.startsWith('"""', start);
    const stop = long ? endOfLongText(start) : endOfText(start);
    tokens.add(Text, start, stop);
    return stop;
  }

  function endOfText(start: number): number {
    for (let i = start + 1; i < end; i++) {
      const code = text.charCodeAt(i);
      if (code === 0x22) return i + 1;
      if (code === 0x5c && text.charCodeAt(i + 1) !== 0x0a && text.charCodeAt(i + 1) !== 0x0d) i++;
      else if (code === 0x0a) break;
    }
    const far = endOnLaterLine(start);
    if (far !== undefined) {
      faults.push({ kind: 'text-over-lines', offset: start, length: far - start });
      return far;
    }
    const stop = endOfUnclosed(start);
    faults.push({ kind: 'unclosed-text', offset: start, length: stop - start });
    return stop;
  }

  /** The end of a text that has line breaks but only one quote: the next quote, when that has no partner on its line. */
  function endOnLaterLine(start: number): number | undefined {
    const near = text.slice(start, start + overLinesReach);
    const quote = nextQuote(near, 1);
    if (quote === -1) return undefined;
    freshStart.lastIndex = 0;
    const fresh = freshStart.exec(near);
    if (fresh !== null && fresh.index < quote) return undefined;
    const lineEnd = near.indexOf('\n', quote);
    let quotes = 0;
    for (let at = quote; at !== -1 && (lineEnd === -1 || at < lineEnd); at = nextQuote(near, at + 1)) quotes++;
    return quotes % 2 === 1 ? start + quote + 1 : undefined;
  }

  /** The end of the line, but for a brace that opens a template's body there, or closes what the line has opened. */
  function endOfUnclosed(start: number): number {
    const lineEnd = endOfLine(start);
    const stop = trimEnd(start + 1, lineEnd);
    const line = text.lastIndexOf('\n', start) + 1;
    const first = tokens.firstFrom(line);
    let open = 0;
    let isTemplateHead = false;
    // What stands before an item on its line does not matter: formatting gives each item a line of its own.
    for (let index = first; index < tokens.length; index++) {
      const type = tokens.typeAt(index);
      if (type === LeftBrace) open++;
      if (type === RightBrace) open = Math.max(0, open - 1);
      if (type === keyword.template) isTemplateHead = index === first || tokens.typeAt(index - 1) !== keyword.viber;
      else if (startsOther.has(type)) isTemplateHead = false;
    }
    if (isTemplateHead && text.charCodeAt(stop - 1) === 0x7b) return trimEnd(start + 1, stop - 1);
    const closing = open > 0 ? text.slice(start, stop).lastIndexOf(' }') : -1;
    return closing > 0 ? trimEnd(start + 1, start + closing) : lineEnd;
  }

  function endOfLongText(start: number): number {
    for (let i = hasLongEnd ? text.indexOf('"""', start + 3) : -1; i !== -1; i = text.indexOf('"""', i + 1)) {
      if (!isEscaped(i)) return i + 3;
    }
    hasLongEnd = false;
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
    if (startsName(text, start)) return word(start);
    const closing = foreignQuotes.get(code);
    if (closing !== undefined && start >= (unclosedUntil.get(code) ?? 0)) {
      const stop = endOfForeignText(start, closing);
      if (stop !== undefined) {
        faults.push({ kind: 'foreign-quotes', offset: start, length: stop - start });
        tokens.add(Text, start, stop);
        return stop;
      }
    }
    const arrowEnd = matchEnd(arrow, text, start);
    if (arrowEnd > start) {
      faults.push({ kind: 'arrow', offset: start, length: arrowEnd - start });
      tokens.add(keyword.then, start, arrowEnd);
      return arrowEnd;
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
    let apostrophe: number | undefined;
    for (let i = start + 1; i < end; i++) {
      if (text.charCodeAt(i) === 0x0a) break;
      if (!closing.includes(text.charAt(i))) continue;
      const isApostrophe = isAsciiLetter(text.charCodeAt(i - 1)) && isAsciiLetter(text.charCodeAt(i + 1));
      if (!isApostrophe || start < apostrophesUntil) return i + 1;
      apostrophe ??= i + 1;
    }
    if (apostrophe === undefined) unclosedUntil.set(text.charCodeAt(start), endOfLine(start));
    else apostrophesUntil = endOfLine(start);
    return apostrophe;
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

  function startsArrow(start: number, code: number): boolean {
    return code === 0x3d && matchEnd(arrow, text, start) > start;
  }
}

function nextQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at > 0 && text.charCodeAt(at - 1) === 0x5c) at = text.indexOf('"', at + 1);
  return at;
}

function matchEnd(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

function endOfNumber(text: string, start: number): number {
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code) || isAsciiLetter(code)) continue;
    if (code === 0x2e && isDigit(text.charCodeAt(at + 1))) continue;
    // Regular expressions for letters of every alphabet are dear to make, and few numbers are followed by one.
    return code < 0x80 || Number.isNaN(code) ? at : matchEnd(numberRest(), text, start);
  }
}

function numberRest(): RegExp {
  return /[\p{L}\p{M}\p{Nd}_]*(?:\.\d[\p{L}\p{M}\p{Nd}_]*)*/uy;
}

function typeOfNumber(image: string): typeof Integer {
  const last = image.charCodeAt(image.length - 1);
  if (isDigit(last)) return /^-?\d+$/.test(image) ? Integer : BadNumber;
  if (last === 0x42) return /^\d+(?:\.\d+)?MB$/.test(image) ? Size : BadNumber;
  return /^(?:\d+(?:\.\d+)?[dhms])+$/.test(image) ? Duration : BadNumber;
}
