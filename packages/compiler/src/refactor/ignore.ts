import { ignoresOf } from '../check/ignores.js';
import { lintCodes } from '../diagnostics/catalog.js';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.js';
import { lint } from '../diagnostics/fo4-lint.js';
import type { ParsedFile } from '../syntax/parse.js';
import type { ItemNode } from '../syntax/tree.js';
import { contains, endOf, type Span } from '../text/span.js';
import { lineBreakOf } from './edits.js';

/** Silences a diagnostic with a comment: in one that stands there already, else on a line of its own. */
export function ignoreDiagnostic(file: ParsedFile, diagnostic: Diagnostic): Fix[] {
  const { code, uri } = diagnostic;
  // A comment that silences nothing is not mended by another.
  const isSilenced = lintCodes.includes(code) && code !== lint.ignoresNothing.code;
  const target = isSilenced ? targetOf(file, diagnostic) : undefined;
  if (target === undefined) return [];
  const title = `Ignore ${code} here`;
  const before = ignoresOf(file).filter((one) => one.target !== undefined && one.target.offset === target.offset);
  const last = before.at(-1);
  if (last !== undefined) return [{ title, edits: [{ uri, offset: endOf(last), length: 0, text: `, ${code}` }] }];
  const { text } = file;
  const lineStart = text.lastIndexOf('\n', target.offset - 1) + 1;
  const indent = text.slice(lineStart, target.offset);
  const lineBreak = lineBreakOf(text);
  const margin = /^[ \t]*/.exec(indent)?.[0] ?? '';
  // A step in the middle of a line gets a new one.
  const isFresh = indent.trim() === '';
  const comment = `// failover-ignore ${code}: `;
  const edit = isFresh
    ? { uri, offset: lineStart, length: 0, text: `${indent}${comment}${lineBreak}` }
    : {
        uri,
        offset: target.offset,
        length: 0,
        text: `${lineBreak}${margin}${comment}${lineBreak}${margin}`,
      };
  return [{ title, edits: [edit] }];
}

/** The narrowest thing that a comment can stand before and that holds the diagnostic. */
function targetOf({ tree }: ParsedFile, place: Span): Span | undefined {
  const item = tree.items.find((one) => contains(one, place));
  return item && (partsOf(item).find((part) => contains(part, place)) ?? (item.kind === 'chain' ? undefined : item));
}

function partsOf(item: ItemNode): readonly Span[] {
  switch (item.kind) {
    case 'chain':
      return item.steps;
    case 'flow':
      return [...item.settings, ...(item.chain?.steps ?? [])];
    default:
      return [];
  }
}
