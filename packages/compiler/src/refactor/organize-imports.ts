import type { TextEdit } from '../diagnostics/diagnostic.js';
import { lint } from '../diagnostics/fo4-lint.js';
import type { Program } from '../program.js';
import { endOf, sourceOf, spanBetween } from '../text/span.js';

/** Sorts the imports of a file by their paths, and takes those out that it does not need. Comments stay with them. */
export function organizeImports(program: Program, uri: string): TextEdit[] {
  const file = program.parsed(uri);
  const imports = file?.tree.items.filter((item) => item.kind === 'import') ?? [];
  const [first, last] = [imports[0], imports.at(-1)];
  if (file === undefined || first === undefined || last === undefined) return [];
  const needless = program.diagnostics(uri).filter(({ code }) => code === lint.unusedImport.code);
  const { text, comments } = file;
  // With something between them that is no import and no comment, their order means something to somebody.
  const isTogether = file.tree.items.slice(0, imports.length).every((item) => item.kind === 'import');
  if (!isTogether || imports.some(({ path }) => path === undefined || !path.sound)) return [];
  let from = startWithComments(text, comments, first.offset);
  const start = from;
  const lines = imports.map((node) => {
    const lineEnd = text.indexOf('\n', endOf(node));
    const next = imports[imports.indexOf(node) + 1];
    const end =
      next !== undefined && (lineEnd === -1 || next.offset < lineEnd)
        ? endOf(node)
        : lineEnd === -1
          ? text.length
          : lineEnd;
    const source = text.slice(from, end).trim();
    from = end;
    const path = node.path === undefined ? '' : sourceOf(text, node.path);
    const isNeedless = needless.some((one) => node.path !== undefined && one.offset === node.path.offset);
    return { source, path, isNeedless };
  });
  const kept = lines
    .filter(({ isNeedless }) => !isNeedless)
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const span = spanBetween(start, from);
  const organized = kept.map(({ source }) => source).join('\n');
  return organized === sourceOf(text, span) ? [] : [{ uri, ...span, text: organized }];
}

/** Where the comments right before the first import start; a blank line parts what is said of the file from it. */
function startWithComments(
  text: string,
  comments: readonly { offset: number; length: number }[],
  offset: number,
): number {
  let start = offset;
  for (const comment of comments.toReversed()) {
    if (endOf(comment) <= start && /^[ \t]*\r?\n[ \t]*$/.test(text.slice(endOf(comment), start)))
      start = comment.offset;
  }
  return start;
}
