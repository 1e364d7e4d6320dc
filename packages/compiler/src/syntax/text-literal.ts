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
const codePoint = /u\{([0-9a-fA-F]{1,8})\}/y;
const hole = /\{[ \t]*([\p{L}_][\p{L}\p{M}\p{Nd}_]*(?:-[\p{L}\p{Nd}_][\p{L}\p{M}\p{Nd}_]*)*)[ \t]*(\}?)/uy;
const special = /[\\{}]/g;

/**
 * @param image a whole token, with its quotes
 * @param closed whether it ends in its closing quote
 */
export function readText(image: string, offset: number, closed: boolean, fault: TextFault): TextNode {
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

function sharedIndentation(lines: readonly string[]): number {
  let shared: string | undefined;
  for (const line of lines) {
    const own = /^[ \t]*/.exec(line)?.[0] ?? '';
    if (shared === undefined) shared = own;
    while (!own.startsWith(shared)) shared = shared.slice(0, -1);
  }
  return shared?.length ?? 0;
}

/** @param base where the line starts in the file */
function readLine(line: string, base: number, parts: (CharsNode | HoleNode)[], report: TextFault): void {
  let plainFrom = 0;
  /** Braces that were reported as no hole, whose closing brace is then no second fault. */
  let openBraces = 0;
  const chars = (from: number, to: number, value: string) => {
    if (to > from) parts.push({ kind: 'chars', offset: base + from, length: to - from, value });
  };
  const plainUntil = (to: number) => chars(plainFrom, to, line.slice(plainFrom, to));

  special.lastIndex = 0;
  for (let found = special.exec(line); found !== null; found = special.exec(line)) {
    const at = found.index;
    let next = at + 1;
    if (found[0] === '\\') {
      const read = readEscape(line, at);
      plainUntil(at);
      if (read.fault !== undefined) report(read.fault, base + at, read.length);
      next = at + read.length;
      chars(at, next, read.value);
      plainFrom = next;
    } else if (found[0] === '{') {
      const read = readHole(line, at, base, report);
      if (read === undefined) openBraces++;
      else {
        plainUntil(at);
        parts.push(read);
        next = at + read.length;
        plainFrom = next;
      }
    } else if (openBraces > 0) {
      openBraces--;
    } else {
      report('stray-brace', base + at, 1);
    }
    special.lastIndex = next;
  }
  plainUntil(line.length);
}

function readEscape(line: string, at: number): { value: string; length: number; fault?: TextFaultKind } {
  const letter = line.charAt(at + 1);
  const simple = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
  if (simple !== undefined) return { value: simple, length: 2 };
  codePoint.lastIndex = at + 1;
  const match = letter === 'u' ? codePoint.exec(line) : null;
  if (match !== null) {
    const value = Number.parseInt(match[1] ?? '', 16);
    const length = codePoint.lastIndex - at;
    // Half of a surrogate pair is no character: it would not survive UTF-8.
    if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) return { value: '', length, fault: 'code-point' };
    return { value: String.fromCodePoint(value), length };
  }
  if (letter === 'u') return { value: '', length: 2, fault: 'code-point' };
  const whole = letter === '' ? '' : String.fromCodePoint(line.codePointAt(at + 1) ?? 0);
  return { value: whole, length: 1 + whole.length, fault: 'escape' };
}

function readHole(line: string, at: number, base: number, report: TextFault): HoleNode | undefined {
  const doubled = line.charAt(at + 1) === '{';
  hole.lastIndex = doubled ? at + 1 : at;
  const match = hole.exec(line);
  if (match === null) {
    report('not-a-hole', base + at, 1);
    return undefined;
  }
  const name = match[1] ?? '';
  const nameAt = match.index + match[0].indexOf(name, 1);
  let stop = hole.lastIndex;
  if (match[2] !== '}') {
    stop = nameAt + name.length;
    report('unclosed-hole', base + at, stop - at);
  } else if (doubled) {
    if (line.charAt(stop) === '}') stop++;
    report('doubled-hole', base + at, stop - at);
  }
  return {
    kind: 'hole',
    offset: base + at,
    length: stop - at,
    name: { kind: 'word', offset: base + nameAt, length: name.length, text: name },
  };
}
