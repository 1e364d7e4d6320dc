import path from 'node:path';

/**
 * The URI of an absolute path. Each part is encoded as the compiler encodes the parts of an import, so that a file has
 * one URI, whether it is named or imported.
 */
export function uriOf(file: string): string {
  const parts = file.split(path.sep).map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')));
  return `file://${file.startsWith(path.sep) ? '' : '/'}${parts.join('/')}`;
}

/** The absolute path that a URI of ours stands for. */
export function pathOf(uri: string): string {
  const parts = uri.slice('file://'.length).split('/').map(decodeURIComponent);
  // On Windows a drive stands where other systems have the empty name of the root.
  return (path.sep === '\\' && parts[1]?.endsWith(':') ? parts.slice(1) : parts).join(path.sep);
}

const stdinEnding = '%2Efailover';

/** The text of standard input, as a file of the current folder. No path leads to it: a path never has its dot encoded. */
export function stdinUri(): string {
  return `${uriOf(path.join(process.cwd(), 'flow'))}${stdinEnding}`;
}

/** A file as the person who runs the command would name it: relative to the current folder, with slashes. */
export function shownPath(file: string): string {
  const relative = path.relative(process.cwd(), file) || '.';
  return path.sep === '\\' ? relative.replaceAll('\\', '/') : relative;
}

/** A URI as it is shown. */
export function shownUri(uri: string): string {
  return uri.endsWith(stdinEnding) ? '<stdin>' : shownPath(pathOf(uri));
}

export function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
