import { realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { projectFileName } from '@failover/compiler';
import { isInside } from './uri.js';

/** The nearest folder upward with failover.json, else the nearest with .git, else nothing. */
export function rootAround(folder: string): string | undefined {
  return (
    nearestWith(folder, (at) => statsOf(path.join(at, projectFileName))?.isFile() === true) ?? repositoryAround(folder)
  );
}

/** The nearest folder upward with .git, which is a file in a further checkout of a repository. */
export function repositoryAround(folder: string): string | undefined {
  return nearestWith(folder, (at) => statsOf(path.join(at, '.git')) !== undefined);
}

function nearestWith(folder: string, isWanted: (folder: string) => boolean): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (isWanted(at)) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

/** Nothing, for what is not there or is out of reach. */
function statsOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** A folder with its symbolic links followed. */
export function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}

/** The real path of as much as there is of a path, and then the rest of it. */
export function realPath(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    const folder = path.dirname(file);
    return folder === file ? file : path.join(realPath(folder), path.basename(file));
  }
}

/** Whether symbolic links on the path of a file that looks as if it were inside a real folder lead out of it. */
export function linksLeave(folder: string, file: string): boolean {
  try {
    return !isInside(folder, realpathSync.native(file));
  } catch {
    // What is not there, or goes in a circle, is told when it is read.
    return false;
  }
}
