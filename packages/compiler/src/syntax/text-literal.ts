import { endOfName, lazily, startsName } from './characters.js';
import type { CharsNode, HoleNode, TextNode } from './tree.js';

/** Reads what stands between the quotes of a text: characters, escapes and holes. */

export type TextFaultKind = 'escape' | 'code-point' | 'unclosed-hole' | 'not-a-hole' | 'doubled-hole' | 'stray-brace';
export type TextFault = (kind: TextFaultKind, offset: number, length: number) => void;

interface Line {
  readonly start: number;
  readonly end: number;
  /** Where the line break before it starts, when that belongs to the text. */
  readonly breakAt?: number;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', '"': '"', '\\': '\\', '{': '{', '}': '}' };
const meantAsCodePoint = /u\{?[0-9a-zA-Z]{0,8}\}?/y;
const codePoint = /u\{([0-9a-fA-F]{1,8})\}/y;
const hole = lazily(
  () => /\{[ \t]*([\p{L}_][\p{L}\p{M}\p{Nd}_]*(?:-[\p{L}\p{Nd}_][\p{L}\p{M}\p{Nd}_]*)*)[ \t]*(\}?)/uy,
);
/** Braces that a person would see as one thing. */
const noHole = /\{\{?[^{}\\]{0,60}\}\}?|\{+/y;
/** Several words or names in braces, as in `{first name}` or `{user.name}`. */
const severalWords = lazily(() => /\{\{?[\p{L}\p{M}\p{Nd}_ .$:()|-]{1,60}\}\}?/uy);
const anySpecial = /[\\{}]/g;
const special = /[\\{]|\}+/g;

/**
 * @param image a whole token, with its quotes
 * @param closed whether it ends in its closing quote
 */
export function readText(image: string, offset: number, closed: boolean, fault: TextFault): TextNode {
  if (closed && isPlain(image)) {
    const chars: CharsNode = { kind: 'chars', offset: offset + 1, length: image.length - 2, value: image.slice(1, -1) };
    return { kind: 'text', offset, length: image.length, parts: chars.length > 0 ? [chars] : [], sound: true };
  }
  const parts: (CharsNode | HoleNode)[] = [];
  let sound = closed;
  const report: TextFault = (kind, at, length) => {
    sound = false;
    fault(kind, at, length);
  };
  const long = image.startsWith('"""');
  const quotes = long ? 3 : 1;
  const end = closed ? image.length - quotes : image.length;
  for (const line of long ? longLines(image, end) : [{ start: 1, end }]) {
    if (line.breakAt !== undefined) {
      parts.push({ kind: 'chars', offset: offset + line.breakAt, length: line.start - line.breakAt, value: '\n' });
    }
    readLine(image.slice(line.start, line.end), offset + line.start, parts, report);
  }
  return { kind: 'text', offset, length: image.length, parts, sound };
}

/** Whether a text is on one line, without escapes and holes, as most are. */
function isPlain(image: string): boolean {
  anySpecial.lastIndex = 1;
  return !anySpecial.test(image) && !image.startsWith('"""');
}

/**
 * The lines of a long text without the indentation they share. The line break after the opening quotes and the one
 * before the closing quotes are not part of it, nor is what stands before the closing quotes. Lines of white space
 * are empty.
 */
function longLines(image: string, end: number): Line[] {
  const lines: { start: number; end: number; breakAt?: number }[] = [];
  let start = 3;
  let breakAt: number | undefined;
  for (;;) {
    const newline = image.indexOf('\n', start);
    const stop = newline === -1 || newline >= end ? end : newline;
    const lineEnd = stop < end && image[stop - 1] === '\r' && stop - 1 >= start ? stop - 1 : stop;
    lines.push(breakAt === undefined ? { start, end: lineEnd } : { start, end: lineEnd, breakAt });
    if (stop === end) break;
    breakAt = lineEnd;
    start = stop + 1;
  }
  const isBlank = (line: Line) => /^[ \t]*$/.test(image.slice(line.start, line.end));
  const first = lines[0];
  const opensOnOwnLine = lines.length > 1 && first !== undefined && isBlank(first);
  const last = lines.at(-1);
  if (lines.length > 1 && last !== undefined && isBlank(last)) lines.pop();
  if (opensOnOwnLine) lines.shift();

  const indented = lines.filter((line, index) => !isBlank(line) && (opensOnOwnLine || index > 0));
  const shared = sharedIndentation(indented.map((line) => image.slice(line.start, line.end)));
  return lines.map((line, index) => {
    const from = !opensOnOwnLine && index === 0 ? line.start : isBlank(line) ? line.end : line.start + shared;
    const broken = index === 0 ? undefined : line.breakAt;
    return broken === undefined ? { start: from, end: line.end } : { start: from, end: line.end, breakAt: broken };
  });
}

/** How many white space characters all lines start with alike. */
function sharedIndentation(lines: readonly string[]): number {
  const [first, ...others] = lines;
  if (first === undefined) return 0;
  let shared = /^[ \t]*/.exec(first)?.[0].length ?? 0;
  for (const line of others) {
    let own = 0;
    while (own < shared && line.charCodeAt(own) === first.charCodeAt(own)) own++;
    shared = own;
  }
  return shared;
}

/** @param base where the line starts in the file */
function readLine(line: string, base: number, parts: (CharsNode | HoleNode)[], report: TextFault): void {
  let plainFrom = 0;
  /** Braces at fault, whose closing brace is then no second fault. */
  let openBraces = 0;
  const chars = (from: number, to: number, value: string) => {
    if (to > from) parts.push({ kind: 'chars', offset: base + from, length: to - from, value });
  };
  const plainUntil = (to: number) => chars(plainFrom, to, line.slice(plainFrom, to));

  special.lastIndex = 0;
  for (let found = special.exec(line); found !== null; found = special.exec(line)) {
    const at = found.index;
    let next = special.lastIndex;
    if (found[0] === '\\') {
      const read = readEscape(line, at);
      plainUntil(at);
      if (read.fault !== undefined) report(read.fault, base + at, read.length);
      next = at + read.length;
      chars(at, next, read.value);
      plainFrom = next;
    } else if (found[0] === '{') {
      const read = readHole(line, at, base, report);
      openBraces += read.open;
      next = at + read.length;
      if (read.node !== undefined) {
        plainUntil(at);
        parts.push(read.node);
        plainFrom = next;
      }
    } else {
      const closing = Math.min(openBraces, found[0].length);
      openBraces -= closing;
      if (closing < found[0].length) report('stray-brace', base + at + closing, found[0].length - closing);
    }
    special.lastIndex = next;
  }
  plainUntil(line.length);
}

function readEscape(line: string, at: number): { value: string; length: number; fault?: TextFaultKind } {
  const letter = line.charAt(at + 1);
  const simple = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
  if (simple !== undefined) return { value: simple, length: 2 };
  if (letter === 'u') {
    codePoint.lastIndex = at + 1;
    const match = codePoint.exec(line);
    const value = Number.parseInt(match?.[1] ?? '', 16);
    // Half of a surrogate pair is no character: it would not survive UTF-8.
    if (value <= 0x10ffff && !(value >= 0xd800 && value <= 0xdfff)) {
      return { value: String.fromCodePoint(value), length: codePoint.lastIndex - at };
    }
    meantAsCodePoint.lastIndex = at + 1;
    return { value: '', length: 1 + (meantAsCodePoint.exec(line)?.[0].length ?? 1), fault: 'code-point' };
  }
  const whole = letter === '' ? '' : String.fromCodePoint(line.codePointAt(at + 1) ?? 0);
  return { value: whole, length: 1 + whole.length, fault: 'escape' };
}

interface HoleRead {
  readonly node?: HoleNode;
  readonly length: number;
  /** How many of its braces are at fault and have not been closed in it. */
  readonly open: number;
}

function readHole(line: string, at: number, base: number, report: TextFault): HoleRead {
  const end = startsName(line, at + 1) ? endOfName(line, at + 1) : 0;
  if (end > 0 && line.charCodeAt(end) === 0x7d) {
    return {
      node: holeNode(base + at, end + 1 - at, base + at + 1, line.slice(at + 1, end)),
      length: end + 1 - at,
      open: 0,
    };
  }
  let braces = 1;
  while (line.charCodeAt(at + braces) === 0x7b) braces++;
  const form = hole();
  form.lastIndex = at + braces - 1;
  const match = form.exec(line);
  if (match === null) {
    noHole.lastIndex = at;
    const written = noHole.exec(line)?.[0] ?? '{';
    report('not-a-hole', base + at, written.length);
    return { length: written.length, open: written.endsWith('}') ? 0 : written.length };
  }
  const name = match[1] ?? '';
  const nameAt = match.index + match[0].indexOf(name, 1);
  let stop = form.lastIndex;
  let open = 0;
  if (match[2] !== '}') {
    const words = severalWords();
    words.lastIndex = at;
    const several = words.exec(line)?.[0];
    if (several !== undefined) {
      report('not-a-hole', base + at, several.length);
      return { length: several.length, open: 0 };
    }
    stop = nameAt + name.length;
    open = braces;
    report('unclosed-hole', base + at, stop - at);
  } else if (braces > 1) {
    for (let closing = 1; closing < braces && line.charCodeAt(stop) === 0x7d; closing++) stop++;
    report('doubled-hole', base + at, stop - at);
  }
  return { node: holeNode(base + at, stop - at, base + nameAt, name), length: stop - at, open };
}

function holeNode(offset: number, length: number, nameAt: number, text: string): HoleNode {
  return { kind: 'hole', offset, length, name: { kind: 'word', offset: nameAt, length: text.length, text } };
}
