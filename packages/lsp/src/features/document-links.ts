import { importsIn } from '@failover/compiler';
import type { DocumentLink } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';
import { decoded } from '../workspace/uris.js';

/** The paths of imports, and what they lead to. */
export function documentLinks({ program, uri, document, project }: Snapshot): DocumentLink[] {
  return importsIn(program, uri).map(({ offset, length, path, target }) => ({
    // The quotes are not part of the path. One that is not closed has a single quote.
    range: document.rangeOf({ offset: offset + 1, length: Math.min(path.length, length - 1) }),
    target,
    tooltip: `Open ${decoded(target.slice(project.root.length + 1))}`,
  }));
}
