import path from 'node:path';

/** A path of which nothing is to be encoded, as most are. */
const plainPath = /^[\w.!~*'()/-]*$/;

/**
 * The URI of an absolute path. Each part is encoded as the compiler encodes the parts of an import, so that a file has
 * one URI, whether it is named or imported.
 */
export function uriOf(file: string): string {
  if (path.sep === '/' && plainPath.test(file)) return `file://${file}`;
  const parts = file.split(path.sep).map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')));
  return `file://${file.startsWith(path.sep) ? '' : '/'}${parts.join('/')}`;
}

/** The absolute path that a URI of ours stands for. */
export function pathOf(uri: string): string {
  const parts = uri.slice('file://'.length).split('/').map(decodeURIComponent);
  // On Windows a drive stands where other systems have the empty name of the root.
  return (path.sep === '\\' && parts[1]?.endsWith(':') ? parts.slice(1) : parts).join(path.sep);
}

export function isInside(folder: string, file: string): boolean {
  if (file.startsWith(folder) && file[folder.length] === path.sep && !file.includes('..')) return true;
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
