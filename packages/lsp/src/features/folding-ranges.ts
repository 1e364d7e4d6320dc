import { type Fold, foldsIn } from '@failover/compiler';
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';

const kinds: Readonly<Partial<Record<Fold['kind'], FoldingRangeKind>>> = {
  comments: FoldingRangeKind.Comment,
  imports: FoldingRangeKind.Imports,
};

/** What can be folded: declarations, long texts, runs of comments and of imports. */
export function foldingRanges({ parsed, document }: Snapshot): FoldingRange[] {
  return foldsIn(parsed).flatMap((fold) => {
    const { start, end } = document.rangeOf(fold);
    const last = document.lines.line(end.line + 1).slice(0, end.character);
    // A line that only closes stays in sight.
    const endLine = fold.kind !== 'comments' && /^\s*(?:\}|""")$/.test(last) ? end.line - 1 : end.line;
    if (endLine <= start.line) return [];
    const kind = kinds[fold.kind];
    return [{ startLine: start.line, endLine, ...(kind && { kind }) }];
  });
}
