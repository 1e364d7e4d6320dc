import type { Span } from '@failover/compiler';
import type { TextEdit } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';

/** Edits that bring the file into its one layout. */
export function formatting(_snapshot: Snapshot): TextEdit[] {
  return [];
}

/** The same for the declarations that a stretch touches. */
export function rangeFormatting(_snapshot: Snapshot, _span: Span): TextEdit[] {
  return [];
}

/** The same after `}` or a new line was typed, right before the offset. */
export function onTypeFormatting(_snapshot: Snapshot, _offset: number, _typed: string): TextEdit[] {
  return [];
}
