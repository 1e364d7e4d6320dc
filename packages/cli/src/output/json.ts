import type { Diagnostic } from '@failover/compiler';
import { type Place, type Position, pageOf } from '@failover/compiler';
import { shownUri } from '../paths.js';
import type { Sources } from './pretty.js';

/** Lines and columns count from 1, offsets from 0; columns and offsets in UTF-16 units. */
interface JsonPosition extends Position {
  readonly offset: number;
}

export interface JsonPlace {
  readonly file: string;
  readonly start: JsonPosition;
  readonly end: JsonPosition;
}

/** Diagnostics as `failover check --format json` prints them. */
export function jsonDiagnostics(diagnostics: readonly Diagnostic[], sources: Sources) {
  return {
    diagnostics: diagnostics.map((diagnostic) => {
      const { code, severity, message, fixes } = diagnostic;
      const { file, start, end } = placeOf(diagnostic, sources);
      return {
        ...{ file, code, severity, message, start, end, url: pageOf(code) },
        fixes: fixes.map(({ title, edits }) => ({
          title,
          edits: edits.map((edit) => ({ ...placeOf(edit, sources), text: edit.text })),
        })),
      };
    }),
  };
}

/** @param sources has the lines of the file */
export function placeOf({ uri, offset, length }: Place, sources: Sources): JsonPlace {
  const lines = sources(uri)?.lines;
  const position = (at: number): JsonPosition => ({ ...(lines?.positionAt(at) ?? { line: 1, column: 1 }), offset: at });
  return { file: shownUri(uri), start: position(offset), end: position(offset + length) };
}
