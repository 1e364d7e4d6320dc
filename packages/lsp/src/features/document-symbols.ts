import { type OutlineItem, outlineItems } from '@failover/compiler';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';
import { symbolKinds } from './symbol-kinds.js';

/** The outline of a file: declarations, and the steps of each flow. */
export function documentSymbols({ program, uri, document }: Snapshot): DocumentSymbol[] {
  const symbolOf = (item: OutlineItem): DocumentSymbol => ({
    name: item.name,
    detail: item.detail,
    kind: symbolKinds[item.kind],
    range: document.rangeOf(item),
    selectionRange: document.rangeOf(item.nameSpan),
    children: item.children.map(symbolOf),
  });
  return outlineItems(program, uri).map(symbolOf);
}
