import path from 'node:path';
import { search } from '@failover/files';
import { Fault } from '../fault.js';
import { onUnreadable } from '../files.js';
import { emptySide, fileSide, type Named, namedSide, projectOf, readFolderSide, readNamed } from './disk-side.js';
import type { ReadSide } from './side.js';

/** The sides of `failover diff OLD NEW`: two files, or two folders. */
export async function twoSides(names: readonly string[]): Promise<[ReadSide, ReadSide]> {
  const [oldName, newName, ...rest] = names;
  if (oldName === undefined || newName === undefined || rest.length > 0) throw countFault(names.length);
  const [old, next] = [namedSide(oldName), namedSide(newName)];
  if (old.kind === 'stdin' && next.kind === 'stdin') throw new Fault('`-` can stand for one side only');
  if (old.kind === 'folder' && next.kind === 'folder') return [await folderSide(old.path), await folderSide(next.path)];
  if (old.kind === 'folder' || next.kind === 'folder') {
    const [folder, file] = old.kind === 'folder' ? [oldName, newName] : [newName, oldName];
    throw new Fault(`\`${folder}\` is a folder and \`${file}\` is none`, {
      help: 'Compare two files, or two folders.',
    });
  }
  return fileSides(old, next, newName);
}

/** What two files are called is nothing to compare: they are one file. */
async function fileSides(
  old: Exclude<Named, { kind: 'folder' }>,
  next: Exclude<Named, { kind: 'folder' }>,
  calledAs: string,
): Promise<[ReadSide, ReadSide]> {
  const oldFile = old.kind === 'nothing' ? undefined : await readNamed(old);
  const newFile = next.kind === 'nothing' ? undefined : await readNamed(next);
  const [oldSide, newSide] = [
    oldFile === undefined ? emptySide() : await fileSide(oldFile, calledAs),
    newFile === undefined ? emptySide() : await fileSide(newFile, calledAs),
  ];
  if (oldFile === undefined || newFile === undefined) return [oldSide, newSide];
  if (isStray(old, oldSide) && !isStray(next, newSide))
    return [await fileSide(oldFile, calledAs, newFile.uri), newSide];
  if (isStray(next, newSide) && !isStray(old, oldSide))
    return [oldSide, await fileSide(newFile, calledAs, oldFile.uri)];
  return [oldSide, newSide];
}

/**
 * Whether a file has no place of its own, as standard input and the copies that git makes for its tools: what it imports is
 * looked for from where the other side stands.
 */
function isStray({ kind }: Named, { side: { program } }: ReadSide): boolean {
  if (kind === 'stdin') return true;
  const imports = program.roots.flatMap((uri) => program.outline(uri)?.imports ?? []);
  return imports.some(({ uri }) => uri === undefined || program.outline(uri) === undefined);
}

function countFault(amount: number): Fault {
  const problem =
    amount === 0 ? 'There is nothing to compare' : `${amount} ${amount === 1 ? 'name is' : 'names are'} given`;
  const help = 'Write `failover diff OLD NEW`, or `failover diff --git main` to compare with a commit.';
  return new Fault(`${problem}; \`diff\` takes two files or two folders`, { help });
}

async function folderSide(folder: string): Promise<ReadSide> {
  const files = search(folder, onUnreadable).sort();
  const nameOf = (file: string) => path.relative(folder, file).split(path.sep).join('/');
  return readFolderSide(files, await projectOf(folder), nameOf);
}
