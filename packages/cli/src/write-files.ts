import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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
        writeFileSync(temporary, change.bytes, { flag: 'wx' });
        if (change.mode !== undefined) chmodSync(temporary, change.mode);
      });
    }
    for (const [temporary, change] of temporaries) trying(change, () => renameSync(temporary, change.target));
  } catch (error) {
    for (const temporary of temporaries.keys()) rmSync(temporary, { force: true });
    throw error;
  } finally {
    release();
  }
  return changes.map(({ file }) => file);
}

/**
 * Writes files to a folder, all of them or none.
 * @param texts by the names of the files
 * @returns how many were written: those that have their text already are left untouched
 * @throws Fault when one of them cannot be written; then nothing is left of it
 */
export function writeFolder(folder: string, texts: ReadonlyMap<string, string>): number {
  if (isFree(folder)) {
    writeNewFolder(folder, texts);
    return texts.size;
  }
  const undo = makeFolder(folder);
  try {
    return writeFiles(new Map([...texts].map(([name, text]) => [path.join(folder, name), text]))).length;
  } catch (error) {
    undo();
    throw error;
  }
}

/** Whether nothing at all is at a path, not even a link that leads nowhere. */
function isFree(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
}

/**
 * Writes a folder that is not there yet: it is made beside its place, and moved there with everything in it, which saves a
 * move for each file.
 */
function writeNewFolder(folder: string, texts: ReadonlyMap<string, string>): void {
  const undo = makeFolder(path.dirname(folder), folder);
  const temporary = path.join(path.dirname(folder), `.failover-${process.pid}.tmp`);
  const release = holdSignals();
  try {
    making(folder, () => mkdirSync(temporary));
    for (const [name, text] of texts) {
      const file = { file: path.join(folder, name) };
      trying(file, () => writeFileSync(temporary + path.sep + name, text, { flag: 'wx' }));
    }
    making(folder, () => renameSync(temporary, folder));
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    undo();
    throw error;
  } finally {
    release();
  }
}

/** What there is to do, if anything. What can be known to fail fails here, before anything is written. */
function changeOf(file: string, bytes: Buffer): Change | undefined {
  return trying({ file }, () => {
    const link = lstatSync(file, { throwIfNoEntry: false });
    if (link === undefined) return { file, target: file, bytes, mode: undefined };
    const target = link.isSymbolicLink() ? realpathSync.native(file) : file;
    const { size, mode } = target === file ? link : statSync(target);
    if (size === bytes.length && readFileSync(target).equals(bytes)) return undefined;
    // A folder cannot be opened for writing, and a file that may not be written is not to be replaced either.
    closeSync(openSync(target, 'r+'));
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
        const descriptor = openSync(file, 'wx');
        undo.push(() => rmSync(file));
        try {
          writeFileSync(descriptor, text);
        } finally {
          closeSync(descriptor);
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

const heldSignals = ['SIGINT', 'SIGTERM'] as const;
let holders = 0;
let held: NodeJS.Signals | undefined;

function hold(signal: NodeJS.Signals): void {
  held = signal;
}

/** Ctrl-C waits until the files are in their places: there is nothing between all and none. */
function holdSignals(): () => void {
  if (holders++ === 0) for (const signal of heldSignals) process.on(signal, hold);
  return () => {
    // A signal that came in the meantime is told only when the event loop gets to it.
    setImmediate(() => {
      if (--holders > 0) return;
      for (const signal of heldSignals) process.off(signal, hold);
      if (held !== undefined) process.kill(process.pid, held);
    });
  };
}

/**
 * Makes a folder, and those above it, if they are not there.
 * @param wanted the folder for which it is made, which a fault names
 * @returns takes away again what was made, as far as it is empty
 */
export function makeFolder(folder: string, wanted = folder): () => void {
  const made: string[] = [];
  const undo = () => {
    try {
      for (const one of made.toReversed()) rmdirSync(one);
    } catch {
      // Somebody has put something into it.
    }
  };
  try {
    making(wanted, () => {
      // One after the other: where a folder takes none, as /proc does, `recursive` goes on for ever.
      for (const missing of missingFolders(folder)) {
        mkdirSync(missing);
        made.push(missing);
      }
      // One that is wanted for another in it shows what it is when that is made.
      if (folder === wanted && !statSync(folder).isDirectory())
        throw new Fault(`\`${shownPath(folder)}\` is not a folder`);
    });
  } catch (error) {
    undo();
    throw error;
  }
  return undo;
}

function making(folder: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    if (error instanceof Fault) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Fault(`\`${shownPath(folder)}\` is not a folder`);
    throw new Fault(`The folder \`${shownPath(folder)}\` cannot be made: ${reasonOf(error)}`);
  }
}

/** The folders of a path that are not there, from the top. */
function missingFolders(folder: string): string[] {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at) && at !== path.dirname(at); at = path.dirname(at)) missing.unshift(at);
  return missing;
}
