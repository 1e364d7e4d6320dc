import type { Replacement } from './line-edits.js';

const step = '  ';

/** What a line that was just started begins with: its indentation, and `///` where a documentation goes on. */
export function indentation(text: string, offset: number): Replacement | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end === -1 ? undefined : end).replace(/\r$/, '');
  // Who has split a line, or writes on already, knows better.
  if (line.trim() !== '' || start === 0) return undefined;
  const before = lineBefore(text, start);
  const indent = /^[ \t]*/.exec(before)?.[0] ?? '';
  const wanted = wantedAfter(before.trim(), indent);
  // Who has gone further in means it.
  return line.length >= wanted.length ? undefined : { offset: start, length: line.length, text: wanted };
}

/** The last line before a place that is not blank. */
function lineBefore(text: string, offset: number): string {
  const lines = text.slice(Math.max(0, offset - 10_000), offset).split('\n');
  return lines.findLast((line) => line.trim() !== '') ?? '';
}

function wantedAfter(line: string, indent: string): string {
  const code = line.replace(/\s*\/\/.*$/, '');
  if (/^\/\/\/\s*\S/.test(line)) return `${indent}/// `;
  if (/[{(]$/.test(code)) return indent + step;
  return indent;
}
