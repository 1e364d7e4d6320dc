import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { uriOf } from '@failover/files';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeFiles } from '../../src/node/file-system.js';
import type { FileSystem } from '../../src/workspace/file-system.js';
import { connect } from '../support/client.js';

let base: string;

beforeAll(() => {
  base = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'failover-lsp-')));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A folder with files; those whose name ends in a slash are folders. */
function folderOf(name: string, files: Readonly<Record<string, string | Buffer>>): string {
  const folder = path.join(base, name);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    if (file.endsWith('/')) mkdirSync(path.join(folder, file), { recursive: true });
    else writeFileSync(path.join(folder, file), text);
  }
  return uriOf(folder);
}

function names(root: string, uris: readonly string[]): string[] {
  return uris.map((uri) => uri.slice(root.length + 1)).sort();
}

test('a file is read, or it is said why it cannot be', async () => {
  const root = folderOf('read', {
    'a.failover': '// Γειά',
    'binary.failover': Buffer.from([0x66, 0, 0x66]),
    'latin.failover': Buffer.from([0xe9]),
    'large.failover': Buffer.alloc((16 << 20) + 1, 0x20),
    'folder.failover/': '',
  });
  const read = (name: string) => nodeFiles.read(`${root}/${name}`, root);
  expect(await read('a.failover')).toEqual({ text: '// Γειά' });
  expect(await read('missing.failover')).toEqual({ problem: 'missing' });
  expect(await read('large.failover')).toEqual({ problem: 'unreadable', reason: 'it is larger than 16 MB' });
  expect(await read('folder.failover')).toEqual({ problem: 'unreadable', reason: 'it is a folder' });
  expect(await read('binary.failover')).toMatchObject({ problem: 'unreadable' });
  expect(await read('latin.failover')).toMatchObject({ problem: 'unreadable' });
});

test('a symbolic link does not lead out of the root', async () => {
  folderOf('outside', { 'secret.failover': '// secret' });
  const root = folderOf('links', { 'in.failover': '// in' });
  symlinkSync(path.join(base, 'outside/secret.failover'), path.join(base, 'links/out.failover'));
  symlinkSync(path.join(base, 'links/in.failover'), path.join(base, 'links/also-in.failover'));
  symlinkSync(path.join(base, 'links/circle.failover'), path.join(base, 'links/circle.failover'));
  expect(await nodeFiles.read(`${root}/out.failover`, root)).toEqual({ problem: 'outside' });
  expect(await nodeFiles.read(`${root}/also-in.failover`, root)).toEqual({ text: '// in' });
  expect(await nodeFiles.read(`${root}/circle.failover`, root)).toMatchObject({ problem: 'unreadable' });
});

test.each([
  'untitled:Untitled-1',
  'git:/a/b.failover',
  'file:///%zz.failover',
  'file:///a%00.failover',
  'file://host/a.failover',
  '',
])('what is no file has no neighbours: %s', async (uri) => {
  expect(await nodeFiles.read(uri, uri)).toEqual({ problem: 'missing' });
  expect(await nodeFiles.find(uri, undefined, [])).toEqual([]);
  expect(await nodeFiles.rootsIn(uri)).toEqual([]);
  expect(typeof (await nodeFiles.rootOf(uri, []))).toBe('string');
});

test('the root is the folder with failover.json, else with .git, else the workspace folder, else its own', async () => {
  const top = folderOf('roots', {
    'plain/deep/a.failover': '',
    'repo/.git/HEAD': '',
    'repo/flows/a.failover': '',
    'repo/shop/failover.json': '{}',
    'repo/shop/flows/a.failover': '',
  });
  const rootOf = async (file: string, ...folders: string[]) =>
    (
      await nodeFiles.rootOf(
        `${top}/${file}`,
        folders.map((one) => `${top}/${one}`),
      )
    ).slice(top.length + 1);
  expect(await rootOf('repo/shop/flows/a.failover', 'repo')).toBe('repo/shop');
  expect(await rootOf('repo/flows/a.failover', 'repo/flows')).toBe('repo');
  expect(await rootOf('plain/deep/a.failover', 'plain')).toBe('plain');
  expect(await rootOf('plain/deep/a.failover')).toBe('plain/deep');

  const roots = await nodeFiles.rootsIn(`${top}/repo`);
  expect(names(top, roots)).toEqual(['repo', 'repo/shop']);
  expect(names(top, await nodeFiles.find(`${top}/repo`, undefined, []))).toEqual(['repo/flows/a.failover']);
  expect(names(top, await nodeFiles.find(`${top}/repo/shop`, undefined, []))).toEqual(['repo/shop/flows/a.failover']);
  // Where somebody just opened a file, nobody wants half a disk to be searched.
  expect(names(top, await nodeFiles.find(`${top}/plain`, undefined, []))).toEqual([]);
  expect(names(top, await nodeFiles.find(`${top}/plain/deep`, undefined, []))).toEqual(['plain/deep/a.failover']);
  expect(names(top, await nodeFiles.find(`${top}/plain`, undefined, [`${top}/plain`]))).toEqual([
    'plain/deep/a.failover',
  ]);
});

test('include takes files, folders and globs of the root, and nothing else', async () => {
  const root = folderOf('include', {
    'failover.json': '{}',
    'a.failover': '',
    'b.failover': '',
    'flows/c.failover': '',
    'flows/node_modules/d.failover': '',
    'notes.txt': '',
  });
  const find = async (...include: string[]) => names(root, await nodeFiles.find(root, include, []));
  expect(await find('a.failover', 'flows', 'missing')).toEqual(['a.failover', 'flows/c.failover']);
  expect(await find('*.failover', '*.txt')).toEqual(['a.failover', 'b.failover']);
  expect(await find('**/*.failover')).toEqual(['a.failover', 'b.failover', 'flows/c.failover']);
  expect(await find('..', '../**', '/', base, 'notes.txt')).toEqual([]);
  // As it is while somebody types
  for (const glob of ['{', '[', '{a,', '(*', '!*', '**{', '\0', '*\0']) await find(glob);
  // What a name of the project could be made to match for minutes
  writeFileSync(path.join(base, 'include', `${'a'.repeat(200)}.failover`), '');
  for (const glob of ['(a+)+b', '{{a,aa}+,x}+b', '*a*a*a*a*a*a*a*a*b']) expect(await find(glob)).toEqual([]);
});

test('opening a file reads nothing outside its root', async () => {
  const root = folderOf('recorded/project', {
    'failover.json': '{}',
    'main.failover':
      'import "./brand.failover"\nimport "../secret.failover"\nimport "./../../recorded/secret.failover"\n',
    'brand.failover': 'import "../secret.failover"\n',
  });
  folderOf('recorded', { 'secret.failover': '// secret' });
  const reads: string[] = [];
  const recording: FileSystem = {
    ...nodeFiles,
    read: (uri, of) => {
      reads.push(uri);
      return nodeFiles.read(uri, of);
    },
  };
  const client = await connect({
    fileSystem: recording,
    capabilities: { textDocument: { diagnostic: {} } },
    params: { workspaceFolders: null },
  });
  const uri = `${root}/main.failover`;
  const text = 'import "./brand.failover"\nimport "../secret.failover"\n';
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'failover', version: 1, text } });
  const answer = await client.request<{ items: { code: string }[] }>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  expect(answer.items.map(({ code }) => code)).toContain('FO2008');
  expect(names(root, reads)).toEqual(['brand.failover', 'failover.json']);
});
