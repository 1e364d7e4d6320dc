import type { TextEdit } from '../diagnostics/diagnostic.js';
import { lint } from '../diagnostics/fo4-lint.js';
import type { Program } from '../program.js';
import type { ParsedFile } from '../syntax/parse.js';
import type { ImportNode } from '../syntax/tree.js';
import { endOf, type Span, sourceOf, spanBetween } from '../text/span.js';
import { lineBreakOf } from './edits.js';

/** An import with the comments that belong to it: on the lines right above it, and at the end of its own. */
interface Entry {
  readonly above: readonly string[];
  readonly source: string;
  readonly path: string;
  readonly trailing: string;
  readonly isNeedless: boolean;
}

/** Imports without a blank line between them, and the comments above them that a blank line parts from the first. */
interface Group {
  readonly head: readonly string[];
  readonly entries: Entry[];
}

/**
 * Sorts the imports of a file by their paths, each group that blank lines part for itself, and takes those out that the
 * file does not need. Comments stay, those of an import with it.
 */
export function organizeImports(program: Program, uri: string): TextEdit[] {
  const file = program.parsed(uri);
  const imports = file?.tree.items.filter((item) => item.kind === 'import') ?? [];
  const [first, last] = [imports[0], imports.at(-1)];
  if (file === undefined || first === undefined || last === undefined) return [];
  // With something between them that is no import and no comment, their order means something to somebody.
  const isTogether = file.tree.items.slice(0, imports.length).every((item) => item.kind === 'import');
  if (!isTogether || imports.some(({ path }) => path === undefined || !path.sound)) return [];
  if (imports.some((node, index) => hasMoreBetween(file.text, imports[index - 1], node))) return [];
  const groups = groupsOf(file, imports, needlessIn(program, uri));
  const lineBreak = lineBreakOf(file.text);
  const written = groups.map(write).filter((lines) => lines.length > 0);
  const text = written.map((lines) => lines.join(lineBreak)).join(lineBreak + lineBreak);
  const start = startWithComments(file, first, groups[0]?.entries[0]?.above.length ?? 0);
  const span = spanBetween(start, endOf(last) + commentBehind(file.text, last).length);
  if (text === sourceOf(file.text, span)) return [];
  const behind = file.text.slice(endOf(span));
  if (text === '') {
    // Nothing is left that white space could part from what follows.
    const rest = /^(?:[ \t]*\r?\n)+|^[ \t]+/.exec(behind)?.[0].length ?? 0;
    return [{ uri, ...spanBetween(span.offset, endOf(span) + rest), text }];
  }
  // What stands on the line of the last import goes on below: it must not become part of a comment.
  const gap = /^[ \t]*(?=[^ \t\r\n])/.exec(behind)?.[0];
  if (gap === undefined) return [{ uri, ...span, text }];
  return [{ uri, ...spanBetween(span.offset, endOf(span) + gap.length), text: text + lineBreak + lineBreak }];
}

/** Whether something stands between imports that is neither a comment nor white space, such as a mark of another language. */
function hasMoreBetween(text: string, before: ImportNode | undefined, node: ImportNode): boolean {
  if (before === undefined) return false;
  return /\S/.test(text.slice(endOf(before), node.offset).replace(/\/\/[^\n]*/g, ''));
}

function needlessIn(program: Program, uri: string): ReadonlySet<number> {
  const found = program.diagnostics(uri).filter(({ code }) => code === lint.unusedImport.code);
  return new Set(found.map(({ offset }) => offset));
}

function groupsOf({ text }: ParsedFile, imports: readonly ImportNode[], needless: ReadonlySet<number>): Group[] {
  const groups: Group[] = [];
  let end = text.startsWith('\ufeff') ? 1 : 0;
  for (const [index, node] of imports.entries()) {
    const before = text.slice(end, node.offset).split(/\r?\n/);
    // The last of them is the start of the import's own line; that of the one before is no line of comments.
    const lines = before.slice(index === 0 ? 0 : 1, -1).map((line) => line.trim());
    const blank = lines.lastIndexOf('');
    const trailing = commentBehind(text, node);
    const entry: Entry = {
      above: lines.slice(blank + 1),
      source: sourceOf(text, node),
      path: node.path === undefined ? '' : sourceOf(text, node.path),
      trailing: trailing.trim(),
      isNeedless: needless.has(node.path?.offset ?? -1),
    };
    const group = groups.at(-1);
    if (group !== undefined && blank === -1) group.entries.push(entry);
    // What a blank line parts from the first import is about the file.
    else groups.push({ head: group === undefined ? [] : withoutBlankEnds(lines.slice(0, blank)), entries: [entry] });
    end = endOf(node) + trailing.length;
  }
  return groups;
}

function withoutBlankEnds(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => line !== '');
  return start === -1 ? [] : lines.slice(start, lines.findLastIndex((line) => line !== '') + 1);
}

function write({ head, entries }: Group): string[] {
  const kept = entries
    .filter(({ isNeedless }) => !isNeedless)
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const lines = [
    ...entries.filter(({ isNeedless }) => isNeedless).flatMap(commentsOf),
    ...kept.flatMap(({ above, source, trailing }) => [...above, trailing === '' ? source : `${source} ${trailing}`]),
  ];
  return head.length > 0 && lines.length > 0 ? [...head, '', ...lines] : [...head, ...lines];
}

/** What was said of an import that goes, but for what silences a diagnostic of it. */
function commentsOf({ above, trailing }: Entry): string[] {
  return [...above, trailing].filter((line) => line !== '' && !/^\/\/[ \t]*failover-ignore\b/.test(line));
}

function commentBehind(text: string, node: Span): string {
  return /^[ \t]*\/\/[^\r\n]*/.exec(text.slice(endOf(node)))?.[0] ?? '';
}

/** Where the lines of comments above the first import start. */
function startWithComments({ text, lines }: ParsedFile, { offset }: Span, count: number): number {
  if (count === 0) return offset;
  const start = lines.startOfLine(lines.positionAt(offset).line - count);
  return start === 0 && text.startsWith('\ufeff') ? 1 : start;
}
