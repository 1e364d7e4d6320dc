import { fixAll, organizeImports } from '@failover/compiler';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { workspaceEdit } from '../../workspace/edits.js';
import type { Snapshot } from '../../workspace/snapshot.js';
import { lineEdits } from '../formatting/line-edits.js';

/** Mends everything of the file of which there is no doubt how. */
export function fixAllAction(snapshot: Snapshot): CodeAction[] {
  const { program, uri, document, project, client } = snapshot;
  const fixed = fixAll(program, uri);
  if (fixed === undefined) return [];
  const edits = lineEdits(document.text, fixed.text).map((edit) => ({ uri, ...edit }));
  const kind = `${CodeActionKind.SourceFixAll}.failover`;
  return [{ title: 'Fix all', kind, edit: workspaceEdit(project, edits, client) }];
}

/** Sorts the imports, and takes out those that nothing needs. */
export function organizeAction({ program, uri, project, client }: Snapshot): CodeAction[] {
  const edits = organizeImports(program, uri);
  if (edits.length === 0) return [];
  const kind = CodeActionKind.SourceOrganizeImports;
  return [{ title: 'Organize imports', kind, edit: workspaceEdit(project, edits, client) }];
}
