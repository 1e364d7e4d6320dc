import { definitionAt, referencesIn } from '@failover/compiler';
import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';

/** The same within the file: written where the name gets its meaning, read elsewhere. */
export function highlights({ program, uri, document }: Snapshot, offset: number): DocumentHighlight[] {
  const definition = definitionAt(program, uri, offset);
  return referencesIn(program, uri, offset).map((place) => ({
    range: document.rangeOf(place),
    kind:
      definition?.uri === uri && definition.offset === place.offset
        ? DocumentHighlightKind.Write
        : DocumentHighlightKind.Read,
  }));
}
