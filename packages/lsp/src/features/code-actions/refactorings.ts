import { refactoringsAt, type Span } from '@failover/compiler';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { workspaceEdit } from '../../workspace/edits.js';
import type { Snapshot } from '../../workspace/snapshot.js';

const kinds = {
  extract: CodeActionKind.RefactorExtract,
  inline: CodeActionKind.RefactorInline,
  rewrite: CodeActionKind.RefactorRewrite,
};

/** What can be written another way where a stretch starts. */
export function refactorings(snapshot: Snapshot, { offset }: Span): CodeAction[] {
  return refactoringsAt(snapshot.program, snapshot.uri, offset).map(({ kind, title, edits }) => ({
    title,
    kind: kinds[kind],
    edit: workspaceEdit(snapshot.project, edits, snapshot.client),
  }));
}
