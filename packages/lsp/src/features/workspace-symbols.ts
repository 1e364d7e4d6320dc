import { declarationsIn } from '@failover/compiler';
import type { WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Project } from '../workspace/project.js';
import { rangeIn } from '../workspace/snapshot.js';
import { fuzzyScore } from './fuzzy-score.js';
import { symbolKinds } from './symbol-kinds.js';

/** More would not be looked through by anybody. */
const most = 500;

/** The declarations of every project whose name has the letters of the query in their order, the best first. */
export function workspaceSymbols(projects: readonly Project[], query: string): WorkspaceSymbol[] {
  const found = projects.flatMap((project) =>
    project.program.uris.flatMap((uri) =>
      declarationsIn(project.program, uri).flatMap((symbol) => {
        const score = fuzzyScore(query, symbol.name);
        return score === undefined ? [] : [{ project, symbol, score }];
      }),
    ),
  );
  const ranked = found.toSorted((a, b) => b.score - a.score || a.symbol.name.length - b.symbol.name.length);
  // A file may belong to one project and be imported by another.
  const seen = new Set<string>();
  const once = ranked.filter(({ symbol: { uri, offset } }) => {
    const key = `${uri}#${offset}`;
    return !seen.has(key) && seen.add(key);
  });
  return once.slice(0, most).map(({ project, symbol }) => ({
    name: symbol.name,
    kind: symbolKinds[symbol.kind],
    location: { uri: symbol.uri, range: rangeIn(project, symbol.uri, symbol) },
    containerName: fileName(symbol.uri),
  }));
}

function fileName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
