import { names } from '../diagnostics/fo2-names.js';
import type { Report } from '../diagnostics/reporter.js';
import type * as tree from '../syntax/tree.js';
import { replaceWith } from './fixes.js';
import type { Import } from './model.js';

/** What a host has under a URI: a text, or the reason why there is none. */
export type ReadResult =
  | { readonly text: string }
  | { readonly problem: 'missing' }
  | { readonly problem: 'outside' }
  | { readonly problem: 'unreadable'; readonly reason: string };

/** The path that an import names, when it is one at all. */
export function importPath(node: tree.ImportNode, uri: string, report: Report): string | undefined {
  const text = node.path;
  if (text === undefined || !text.sound) return undefined;
  const hole = text.parts.find((part) => part.kind === 'hole');
  if (hole !== undefined) {
    report(names.holeInFixedText, hole, { what: 'The path of an import' });
    return undefined;
  }
  const path = text.parts.map((part) => (part.kind === 'chars' ? part.value : '')).join('');
  if (/^\.\.?\//.test(path) && path.endsWith('.failover') && !/[\\\n]/.test(path)) return path;
  const suggestion = suggestPath(path);
  const fixes = suggestion === undefined ? [] : [replaceWith(uri, text, `"${suggestion}"`)];
  report(names.importPath, text, { path }, { fixes });
  return undefined;
}

function suggestPath(path: string): string | undefined {
  if (!/^[\w./\\ -]+$/.test(path) || /^[/\\]/.test(path) || path.endsWith('/')) return undefined;
  const slashes = path.replaceAll('\\', '/');
  const relative = /^\.\.?\//.test(slashes) ? slashes : `./${slashes}`;
  return relative.endsWith('.failover') ? relative : `${relative.replace(/\.$/, '')}.failover`;
}

/** The URI that a path leads to from the file in which it stands. Characters that a URI cannot have are encoded. */
export function resolvePath(base: string, path: string): string {
  const [, origin = '', folders = ''] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)?(.*)$/i.exec(base) ?? [];
  const segments = folders.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')));
    else if (segments.length > 1) segments.pop();
  }
  return origin + segments.join('/');
}

/** The name of the file that a URI leads to, with the characters that a URI cannot have. */
export function fileNameOf(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  return /%[0-9A-Fa-f]{2}/.test(last) ? safeDecode(last) : last;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether a URI lies in the folder of another. Without a root, everything does. */
export function isInside(root: string | undefined, uri: string): boolean {
  if (root === undefined) return true;
  return uri.startsWith(root.endsWith('/') ? root : `${root}/`);
}

/**
 * Finds imports that lead back to where they started. Each circle is one fault, told at the import that closes it when
 * the files are walked in order.
 */
export function findCircles(
  uris: Iterable<string>,
  importsOf: (uri: string) => readonly Import[],
): { uri: string; import: Import; circle: readonly string[] }[] {
  const circles: { uri: string; import: Import; circle: readonly string[] }[] = [];
  const done = new Set<string>();
  for (const start of uris) {
    if (done.has(start) || importsOf(start).length === 0) continue;
    // A walk with a stack of its own: a chain of imports may be longer than the call stack is deep.
    const path: { uri: string; next: number }[] = [{ uri: start, next: 0 }];
    const onPath = new Map<string, number>([[start, 0]]);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const edge = importsOf(top.uri)[top.next++];
      if (edge === undefined) {
        path.pop();
        onPath.delete(top.uri);
        done.add(top.uri);
      } else if (edge.uri !== undefined && onPath.has(edge.uri)) {
        const circle = [...path.slice(onPath.get(edge.uri)).map(({ uri }) => uri), edge.uri];
        circles.push({ uri: top.uri, import: edge, circle });
      } else if (edge.uri !== undefined && !done.has(edge.uri)) {
        onPath.set(edge.uri, path.length);
        path.push({ uri: edge.uri, next: 0 });
      }
    }
  }
  return circles;
}
