import type { Span } from '@failover/compiler';
import type { InlayHint } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';

/** What is taken when nothing is written, within a stretch of the file. */
export function inlayHints(_snapshot: Snapshot, _span: Span): InlayHint[] {
  return [];
}
