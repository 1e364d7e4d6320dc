import type { Span } from '@failover/compiler';
import type { CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';

/**
 * What can be done at a stretch of a file.
 * @param only the kinds that are asked for; all without it
 */
export function codeActions(
  _snapshot: Snapshot,
  _span: Span,
  _only: readonly CodeActionKind[] | undefined,
): CodeAction[] {
  return [];
}
