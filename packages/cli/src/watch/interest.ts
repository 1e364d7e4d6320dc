import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectFileName } from '@failover/compiler';
import { ending, isGlob, isInside, isSkippedFolder, pathOf, realPath } from '@failover/files';
import { Fault } from '../fault.js';
import { findProject, type Project } from '../project.js';
import { importedBy } from './changed-files.js';
import type { Job, Seen } from './watch.js';

/** Where something may happen that matters, as paths with their symbolic links followed. */
export interface Interest {
  /** Files, and folders of which every .failover file matters: there or not. */
  readonly trees: ReadonlySet<string>;
  /** Single files, there or not. */
  readonly files: ReadonlySet<string>;
}

/** What a job is interested in: what it was given, what that imports, and the settings around it. */
export async function interestOf({ patterns }: Job, { loaded, others }: Seen): Promise<Interest> {
  const project = loaded instanceof Fault ? await projectHere() : loaded.project;
  const files = new Set([...foldersUpTo(project?.root)].map((folder) => path.join(folder, projectFileName)));
  for (const file of others.keys()) files.add(file);
  if (!(loaded instanceof Fault)) for (const uri of importedBy(loaded.program)) files.add(pathOf(uri));
  return { trees: withLinks(treesOf(patterns, project)), files: withLinks(files) };
}

/** The project of the current folder, where it can be read. */
async function projectHere(): Promise<Project | undefined> {
  try {
    return await findProject([]);
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

/** The folders in which a failover.json would count. */
function foldersUpTo(root: string | undefined): Set<string> {
  const folders = new Set(root === undefined ? [] : [root]);
  for (let at = process.cwd(); root === undefined || isInside(root, at); at = path.dirname(at)) {
    folders.add(at);
    if (at === path.dirname(at)) break;
  }
  return folders;
}

function treesOf(patterns: readonly string[], project: Project | undefined): string[] {
  const current = process.cwd();
  if (patterns.length > 0) return patterns.map((pattern) => treeOf(pattern, current));
  const { root, settings } = project ?? { root: current, settings: undefined };
  return settings?.include === undefined ? [current] : settings.include.map((pattern) => treeOf(pattern, root));
}

/** The file or folder of a name, or the folder in which everything lies that a glob may match. */
function treeOf(pattern: string, base: string): string {
  const whole = path.resolve(base, pattern);
  if (!isGlob(pattern) || existsSync(whole)) return whole;
  const parts = pattern.split(path.sep === '\\' ? /[\\/]/ : '/');
  const plain = parts.slice(
    0,
    parts.findIndex((part) => isGlob(part)),
  );
  return path.resolve(base, pattern.startsWith('/') ? '/' : '', plain.join('/'));
}

/** Paths as the file system has them; of a symbolic link both what it is and what it leads to. */
function withLinks(paths: Iterable<string>): Set<string> {
  const real = new Set<string>();
  for (const one of paths) {
    real.add(path.join(realPath(path.dirname(one)), path.basename(one)));
    real.add(realPath(one));
  }
  return real;
}

/** Whether a path may matter, or lies on the way to what does. */
export function isWanted({ trees, files }: Interest, onTheWay: ReadonlySet<string>, file: string, isFile: boolean) {
  if (files.has(file) || trees.has(file) || onTheWay.has(file)) return true;
  for (const tree of trees) {
    if (!isInside(tree, file)) continue;
    const folders = path.relative(tree, file).split(path.sep);
    const isSource = file.endsWith(ending);
    if (isFile || isSource) folders.pop();
    if ((!isFile || isSource) && !folders.some(isSkippedFolder)) return true;
  }
  return false;
}
