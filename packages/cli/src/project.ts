import path from 'node:path';
import { type Diagnostic, noSettings, type ProjectSettings, projectFileName } from '@failover/compiler';
import { isInside, readTextFile, rootAround, uriOf } from '@failover/files';
import { Fault } from './fault.js';
import { shownPath } from './paths.js';

export interface Project {
  /** The folder outside of which nothing is imported. */
  readonly root: string;
  readonly settings: ProjectSettings;
  /** What is wrong with failover.json. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text of failover.json by its URI, if there is one. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * The project around the current folder. Where files are named that lie outside of it, it is the one around the folder
 * that holds them all, so that a file may import its neighbours from wherever the command is run.
 */
export async function findProject(files: readonly string[]): Promise<Project> {
  const current = process.cwd();
  const here = rootAround(current) ?? current;
  if (files.every((file) => isInside(here, file))) return readProject(here);
  const common = commonFolder(files);
  return readProject(rootAround(common) ?? common);
}

export function commonFolder(files: readonly string[]): string {
  let common = path.dirname(files[0] ?? process.cwd());
  for (const file of files) while (!isInside(common, file)) common = path.dirname(common);
  return common;
}

export async function readProject(root: string): Promise<Project> {
  const file = path.join(root, projectFileName);
  const read = readTextFile(file);
  if ('text' in read) {
    const { readSettings } = await import('@failover/compiler/project');
    const uri = uriOf(file);
    return { root, texts: new Map([[uri, read.text]]), ...readSettings(uri, read.text) };
  }
  if (read.problem === 'unreadable' && read.reason !== 'it is a folder') {
    throw new Fault(`\`${shownPath(file)}\` cannot be read: ${read.reason}`);
  }
  return { root, settings: noSettings, diagnostics: [], texts: new Map() };
}
