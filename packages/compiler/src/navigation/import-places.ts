import type { Program } from '../program.js';
import { type Span, touches } from '../text/span.js';

/** The path of an import that leads to a file which can be read. */
export interface ImportPlace extends Span {
  /** As it is written, without its quotes. */
  readonly path: string;
  readonly target: string;
}

/** The imports of a file that lead somewhere. One that leads outside the root, or nowhere, is not among them. */
export function importsIn(program: Program, uri: string): ImportPlace[] {
  return (program.outline(uri)?.imports ?? []).flatMap(({ span, path, uri: target }) => {
    if (target === undefined || program.outline(target) === undefined) return [];
    return [{ offset: span.offset, length: span.length, path, target }];
  });
}

/** The import whose path is at a place. */
export function importAt(program: Program, uri: string, offset: number): ImportPlace | undefined {
  return importsIn(program, uri).find((one) => touches(one, offset));
}
