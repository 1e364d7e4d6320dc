import { expect, it, vi } from 'vitest';
import { readFolderSide } from '../src/diff/disk-side.js';
import { readProject } from '../src/project.js';
import { Folder } from './folder.js';

const read = vi.hoisted((): string[] => []);

vi.mock('@failover/files', async (importOriginal) => {
  const files = await importOriginal<typeof import('@failover/files')>();
  const readTextFile: typeof files.readTextFile = (file) => {
    read.push(file);
    return files.readTextFile(file);
  };
  return { ...files, readTextFile };
});

it('reads each file once, whatever comes of it', async () => {
  const folder = new Folder({ 'a.failover': '', 'b.failover': 'a\0' });
  const files = ['a.failover', 'b.failover'].map((name) => folder.at(name));
  const project = await readProject(folder.path);
  read.length = 0;
  const { side, faults } = await readFolderSide(files, project, (file) => file);
  expect(read).toEqual(files);
  expect([...(side.unreadable ?? [])]).toEqual([[files[1], 'it is not text: line 1 has a NUL byte']]);
  expect(faults.map(({ message }) => message.replace(/`.*`/, ''))).toEqual([
    ' cannot be read: it is not text: line 1 has a NUL byte',
  ]);
});
