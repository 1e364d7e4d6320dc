import path from 'node:path';
import { search } from '@failover/files';
import { Fault } from '../fault.js';
import { onUnreadable } from '../files.js';
import { namedSide, projectOf, readFileSide, readFolderSide } from './disk-side.js';
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
  // The two have whatever names: they are one file, and what they are called is nothing to compare.
  const name = newName;
  return [await readFileSide(old, name), await readFileSide(next, name)];
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
