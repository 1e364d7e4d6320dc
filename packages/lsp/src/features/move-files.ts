import { importsAfterMoves } from '@failover/compiler';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Project } from '../workspace/project.js';

/** A file or folder that is about to get another place. */
export interface Move {
  readonly oldUri: string;
  readonly newUri: string;
}

/** Rewrites the imports of files that are moved, and of those that import them. */
export function moveFiles(projects: readonly Project[], moves: readonly Move[]): WorkspaceEdit | undefined {
  const moved = moves.map(({ oldUri, newUri }) => ({ from: oldUri, to: newUri }));
  const roots = projects.map(({ root }) => root).toSorted((a, b) => b.length - a.length);
  const changes: Record<string, TextEdit[]> = {};
  for (const project of projects) {
    const found: Record<string, TextEdit[]> = {};
    const rootOf = (uri: string) => roots.find((root) => uri.startsWith(`${root}/`)) ?? project.root;
    for (const { uri, text, ...span } of importsAfterMoves(project.program, moved, rootOf)) {
      found[uri] = [...(found[uri] ?? []), { range: project.document(uri).rangeOf(span), newText: text }];
    }
    // A file of two projects is edited once.
    Object.assign(changes, found);
  }
  return Object.keys(changes).length === 0 ? undefined : { changes };
}
