import path from 'node:path';
import { pathOf, uriOf } from '@failover/files';

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

/** Whether a URI stands for standard input. */
export function isStdin(uri: string): boolean {
  return uri.endsWith(stdinEnding);
}

/** A URI as it is shown. */
export function shownUri(uri: string): string {
  return isStdin(uri) ? '<stdin>' : shownPath(pathOf(uri));
}
