import { spansAround } from '@failover/compiler';
import type { SelectionRange } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';

/** For each offset, the parts around it, from the narrowest to the file. */
export function selectionRanges({ parsed, document }: Snapshot, offsets: readonly number[]): SelectionRange[] {
  return offsets.map((offset) =>
    spansAround(parsed, offset).reduceRight<SelectionRange>(
      (parent, span, index, { length }) => ({
        range: document.rangeOf(span),
        ...(index < length - 1 && { parent }),
      }),
      { range: document.rangeOf({ offset, length: 0 }) },
    ),
  );
}
