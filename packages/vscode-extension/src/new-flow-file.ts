import { SnippetString, window, workspace } from 'vscode';
import { starter } from './starter.js';

/** Opens a file that is saved nowhere yet, with a flow in it that compiles, and the cursor at the first thing to change. */
export async function newFlowFile(): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'failover' });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(starter));
}
