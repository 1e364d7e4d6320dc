import { type Fix, pageOf, type Severity } from '@failover/compiler';
import { layOut, wrap } from './cells.js';
import { excerpt, gutterOf, Margin, type Mark, type Source, type Style } from './excerpt.js';
import type { Finding } from './finding.js';
import { visible } from './visible.js';

/** What stands under a URI, where it can be had. */
export type Sources = (uri: string) => Source | undefined;

/** More than this of a message helps nobody. */
const longestMessage = 600;
const mostFixes = 3;

/**
 * Findings for people: the message, the place with its lines, why it matters, what to do. Why it matters and where to
 * read on is said once for each code, so that ten findings of a kind stay ten short ones.
 */
export function pretty(findings: readonly Finding[], sources: Sources, style: Style): string {
  const told = new Set<string>();
  const texts = findings.map((finding) => {
    const isFirst = finding.code !== undefined && !told.has(finding.code);
    if (finding.code !== undefined) told.add(finding.code);
    return `${linesOf(finding, isFirst, sources, style).join('\n')}\n`;
  });
  return texts.join('\n');
}

function linesOf(finding: Finding, isFirst: boolean, sources: Sources, style: Style): string[] {
  const { severity, code, message, why, help, list = [] } = finding;
  const marks = marksOf(finding, sources, style);
  const gutter = gutterOf(marks);
  const margin = new Margin(gutter, style);
  const lines = [heading(severity, code, message, style), ...excerpt(marks, gutter, style)];
  lines.push(...list.map((item) => `${margin.indent}  ${visible(item)}`));
  if (isFirst && why !== undefined) lines.push(...note('why', why, margin));
  if (help !== undefined) lines.push(...note('help', help, margin));
  for (const [index, fix] of worthShowing(finding).entries()) {
    lines.push(...note(index === 0 && help === undefined ? 'help' : 'or', fix.title, margin));
    lines.push(...preview(fix, marks[0], margin));
  }
  if (isFirst && code !== undefined) lines.push(`${margin.indent}${style.colours.dim(`= see: ${pageOf(code)}`)}`);
  return lines;
}

function heading(severity: Severity, code: string | undefined, message: string, style: Style): string {
  const label = painterOf(severity, style)(code === undefined ? severity : `${severity}[${code}]`);
  return style.colours.bold(`${label}: ${cropped(message)}`);
}

function marksOf({ severity, place, related = [] }: Finding, sources: Sources, style: Style): Mark[] {
  const own = place && sources(place.uri);
  const marks: Mark[] = own ? [{ source: own, place, sign: '^', paint: painterOf(severity, style) }] : [];
  for (const other of related) {
    const source = sources(other.uri);
    if (source) marks.push({ source, place: other, sign: '-', paint: style.colours.cyan, label: other.message });
  }
  return marks;
}

function painterOf(severity: Severity, { colours }: Style): (text: string) => string {
  return { error: colours.red, warning: colours.yellow, information: colours.blue, hint: colours.magenta }[severity];
}

function note(label: string, text: string, { indent, style }: Margin): string[] {
  const { colours, columns, measure } = style;
  const start = `= ${label.padStart(label === 'or' ? 4 : 0)}: `;
  const [first = '', ...rest] = wrap(cropped(text), Math.max(30, columns - indent.length - start.length), measure);
  return [
    `${indent}${colours.dim('=')}${colours.bold(start.slice(1))}${first}`,
    ...rest.map((line) => `${indent}${' '.repeat(start.length)}${line}`),
  ];
}

/** A message that asks "did you mean …?" has said what its fix would say. */
function worthShowing({ message, fixes = [] }: Finding): Fix[] {
  const meant = /did you mean (`.*`)\?$/.exec(message)?.[1];
  return fixes.filter(({ title }) => title !== `Write ${meant}`).slice(0, mostFixes);
}

/** The line as it would be, where the title of a fix does not say what to write. */
function preview({ title, edits }: Fix, mark: Mark | undefined, margin: Margin): string[] {
  const [edit] = edits;
  if (mark === undefined || edit === undefined || edits.length > 1 || edit.uri !== mark.place.uri) return [];
  const written = edit.text.trim().replace(/^,\s*|\s*,$/g, '');
  if (written === '' || edit.text.includes('\n') || title.includes(written)) return [];
  const { lines } = mark.source;
  const from = lines.positionAt(edit.offset);
  const to = lines.positionAt(edit.offset + edit.length);
  if (from.line !== to.line) return [];
  const line = lines.line(from.line);
  const start = from.column - 1;
  const after = `${line.slice(0, start)}${edit.text}${line.slice(to.column - 1)}`;
  const { style, room } = margin;
  const { text } = layOut(after, start, start + edit.text.length, room, style.measure);
  return [`${margin.number(from.line, '+')}${style.colours.green(text)}`];
}

function cropped(text: string): string {
  return visible(text.length > longestMessage ? `${text.slice(0, longestMessage)}…` : text);
}
