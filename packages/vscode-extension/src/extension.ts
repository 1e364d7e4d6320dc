import type { ExtensionContext } from 'vscode';
import { stop } from './activate.js';

/** Node, or a worker of a browser. One file serves both, since nearly all of it is common; each loads its own part. */
const { process } = globalThis as { readonly process?: { readonly versions?: { readonly node?: string } } };

export async function activate(context: ExtensionContext): Promise<void> {
  const { start } = process?.versions?.node === undefined ? await import('./web.js') : await import('./desktop.js');
  start(context);
}

export function deactivate(): Promise<void> {
  return stop();
}
