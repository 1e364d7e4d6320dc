import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { nearest } from '@failover/compiler';
import { isGlob } from '@failover/files';
import { shownPath } from './paths.js';

/**
 * The file, folder or glob that was most likely meant, as a person would name it. Any part of it may be misspelt.
 * @param named a path of which there is nothing, or a glob that matches nothing
 * @param ending what the files have that can be meant
 */
export function nearestPath(named: string, ending: string): string | undefined {
  const parts = named.split(path.sep === '\\' ? /[\\/]/ : '/');
  const firstGlob = parts.findIndex(isGlob);
  if (firstGlob === -1) return shownIf(meantBy(path.resolve(named), ending));
  // What is before the first part with a wildcard is a folder, and the rest is nobody's to guess.
  const folder = path.resolve(parts.slice(0, firstGlob).join('/'));
  const meant = existsSync(folder) ? undefined : shownIf(meantBy(folder));
  return meant && [meant, ...parts.slice(firstGlob)].join('/');
}

function shownIf(file: string | undefined): string | undefined {
  return file && shownPath(file);
}

/** @param ending of the files that can be meant; without it, only folders can */
function meantBy(file: string, ending?: string): string | undefined {
  const written = path.dirname(file);
  const folder = existsSync(written) ? written : meantBy(written);
  if (folder === undefined) return undefined;
  const names = namesIn(folder, ending);
  const name = path.basename(file);
  const isThere = (one: string | undefined) => one !== undefined && names.includes(one);
  const meant = [name, ending && name + ending].find(isThere) ?? nearestName(name, names, ending);
  return meant === undefined ? undefined : path.join(folder, meant);
}

/** What a name ends in says nothing of how near it is to another. */
function nearestName(name: string, names: readonly string[], ending: string | undefined): string | undefined {
  if (ending === undefined || !name.endsWith(ending)) return nearest(name, names);
  const bare = (full: string) => full.slice(0, -ending.length);
  const files = names.filter((one) => one.endsWith(ending)).map(bare);
  const meant = nearest(bare(name), files);
  return meant === undefined ? undefined : meant + ending;
}

function namesIn(folder: string, ending: string | undefined): string[] {
  try {
    const isMeant = (name: string) => ending !== undefined && name.endsWith(ending);
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory() || isMeant(entry.name)).map(({ name }) => name);
  } catch {
    return [];
  }
}
