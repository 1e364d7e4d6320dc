import type { CommandArguments } from '@failover/language-server/protocol';
import { type TextEditor, Uri, window } from 'vscode';

/** Where a command is to look: what it was called with by a lens above a flow, else where the cursor is. */
export function placeOf(given: unknown): CommandArguments | undefined {
  if (isPlace(given)) return { uri: given.uri, position: given.position };
  const editor = window.activeTextEditor;
  return editor !== undefined && isFlowEditor(editor) ? cursorOf(editor) : undefined;
}

export function cursorOf({ document, selection }: TextEditor): CommandArguments {
  const { line, character } = selection.active;
  return { uri: document.uri.toString(), position: { line, character } };
}

export function isFlowEditor({ document }: TextEditor): boolean {
  return document.languageId === 'failover';
}

/** The menu of an editor's title hands over the address of its file: then the cursor of that editor is meant. */
function isPlace(given: unknown): given is CommandArguments {
  if (typeof given !== 'object' || given === null || given instanceof Uri) return false;
  const { uri, position } = given as Partial<CommandArguments>;
  return typeof uri === 'string' && typeof position?.line === 'number' && typeof position.character === 'number';
}
