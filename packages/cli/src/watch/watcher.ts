import { statSync } from 'node:fs';
import path from 'node:path';
import { isInside, realPath } from '@failover/files';
import type { FSWatcher } from 'chokidar';
import { Fault } from '../fault.js';
import type { Changes } from './changes.js';
import { type Interest, isWanted } from './interest.js';

/** Watches what is of interest, and marks a change whenever something happens there. */
export class Watcher {
  readonly #changes: Changes;
  #current: FSWatcher | undefined;
  #interest: Interest = { trees: new Set(), files: new Set() };
  #bases: readonly string[] = [];
  /** What each folder that is watched was known by when it was first seen. */
  readonly #folders = new Map<string, string>();

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  /**
   * Sees to it that everything of interest is watched, also where a folder has been put into the place of another.
   * @returns whether the watching has started anew, so that a change before may have passed unseen
   */
  async follow(interest: Interest): Promise<boolean> {
    // What mattered before a fault matters still: it may be what the fault is about.
    const all = {
      trees: new Set([...this.#interest.trees, ...interest.trees]),
      files: new Set([...this.#interest.files, ...interest.files]),
    };
    const isKnown = all.trees.size === this.#interest.trees.size && all.files.size === this.#interest.files.size;
    const bases = basesOf(all);
    if (isKnown && bases.join('\0') === this.#bases.join('\0') && this.#areFoldersTheSame()) return false;
    // First the end of the old: the library shares what it holds of the system, also of a folder that is gone.
    await this.#current?.close();
    this.#interest = all;
    this.#bases = bases;
    this.#current = await this.#start(all, bases);
    this.#folders.clear();
    this.#areFoldersTheSame();
    return true;
  }

  /** Whether each folder that is watched is still the one that it was. */
  #areFoldersTheSame(): boolean {
    let isSame = true;
    for (const folder of Object.keys(this.#current?.getWatched() ?? {})) {
      const stats = statSync(folder, { throwIfNoEntry: false });
      if (stats === undefined) continue;
      const identity = `${stats.ino} ${stats.birthtimeMs}`;
      const known = this.#folders.get(folder);
      if (known !== undefined && known !== identity) isSame = false;
      this.#folders.set(folder, identity);
    }
    return isSame;
  }

  async #start(interest: Interest, bases: string[]): Promise<FSWatcher> {
    const { watch } = await import('chokidar');
    const onTheWay = foldersAbove([...interest.trees, ...interest.files]);
    const watcher = watch(bases, {
      ignoreInitial: true,
      ignorePermissionErrors: true,
      followSymlinks: false,
      ignored: (file, stats) => !isWanted(interest, onTheWay, path.normalize(file), stats?.isFile() === true),
    });
    watcher.on('all', () => this.#changes.mark());
    // As the system tells it, before the library has looked at each file: so that a burst is seen to go on.
    watcher.on('raw', (_event, name, details) => {
      const { watchedPath = '' } = details as { readonly watchedPath?: string };
      const file = path.join(watchedPath, name ?? '');
      if (isWanted(interest, onTheWay, file, true)) this.#changes.mark();
    });
    watcher.on('error', (error) => {
      const fault = faultOf(error as NodeJS.ErrnoException);
      if (fault === undefined) this.#changes.mark();
      else this.#changes.fail(fault);
    });
    await new Promise<void>((resolve) => watcher.once('ready', resolve));
    return watcher;
  }
}

function foldersAbove(files: readonly string[]): Set<string> {
  const folders = new Set<string>();
  for (const file of files) {
    for (let at = path.dirname(file); !folders.has(at); at = path.dirname(at)) folders.add(at);
  }
  return folders;
}

/** Folders that are there, and in which everything of interest lies. */
function basesOf({ trees, files }: Interest): string[] {
  const bases = [existingFolder(realPath(process.cwd()))];
  for (const one of [...trees, ...files]) {
    if (!bases.some((base) => isInside(base, one))) bases.push(existingFolder(path.dirname(one)));
  }
  return bases.filter((base) => !bases.some((other) => other !== base && isInside(other, base)));
}

/** The folder, or the nearest above it that is there. */
function existingFolder(folder: string): string {
  let at = folder;
  while (at !== path.dirname(at) && statSync(at, { throwIfNoEntry: false })?.isDirectory() !== true)
    at = path.dirname(at);
  return at;
}

/** A fault after which changes would be missed. */
function faultOf({ code }: NodeJS.ErrnoException): Fault | undefined {
  switch (code) {
    case 'ENOSPC':
      return new Fault('The files cannot be watched: the system watches no more of them', {
        help: 'Name fewer files, or raise `fs.inotify.max_user_watches`.',
      });
    case 'EMFILE':
    case 'ENFILE':
      return new Fault('The files cannot be watched: too many files are open', {
        help: 'Name fewer files, or raise the limit (`ulimit -n`).',
      });
    default:
      return undefined;
  }
}
