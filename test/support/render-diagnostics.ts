import type { Diagnostic, Fix, ParsedFile, Place, Program } from '@failover/compiler';
import { fileOf } from './project.js';
import { columnsOf } from './visible.js';

/** Everything that a program says about its files, as one would want to read it. Nothing when there is nothing. */
export function renderDiagnostics(program: Program): string | undefined {
  const found = program.allDiagnostics();
  if (found.length === 0) return undefined;
  return `${found.map((one) => renderDiagnostic(one, program)).join('\n')}\n${summary(found)}\n`;
}

function renderDiagnostic(diagnostic: Diagnostic, program: Program): string {
  const { severity, code, message, help, related, fixes, tags } = diagnostic;
  const unnecessary = tags.length === 0 ? '' : ` (${tags.join(', ')})`;
  const lines = [
    `${placeOf(diagnostic, program)} ${severity} ${code}${unnecessary}: ${message}`,
    ...excerpt(diagnostic, program),
    ...(help === undefined ? [] : [`  help: ${help}`]),
    ...related.map((place) => `  see ${placeOf(place, program)}: ${place.message}`),
    ...fixes.flatMap((fix) => renderFix(fix, program)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function placeOf(place: Place, program: Program): string {
  const { line, column } = parsedOf(place, program).lines.positionAt(place.offset);
  return `${fileOf(place.uri)}:${line}:${column}`;
}

/** The first line of a place, and marks below what is meant. */
function excerpt(place: Place, program: Program): string[] {
  const { lines, text } = parsedOf(place, program);
  const start = lines.positionAt(place.offset);
  const end = lines.positionAt(place.offset + place.length);
  const line = lines.line(start.line);
  const before = line.slice(0, start.column - 1).replace('\ufeff', '');
  const within =
    end.line === start.line ? text.slice(place.offset, place.offset + place.length) : line.slice(before.length);
  const number = `${String(start.line).padStart(5)} | `;
  // Tabs stay, so that both lines are indented alike, however wide a tab is.
  const margin = before.replace(/[^\t]+/g, (run) => ' '.repeat(columnsOf(run)));
  const more = end.line === start.line ? '' : ` to line ${end.line}`;
  const marks = '^'.repeat(Math.max(1, columnsOf(within)));
  return [`${number}${line.replace('\ufeff', '')}`, `      | ${margin}${marks}${more}`];
}

/** The lines that a fix changes, before and after. */
function renderFix({ title, edits }: Fix, program: Program): string[] {
  const uris = [...new Set(edits.map(({ uri }) => uri))];
  const changed = uris.flatMap((uri) => {
    const own = edits.filter((edit) => edit.uri === uri).sort((a, b) => b.offset - a.offset);
    const [first] = own;
    if (first === undefined) return [];
    const { text } = parsedOf(first, program);
    const after = own.reduce(
      (edited, { offset, length, text: inserted }) =>
        edited.slice(0, offset) + inserted + edited.slice(offset + length),
      text,
    );
    return difference(text.split('\n'), after.split('\n'));
  });
  return [`  fix: ${title}`, ...changed];
}

function difference(before: readonly string[], after: readonly string[]): string[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const written = (mark: string) => (line: string) => `    ${mark} ${line.replace('\r', '')}`.trimEnd();
  return [
    ...before.slice(start, before.length - end).map(written('-')),
    ...after.slice(start, after.length - end).map(written('+')),
  ];
}

function parsedOf(place: Place, program: Program): ParsedFile {
  const parsed = program.parsed(place.uri);
  if (parsed === undefined) throw new Error(`A diagnostic stands in a file that cannot be read: ${place.uri}`);
  return parsed;
}

function summary(found: readonly Diagnostic[]): string {
  const severities = ['error', 'warning', 'information', 'hint'] as const;
  const counts = severities.flatMap((severity) => {
    const amount = found.filter((one) => one.severity === severity).length;
    const plural = amount === 1 || severity === 'information' ? '' : 's';
    return amount === 0 ? [] : [`${amount} ${severity}${plural}`];
  });
  return counts.join(', ');
}
