import type { CodeLens } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';

/** What stands above each flow: its endpoint and parameters, its references, what can be done with it. */
export function codeLenses(_snapshot: Snapshot): CodeLens[] {
  return [];
}
