import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';

/** Why something is not renamed, in words for the person who asked. */
export class RenameRefused extends Error {}

/** @throws RenameRefused where nothing can be renamed */
export function prepareRename(
  _snapshot: Snapshot,
  _offset: number,
): { readonly range: Range; readonly placeholder: string } {
  throw new RenameRefused('There is nothing here that has a name');
}

/** @throws RenameRefused for a name that cannot be one, or that is taken */
export function rename(_snapshot: Snapshot, _offset: number, _name: string): WorkspaceEdit {
  throw new RenameRefused('There is nothing here that has a name');
}
