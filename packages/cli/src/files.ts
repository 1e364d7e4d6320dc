import { readdirSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { globProblem, nearest } from '@failover/compiler';
import { ending, glob, isGlob, isInside, reasonOf, search } from '@failover/files';
import { Fault } from './fault.js';
import { shownPath } from './paths.js';
import type { Project } from './project.js';

/** What a command takes from folders and globs: files of an ending, but for some names. */
export interface FileKind {
  readonly ending: string;
  readonly leavesOut: readonly string[];
  /** Whether a file that is named may be of another kind. */
  readonly takesAny: boolean;
}

const sources: FileKind = { ending, leavesOut: [], takesAny: false };

/**
 * The files of a kind, .failover files unless another is asked for, that files, folders and globs stand for, as absolute
 * paths: in order, each once. Folders are searched to the bottom, but for node_modules, folders whose name starts with a
 * dot, and symbolic links.
 * @throws Fault for a pattern that stands for no file
 */
export async function findFiles(patterns: readonly string[], kind = sources): Promise<string[]> {
  const found = new Set<string>();
  for (const pattern of patterns) {
    const files = await filesOf(pattern, process.cwd(), kind);
    if (files === undefined || files.length === 0) throw noFileFor(pattern, files, kind);
    for (const file of files) found.add(file);
  }
  return [...found].sort();
}

/** @param found the files that the pattern stands for: none, or nothing where there is nothing of its name */
export function noFileFor(pattern: string, found: readonly string[] | undefined, kind = sources): Fault {
  if (found === undefined) return new Fault(missing(pattern, kind));
  return new Fault(`\`${pattern}\` ${isGlob(pattern) ? 'matches' : 'has'} no ${kind.ending} file`);
}

/** The files of a project, for commands that are given none: those it includes, else those of the current folder. */
export async function findProjectFiles({ root, settings }: Project): Promise<string[]> {
  const { include } = settings;
  const found = new Set<string>();
  for (const pattern of include ?? [process.cwd()]) {
    if (include !== undefined && !isInside(root, path.resolve(root, pattern))) {
      throw new Fault(`\`include\` of failover.json leads out of the project, to \`${pattern}\``);
    }
    for (const one of (await filesOf(pattern, root)) ?? []) found.add(one);
  }
  if (found.size > 0) return [...found].sort();
  const where = include ? '`include` of failover.json stands for' : 'The current folder has';
  throw new Fault(`${where} no ${ending} file`, { help: 'Name files, folders or globs.' });
}

/** Nothing, when there is no file or folder of that name and it is no glob. */
export async function filesOf(pattern: string, base: string, kind = sources): Promise<string[] | undefined> {
  const isMeant = (name: string) => name.endsWith(kind.ending) && !kind.leavesOut.includes(name);
  const file = path.resolve(base, pattern);
  const stats = pattern === '' ? undefined : statsOf(file);
  if (stats?.isDirectory()) return search(file, onUnreadable, isMeant);
  if (stats !== undefined) {
    const fits = kind.takesAny || file.endsWith(kind.ending);
    if (!fits) throw new Fault(`\`${shownPath(file)}\` is not a ${kind.ending} file`);
    return [file];
  }
  if (!isGlob(pattern)) return undefined;
  checkGlob(pattern);
  return glob(pattern, base, onUnreadable, isMeant);
}

/** @throws Fault for one that could be tried for minutes */
export function checkGlob(pattern: string): void {
  const problem = globProblem(pattern);
  if (problem !== undefined) throw new Fault(`The glob \`${pattern}\` cannot be used: it ${problem}`);
}

/** Nothing, when there is no file or folder of that name. */
export function statsOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE') return undefined;
    throw new Fault(`\`${shownPath(file)}\` cannot be read: ${reasonOf(error)}`);
  }
}

export function onUnreadable(folder: string, error: unknown): never {
  throw new Fault(`The folder \`${shownPath(folder)}\` cannot be read: ${reasonOf(error)}`);
}

export function missing(pattern: string, kind = sources): string {
  if (pattern === '') return 'An empty name stands for no file';
  const file = path.resolve(pattern);
  const names = namesIn(path.dirname(file), kind.ending);
  const name = path.basename(file);
  const meant = names.includes(name + kind.ending) ? name + kind.ending : nearestFile(name, names, kind.ending);
  const suggestion = meant && shownPath(path.join(path.dirname(file), meant));
  return `There is no file or folder \`${pattern}\`${suggestion ? `; did you mean \`${suggestion}\`?` : ''}`;
}

/** What a name ends in says nothing of how near it is to another. */
function nearestFile(name: string, names: readonly string[], ending: string): string | undefined {
  if (!name.endsWith(ending)) return nearest(name, names);
  const bare = (full: string) => full.slice(0, -ending.length);
  const files = names.filter((one) => one.endsWith(ending)).map(bare);
  const meant = nearest(bare(name), files);
  return meant === undefined ? undefined : meant + ending;
}

/** The files and folders that could have been meant. */
function namesIn(folder: string, ending: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory() || entry.name.endsWith(ending)).map(({ name }) => name);
  } catch {
    return [];
  }
}
