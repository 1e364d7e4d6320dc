import { projectFileName } from '@failover/compiler';

/** A URI of which no part has a character that is encoded, as most have none. */
const plain = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?[\w\-.!~*'()/]*$/i;

/**
 * URIs as the compiler writes them, so that a file has one, whoever names it: each part of the path encoded as
 * `encodeURIComponent` does. Editors encode more, or less.
 */
export function canonicalUri(uri: string): string {
  if (plain.test(uri)) return uri;
  // With a query the path is not all there is to the document, which then has no neighbours to import.
  const [, origin, path] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?)([^?#]*)$/i.exec(uri) ?? [];
  if (origin === undefined || path === undefined) return uri;
  return origin + path.split('/').map(canonicalPart).join('/');
}

function canonicalPart(part: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(part));
  } catch {
    return part;
  }
}

/** A part of a URI as a person reads it; one that cannot be decoded as it is. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The folder that a URI lies in, without a slash at its end; the URI itself where its scheme knows no folders. */
export function folderOf(uri: string): string {
  return hasFolder(uri) ? uri.slice(0, uri.lastIndexOf('/')) : uri;
}

/** Whether a URI lies in a folder: `untitled:Untitled-1` does not. */
export function hasFolder(uri: string): boolean {
  return uri.includes('/');
}

export function isInFolder(folder: string, uri: string): boolean {
  return uri.startsWith(`${folder}/`);
}

/** The innermost of the folders that hold a file. */
export function folderAround(uri: string, folders: readonly string[]): string | undefined {
  return folders.filter((folder) => isInFolder(folder, uri)).sort((a, b) => b.length - a.length)[0];
}

export function isProjectFile(uri: string): boolean {
  return uri.endsWith(`/${projectFileName}`);
}
