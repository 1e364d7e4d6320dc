import * as fs from 'node:fs';
import path from 'node:path';
import { reasonOf } from '@failover/files';
import { Fault } from './fault.js';
import { shownPath } from './paths.js';

/** A file that is to have another text. */
interface Change {
  readonly file: string;
  /** The file itself, where `file` is a symbolic link. */
  readonly target: string;
  readonly bytes: Buffer;
  /** Of the file that is there already. */
  readonly mode: number | undefined;
}

/**
 * Writes all of the files or none: each is written beside its place first, and then all are moved there. A file that has
 * its text already is left untouched; one that is there keeps its mode.
 * @param texts by absolute path
 * @returns the files that were written
 * @throws Fault when one of them cannot be written
 */
export function writeFiles(texts: ReadonlyMap<string, string>): string[] {
  const changes = [...texts].flatMap(([file, text]) => changeOf(file, Buffer.from(text)) ?? []);
  const temporaries = new Map<string, Change>();
  const release = holdSignals();
  try {
    for (const change of changes) {
      const name = `.failover-${process.pid}-${temporaries.size}.tmp`;
      const temporary = path.join(path.dirname(change.target), name);
      trying(change, () => {
        temporaries.set(temporary, change);
        fs.writeFileSync(temporary, change.bytes, { flag: 'wx' });
        if (change.mode !== undefined) fs.chmodSync(temporary, change.mode);
      });
    }
    for (const [temporary, change] of temporaries) trying(change, () => fs.renameSync(temporary, change.target));
  } catch (error) {
    for (const temporary of temporaries.keys()) fs.rmSync(temporary, { force: true });
    throw error;
  } finally {
    release();
  }
  return changes.map(({ file }) => file);
}

/** What there is to do, if anything. What can be known to fail fails here, before anything is written. */
function changeOf(file: string, bytes: Buffer): Change | undefined {
  return trying({ file }, () => {
    const link = fs.lstatSync(file, { throwIfNoEntry: false });
    if (link === undefined) return { file, target: file, bytes, mode: undefined };
    const target = link.isSymbolicLink() ? fs.realpathSync.native(file) : file;
    const { size, mode } = target === file ? link : fs.statSync(target);
    if (size === bytes.length && fs.readFileSync(target).equals(bytes)) return undefined;
    // A folder cannot be opened for writing, and a file that may not be written is not to be replaced either.
    fs.closeSync(fs.openSync(target, 'r+'));
    return { file, target, bytes, mode: mode & 0o7777 };
  });
}

/**
 * Writes new files, and the folders that they need: all of them or none, and none over a file that is there.
 * @param texts by absolute path
 * @throws Fault when one of them cannot be written
 */
export function createFiles(texts: ReadonlyMap<string, string>): void {
  const undo: (() => void)[] = [];
  const release = holdSignals();
  try {
    for (const [file, text] of texts) {
      undo.push(makeFolder(path.dirname(file)));
      trying({ file }, () => {
        const descriptor = fs.openSync(file, 'wx');
        undo.push(() => fs.rmSync(file));
        try {
          fs.writeFileSync(descriptor, text);
        } finally {
          fs.closeSync(descriptor);
        }
      });
    }
  } catch (error) {
    for (const step of undo.toReversed()) step();
    throw error;
  } finally {
    release();
  }
}

function trying<T>({ file }: { readonly file: string }, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new Fault(`\`${shownPath(file)}\` cannot be written: ${reasonOf(error)}`);
  }
}

/** Ctrl-C waits until the files are in their places: there is nothing between all and none. */
function holdSignals(): () => void {
  const wait = () => {};
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, wait);
  return () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, wait);
  };
}

/**
 * Makes a folder, and those above it, if they are not there.
 * @returns takes away again what was made, as far as it is empty
 */
export function makeFolder(folder: string): () => void {
  const made: string[] = [];
  const undo = () => {
    try {
      for (const one of made.toReversed()) fs.rmdirSync(one);
    } catch {
      // Somebody has put something into it.
    }
  };
  try {
    // One after the other: where a folder takes none, as /proc does, `recursive` goes on for ever.
    for (const missing of missingFolders(folder)) {
      fs.mkdirSync(missing);
      made.push(missing);
    }
    if (!fs.statSync(folder).isDirectory()) throw new Fault(`\`${shownPath(folder)}\` is not a folder`);
  } catch (error) {
    undo();
    if (error instanceof Fault) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Fault(`\`${shownPath(folder)}\` is not a folder`);
    throw new Fault(`The folder \`${shownPath(folder)}\` cannot be made: ${reasonOf(error)}`);
  }
  return undo;
}

/** The folders of a path that are not there, from the top. */
function missingFolders(folder: string): string[] {
  const missing: string[] = [];
  for (let at = folder; !fs.existsSync(at) && at !== path.dirname(at); at = path.dirname(at)) missing.unshift(at);
  return missing;
}
