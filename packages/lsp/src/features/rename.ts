import { renameAt, renameable, type TextEdit } from '@failover/compiler';
import { defineKeyIn } from '@failover/compiler/project';
import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { workspaceEdit } from '../workspace/edits.js';
import type { Snapshot } from '../workspace/snapshot.js';

/** Why something is not renamed, in words for the person who asked. */
export class RenameRefused extends Error {}

/** @throws RenameRefused where nothing can be renamed */
export function prepareRename(
  { program, uri, document }: Snapshot,
  offset: number,
): { readonly range: Range; readonly placeholder: string } {
  const found = renameable(program, uri, offset);
  if ('refused' in found) throw new RenameRefused(found.refused);
  return { range: document.rangeOf(found), placeholder: found.symbol.name };
}

/** @throws RenameRefused for a name that cannot be one, or that is taken */
export function rename({ program, uri, project, client }: Snapshot, offset: number, name: string): WorkspaceEdit {
  const renamed = renameAt(program, uri, offset, name);
  if ('refused' in renamed) throw new RenameRefused(renamed.refused);
  const edits: TextEdit[] = [...renamed.edits];
  if (renamed.define !== undefined) {
    const settings = project.settingsUri;
    const key = defineKeyIn(project.document(settings).text, renamed.define);
    if (key === undefined) {
      throw new RenameRefused(`\`${renamed.define}\` is defined in failover.json at a place that cannot be found.`);
    }
    edits.push({ uri: settings, ...key, text: JSON.stringify(name) });
  }
  return workspaceEdit(project, edits, client);
}
