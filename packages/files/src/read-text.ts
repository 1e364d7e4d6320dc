import { isUtf8 } from 'node:buffer';
import { readFileSync, type Stats, statSync } from 'node:fs';

/** A file as text, or why it is none: `kind` tells a file that is not there from one that cannot be read. */
export type FileText =
  | { readonly text: string }
  | { readonly problem: 'missing' }
  | { readonly problem: 'unreadable'; readonly reason: string };

/** Reads a regular file of UTF-8. A byte order mark stays in the text. Never throws. */
export function readTextFile(path: string): FileText {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return { problem: 'missing' };
    const problem = notAFile(stats);
    return problem === undefined ? textOf(readFileSync(path)) : { problem: 'unreadable', reason: problem };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { problem: 'missing' };
    return { problem: 'unreadable', reason: reasonOf(error) };
  }
}

/** The text of bytes that must be UTF-8. */
export function textOf(bytes: Buffer): FileText {
  const reason = notText(bytes);
  return reason === undefined ? { text: bytes.toString('utf8') } : { problem: 'unreadable', reason };
}

function notAFile(stats: Stats): string | undefined {
  if (stats.isDirectory()) return 'it is a folder';
  return stats.isFile() ? undefined : 'it is not a regular file';
}

function notText(bytes: Buffer): string | undefined {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return 'it is UTF-16: save it as UTF-8';
  const nul = bytes.indexOf(0);
  if (nul !== -1) return `it is not text: line ${lineAt(bytes, nul)} has a NUL byte`;
  if (isUtf8(bytes)) return undefined;
  const offset = firstBadByte(bytes);
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase();
  return `it is not UTF-8: line ${lineAt(bytes, offset)} has the byte 0x${byte} (offset ${offset})`;
}

/** The longest start that is UTF-8 ends before the first bad byte; at its end up to three bytes wait for others. */
function firstBadByte(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  const isGood = (end: number) => [0, 1, 2, 3].some((less) => end >= less && isUtf8(bytes.subarray(0, end - less)));
  while (good < bad) {
    const middle = (good + bad + 1) >> 1;
    if (isGood(middle)) good = middle;
    else bad = middle - 1;
  }
  while (good > 0 && !isUtf8(bytes.subarray(0, good))) good--;
  return good;
}

function lineAt(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at !== -1 && at < offset; at = bytes.indexOf(10, at + 1)) line++;
  return line;
}

/** Why the file system refused, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && reasons[code]) || message;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ENOENT: 'there is no such file or folder',
  EEXIST: 'there is a file of that name',
  ELOOP: 'its symbolic links go in a circle',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the disk quota is used up',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EBUSY: 'it is in use',
  EIO: 'the device does not answer',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
  ERR_STRING_TOO_LONG: 'it is too large',
  ERR_INVALID_ARG_VALUE: 'no file can have that name',
};
