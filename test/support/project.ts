import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Flow, type Host, Program, type ProgramOptions, type ReadResult, type Values } from '@failover/compiler';

/** A folder of files as a program sees it: `root` is the folder itself, whatever it is called on this machine. */
export const root = 'folder:///project';

export function uriOf(file: string): string {
  return `${root}/${file.split('/').map(encodeURIComponent).join('/')}`;
}

export function fileOf(uri: string): string {
  return decodeURIComponent(uri.slice(root.length + 1));
}

/** Reads a folder of the disk. `instead` holds texts that take the place of files, by their path in the folder. */
export function folderHost(folder: string, instead: ReadonlyMap<string, string> = new Map()): Host {
  return { read: (uri) => readFile(folder, fileOf(uri), instead) };
}

function readFile(folder: string, file: string, instead: ReadonlyMap<string, string>): ReadResult {
  const text = instead.get(file);
  if (text !== undefined) return { text };
  const found = path.join(folder, file);
  const stats = statsOf(found);
  if (stats === undefined) return { problem: 'missing' };
  if (!stats.isFile()) return { problem: 'unreadable', reason: 'it is not a file' };
  try {
    return { text: decode(readFileSync(found)) };
  } catch {
    return { problem: 'unreadable', reason: 'it is not UTF-8' };
  }
}

/** Nothing where there is no file, also because none can have such a name. */
function statsOf(file: string) {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** As a text of the language: a byte order mark stays, what is not UTF-8 is refused. */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** Texts in memory, by their path in the folder. */
export function memoryHost(files: Readonly<Record<string, string>>): Host {
  return {
    read: (uri) => {
      const text = Object.hasOwn(files, fileOf(uri)) ? files[fileOf(uri)] : undefined;
      return text === undefined ? { problem: 'missing' } : { text };
    },
  };
}

export function programOf(host: Host, files: readonly string[], options: Omit<ProgramOptions, 'root'> = {}): Program {
  return new Program(host, files.map(uriOf), { ...options, root });
}

/** The values that a flow has parameters for: one file of values may serve several flows. */
export function valuesFor(flow: Flow, values: Values): Values {
  const names = flow.parameters.map(({ name }) => name).filter((name) => Object.hasOwn(values, name));
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}
