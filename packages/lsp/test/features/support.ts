import type { Location, Range } from 'vscode-languageserver-types';
import type { Snapshot } from '../../src/workspace/snapshot.js';
import { type Marked, uriOf } from '../support/marked.js';

/** A place as `main.failover 12+3`, which compares and reads well. */
export function shown({ project }: Snapshot, { uri, range }: Location): string {
  const { offset, length } = project.document(uri).spanOf(range);
  return `${uri.slice(uriOf('').length)} ${offset}+${length}`;
}

export function shownMarks({ places }: Marked): string[] {
  return places.map(({ name, offset, length }) => `${name} ${offset}+${length}`);
}

export function textAt({ document }: Snapshot, range: Range): string {
  const { offset, length } = document.spanOf(range);
  return document.text.slice(offset, offset + length);
}
