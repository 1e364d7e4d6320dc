import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';

export const ending = '.failover';

/** Whether a file found in a folder or by a glob is meant, by its name. */
export type IsMeant = (name: string) => boolean;

const isSource: IsMeant = (name) => name.endsWith(ending);

/** Takes a folder that cannot be read; it may throw. */
export type OnUnreadable = (folder: string, error: unknown) => void;

/**
 * The files below a folder, but for node_modules, folders whose name starts with a dot, and symbolic links: those that
 * end in .failover, unless others are meant.
 */
export function search(folder: string, onUnreadable: OnUnreadable, isMeant = isSource): string[] {
  const found: string[] = [];
  const folders = [folder];
  for (const at of folders) {
    for (const entry of entriesOf(at, onUnreadable)) {
      const file = path.join(at, entry.name);
      if (entry.isFile() && isMeant(entry.name)) found.push(file);
      else if (entry.isDirectory() && !isSkippedFolder(entry.name)) folders.push(file);
    }
  }
  return found;
}

/** Whether the files of a folder are nobody's flows, by its name. */
export function isSkippedFolder(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.');
}

function entriesOf(folder: string, onUnreadable: OnUnreadable): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    onUnreadable(folder, error);
    return [];
  }
}

export function isGlob(pattern: string): boolean {
  return /[*?{}[\]()]/.test(pattern);
}

/** As a shell would have it: a folder that matches stands for everything in it. */
export async function glob(
  pattern: string,
  base: string,
  onUnreadable: OnUnreadable,
  isMeant = isSource,
): Promise<string[]> {
  const { glob: find } = await import('tinyglobby');
  const slashes = path.sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  const matches = await find([slashes], {
    cwd: base,
    absolute: true,
    onlyFiles: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**'],
  });
  return matches.flatMap((match) => {
    const file = path.normalize(match);
    if (match.endsWith('/')) return search(file, onUnreadable, isMeant);
    return isMeant(path.basename(file)) ? [file] : [];
  });
}
