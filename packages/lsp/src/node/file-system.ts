import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { globProblem, type ReadResult } from '@failover/compiler';
import {
  ending,
  glob,
  isGlob,
  isInside,
  linksLeave,
  pathOf,
  readTextFile,
  realFolder,
  rootAround,
  search,
  uriOf,
} from '@failover/files';
import type { FileSystem } from '../workspace/file-system.js';
import { folderAround, folderOf } from '../workspace/uris.js';

/** What is longer than this was hardly written by anybody, and would keep everything else waiting. */
const mostMegabytes = 16;

/** The files on disk. What is open under another scheme than `file:` has no neighbours here. */
export const nodeFiles: FileSystem = {
  read: async (uri, root) => (isFile(uri) && isFile(root) ? readFile(pathOf(uri), pathOf(root)) : missing),
  rootOf: async (uri, folders) => rootOf(uri, folders),
  rootsIn: async (folder) => {
    if (!isFile(folder)) return [];
    const rootOfFolder = rootsOnce([folder]);
    const roots = search(pathOf(folder), ignore).map((file) => rootOfFolder(path.dirname(file)));
    return [...new Set([rootOfFolder(pathOf(folder)), ...roots])];
  },
  find: async (root, include, folders) => {
    if (!isFile(root)) return [];
    const folder = pathOf(root);
    if (rootAround(folder) !== folder && !folders.includes(root)) return filesIn(folder).map(uriOf);
    const found = include === undefined ? search(folder, ignore) : await included(folder, include);
    const rootOfFolder = rootsOnce(folders);
    return found.filter((file) => rootOfFolder(path.dirname(file)) === root).map(uriOf);
  },
};

const missing: ReadResult = { problem: 'missing' };

/** A folder that cannot be read has no files; who imports one of them is told. */
function ignore(): void {}

/** Whether a URI names a path of this machine that a file can have. */
function isFile(uri: string): boolean {
  try {
    return uri.startsWith('file:///') && !decodeURIComponent(uri).includes('\0');
  } catch {
    return false;
  }
}

function readFile(file: string, root: string): ReadResult {
  if (linksLeave(realFolder(root), file)) return { problem: 'outside' };
  try {
    const { size } = statSync(file);
    if (size > mostMegabytes << 20) return { problem: 'unreadable', reason: `it is larger than ${mostMegabytes} MB` };
  } catch {
    // Reading it says why it cannot be read.
  }
  return readTextFile(file);
}

function rootOf(uri: string, folders: readonly string[]): string {
  const around = isFile(uri) ? rootAround(path.dirname(pathOf(uri))) : undefined;
  return around === undefined ? (folderAround(uri, folders) ?? folderOf(uri)) : uriOf(around);
}

/** The .failover files of a folder, without those of its subfolders. */
function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
      .map(({ name }) => path.join(folder, name));
  } catch {
    return [];
  }
}

/** Looks for the root of each folder once. */
function rootsOnce(folders: readonly string[]): (folder: string) => string {
  const known = new Map<string, string>();
  return (folder) => {
    let root = known.get(folder);
    if (root === undefined) {
      root = rootOf(uriOf(path.join(folder, ending)), folders);
      known.set(folder, root);
    }
    return root;
  };
}

/** The files of failover.json's `include`, none from outside the root. */
async function included(root: string, include: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const pattern of include) {
    for (const file of await matching(root, pattern)) {
      if (isInside(root, file) && file.endsWith(ending)) found.add(file);
    }
  }
  return [...found];
}

async function matching(root: string, pattern: string): Promise<string[]> {
  const file = path.resolve(root, pattern);
  if (!isInside(root, file)) return [];
  const stats = stat(file);
  if (stats?.isDirectory()) return search(file, ignore);
  if (stats?.isFile()) return [file];
  return isGlob(pattern) && globProblem(pattern) === undefined ? globbed(root, pattern) : [];
}

function stat(file: string) {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** While it is being typed, a pattern may be one that nothing can match. */
async function globbed(root: string, pattern: string): Promise<string[]> {
  try {
    return await glob(pattern, root, ignore);
  } catch {
    return [];
  }
}
