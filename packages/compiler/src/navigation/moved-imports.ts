import type { TextEdit } from '../diagnostics/diagnostic.js';
import { isInside, resolvePath } from '../names/imports.js';
import type { Program } from '../program.js';

/** Where a file or folder was, and where it will be. */
export interface Moved {
  readonly from: string;
  readonly to: string;
}

/**
 * What the imports of a program must say once files and folders have another place. The places of the edits are those
 * before. An import that would lead outside the root of its file is left as it is, so that its diagnostic says so.
 * @param rootOf the root of the project that a file belongs to
 */
export function importsAfterMoves(
  program: Program,
  moves: readonly Moved[],
  rootOf: (uri: string) => string | undefined,
): TextEdit[] {
  return program.uris.flatMap((uri) => {
    const own = placeAfter(uri, moves);
    const root = rootOf(own);
    if (!isInside(root, own)) return [];
    return (program.outline(uri)?.imports ?? []).flatMap(({ span, path, uri: target }): TextEdit[] => {
      if (target === undefined) return [];
      const then = placeAfter(target, moves);
      if (samePlace(resolvePath(own, path), then) || !isInside(root, then)) return [];
      const text = `"${escaped(relativePath(own, then))}"`;
      return [{ uri, offset: span.offset, length: span.length, text }];
    });
  });
}

function placeAfter(uri: string, moves: readonly Moved[]): string {
  const decoded = decode(uri);
  for (const { from, to } of moves) {
    const folder = decode(from).replace(/\/+$/, '');
    if (decoded === folder) return to;
    if (!decoded.startsWith(`${folder}/`)) continue;
    // The same number of segments, however they are encoded.
    const rest = uri.split('/').slice(folder.split('/').length);
    return [to.replace(/\/+$/, ''), ...rest].join('/');
  }
  return uri;
}

/** Clients encode characters that need not be. */
function samePlace(a: string, b: string): boolean {
  return decode(a) === decode(b);
}

function decode(uri: string): string {
  const segments = uri.split('/').map((segment) => {
    try {
      // A slash within a segment is none between two.
      return decodeURIComponent(segment).replaceAll('/', '%2F');
    } catch {
      return segment;
    }
  });
  return segments.join('/');
}

function relativePath(from: string, to: string): string {
  const folders = decode(from).split('/').slice(0, -1);
  const target = decode(to).split('/');
  let common = 0;
  while (common < folders.length && common < target.length - 1 && folders[common] === target[common]) common++;
  const up = folders.length - common;
  return [...(up === 0 ? ['.'] : Array.from({ length: up }, () => '..')), ...target.slice(common)].join('/');
}

function escaped(path: string): string {
  return path.replace(/["\\{}]/g, '\\$&');
}
