import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.js';
import type { Workspace } from '../workspace/workspace.js';
import { documentIn } from './params.js';
import type { Session } from './session.js';

export type DocumentWork = (snapshot: Snapshot, params: unknown, token: CancellationToken) => unknown;

/**
 * The document that a request is about, as it was when the request came.
 * @throws an error that answers the request when the document was changed while its files were read: the positions of the
 * request and of its answer would be those of two texts
 */
export async function snapshotFor({ workspace }: Session, params: unknown): Promise<Snapshot | undefined> {
  const uri = documentIn(params);
  const version = workspace.document(uri)?.version;
  const snapshot = await workspace.snapshot(uri);
  throwIfModified(workspace, uri, version);
  return snapshot;
}

export function throwIfModified(workspace: Workspace, uri: string, version: number | undefined): void {
  if (workspace.document(uri)?.version !== version) throw modified();
}

export function modified(): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed');
}
