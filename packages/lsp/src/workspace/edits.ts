import type { TextEdit as CompilerEdit } from '@failover/compiler';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Project } from './project.js';
import type { ClientFeatures } from './snapshot.js';

/** Edits of the compiler as those of a client, tied to the versions that they are for where it can name them. */
export function workspaceEdit(
  project: Project,
  edits: readonly CompilerEdit[],
  { documentChanges }: Pick<ClientFeatures, 'documentChanges'>,
): WorkspaceEdit {
  const byFile = new Map<string, TextEdit[]>();
  for (const edit of edits.toSorted((a, b) => a.offset - b.offset)) {
    const own = byFile.get(edit.uri) ?? [];
    own.push({ range: project.document(edit.uri).rangeOf(edit), newText: edit.text });
    byFile.set(edit.uri, own);
  }
  if (!documentChanges) return { changes: Object.fromEntries(byFile) };
  return {
    documentChanges: [...byFile].map(([uri, own]) => ({
      textDocument: { uri, version: project.document(uri).version ?? null },
      edits: own,
    })),
  };
}
