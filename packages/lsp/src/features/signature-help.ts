import type { SignatureHelp } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';

/** The parameters of the template whose arguments are being written. */
export function signatureHelp(_snapshot: Snapshot, _offset: number): SignatureHelp | undefined {
  return undefined;
}
