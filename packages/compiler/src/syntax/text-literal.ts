import { exact } from '../text/exact.js';
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

/**
 * @param image a whole token, with its quotes
 * @param closed whether it ends in its closing quote
 */
export function readText(image: string, offset: number, closed: boolean, fault: TextFault): TextNode {
  const parts: (CharsNode | HoleNode)[] = [];
  let sound = closed;
  if (image.startsWith('"""')) {
    for (const { start, end, breakAt } of longLines(image, closed ? image.length - 3 : image.length)) {
      if (breakAt !== undefined) {
        parts.push({ kind: 'chars', offset: offset + breakAt, length: start - breakAt, value: '\n' });
      }
      if (!readLine(image, start, end, offset, parts, fault)) sound = false;
    }
  } else if (!readLine(image, 1, closed ? image.length - 1 : image.length, offset, parts, fault)) {
    sound = false;
  }
  return { kind: 'text', offset, length: image.length, parts: exact(parts), sound };
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

/**
 * Whether a line has no fault. Texts are half of a file, so nothing is made here but nodes, where nothing is escaped or at
 * fault.
 * @param base where the image starts in the file
 */
function readLine(
  image: string,
  start: number,
  end: number,
  base: number,
  parts: (CharsNode | HoleNode)[],
  fault: TextFault,
): boolean {
  let sound = true;
  let plainFrom = start;
  /** Braces at fault, whose closing brace is then no second fault. */
  let openBraces = 0;
  let at = start;
  while (at < end) {
    const code = image.charCodeAt(at);
    if (code === 0x5c) {
      const read = readEscape(image.slice(at, end));
      pushPlain(image, plainFrom, at, base, parts);
      if (read.fault !== undefined) {
        sound = false;
        fault(read.fault, base + at, read.length);
      }
      parts.push({ kind: 'chars', offset: base + at, length: read.length, value: read.value });
      at += read.length;
      plainFrom = at;
    } else if (code === 0x7b) {
      const nameEnd = startsName(image, at + 1) ? endOfName(image, at + 1) : 0;
      if (nameEnd > 0 && nameEnd < end && image.charCodeAt(nameEnd) === 0x7d) {
        pushPlain(image, plainFrom, at, base, parts);
        parts.push(holeNode(base + at, nameEnd + 1 - at, base + at + 1, image.slice(at + 1, nameEnd)));
        at = nameEnd + 1;
        plainFrom = at;
        continue;
      }
      const read = readOddHole(image.slice(at, end), base + at, fault);
      if (!read.sound) sound = false;
      openBraces += read.open;
      if (read.node !== undefined) {
        pushPlain(image, plainFrom, at, base, parts);
        parts.push(read.node);
        plainFrom = at + read.length;
      }
      at += read.length;
    } else if (code === 0x7d) {
      const first = at;
      while (at < end && image.charCodeAt(at) === 0x7d) at++;
      const closing = Math.min(openBraces, at - first);
      openBraces -= closing;
      if (first + closing < at) {
        sound = false;
        fault('stray-brace', base + first + closing, at - first - closing);
      }
    } else {
      at++;
    }
  }
  pushPlain(image, plainFrom, at, base, parts);
  return sound;
}

/** Characters that stand for themselves. */
function pushPlain(image: string, from: number, to: number, base: number, parts: (CharsNode | HoleNode)[]): void {
  if (to > from) parts.push({ kind: 'chars', offset: base + from, length: to - from, value: image.slice(from, to) });
}

/** @param rest the line from the backslash on */
function readEscape(rest: string): { value: string; length: number; fault?: TextFaultKind } {
  const letter = rest.charAt(1);
  const simple = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
  if (simple !== undefined) return { value: simple, length: 2 };
  if (letter === 'u') {
    codePoint.lastIndex = 1;
    const match = codePoint.exec(rest);
    const value = Number.parseInt(match?.[1] ?? '', 16);
    // Half of a surrogate pair is no character: it would not survive UTF-8.
    if (value <= 0x10ffff && !(value >= 0xd800 && value <= 0xdfff)) {
      return { value: String.fromCodePoint(value), length: codePoint.lastIndex };
    }
    meantAsCodePoint.lastIndex = 1;
    return { value: '', length: 1 + (meantAsCodePoint.exec(rest)?.[0].length ?? 1), fault: 'code-point' };
  }
  const whole = letter === '' ? '' : String.fromCodePoint(rest.codePointAt(1) ?? 0);
  return { value: whole, length: 1 + whole.length, fault: 'escape' };
}

interface HoleRead {
  readonly node?: HoleNode;
  readonly length: number;
  /** How many of its braces are at fault and have not been closed in it. */
  readonly open: number;
  /** Whether it has no fault. */
  readonly sound: boolean;
}

/**
 * What starts with a brace and is not just a name in braces.
 * @param rest the line from the brace on
 * @param offset where the brace stands in the file
 */
function readOddHole(rest: string, offset: number, report: TextFault): HoleRead {
  let braces = 1;
  while (rest.charCodeAt(braces) === 0x7b) braces++;
  const form = hole();
  form.lastIndex = braces - 1;
  const match = form.exec(rest);
  if (match === null) {
    noHole.lastIndex = 0;
    const written = noHole.exec(rest)?.[0] ?? '{';
    report('not-a-hole', offset, written.length);
    return { length: written.length, open: written.endsWith('}') ? 0 : written.length, sound: false };
  }
  const name = match[1] ?? '';
  const nameAt = match.index + match[0].indexOf(name, 1);
  let stop = form.lastIndex;
  let open = 0;
  if (match[2] !== '}') {
    const words = severalWords();
    words.lastIndex = 0;
    const several = words.exec(rest)?.[0];
    if (several !== undefined) {
      report('not-a-hole', offset, several.length);
      return { length: several.length, open: 0, sound: false };
    }
    stop = nameAt + name.length;
    open = braces;
    report('unclosed-hole', offset, stop);
  } else if (braces > 1) {
    for (let closing = 1; closing < braces && rest.charCodeAt(stop) === 0x7d; closing++) stop++;
    report('doubled-hole', offset, stop);
  }
  const node = holeNode(offset, stop, offset + nameAt, name);
  return { node, length: stop, open, sound: match[2] === '}' && braces === 1 };
}

function holeNode(offset: number, length: number, nameAt: number, text: string): HoleNode {
  return { kind: 'hole', offset, length, name: { kind: 'word', offset: nameAt, length: text.length, text } };
}
