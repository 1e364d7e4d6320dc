import { type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { globProblem } from '@failover/compiler';
import { ending, glob, isGlob, isInside, reasonOf, search } from '@failover/files';
import { Fault } from './fault.js';
import { nearestPath } from './nearest-path.js';
import { didYouMean } from './output/did-you-mean.js';
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
  if (!isGlob(pattern)) return new Fault(`\`${pattern}\` has no ${kind.ending} file`);
  return new Fault(`\`${pattern}\` matches no ${kind.ending} file${didYouMean(nearestPath(pattern, kind.ending))}`);
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
  return `There is no file or folder \`${pattern}\`${didYouMean(nearestPath(pattern, kind.ending))}`;
}
