import { symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Fault } from '../src/fault.js';
import { makeFolder, writeFiles, writeFolder } from '../src/write-files.js';
import { Folder } from './folder.js';

describe('writeFiles', () => {
  it('writes all of the files', () => {
    const folder = new Folder({ 'a.json': 'old', 'same.json': 'same' });
    const texts = { 'a.json': 'new', 'b.json': 'b', 'same.json': 'same' };
    const written = writeFiles(new Map(Object.entries(texts).map(([name, text]) => [folder.at(name), text])));
    expect(written).toEqual([folder.at('a.json'), folder.at('b.json')]);
    expect(folder.list().map((name) => [name, folder.read(name)])).toEqual(Object.entries(texts));
  });

  it('writes none where one cannot be written', () => {
    const folder = new Folder({ 'a.json': 'old' });
    const texts = new Map([
      [folder.at('a.json'), 'new'],
      [folder.at('missing/b.json'), 'b'],
    ]);
    expect(() => writeFiles(texts)).toThrow(Fault);
    expect(folder.list()).toEqual(['a.json']);
    expect(folder.read('a.json')).toBe('old');
  });
});

describe('writeFolder', () => {
  it('makes the folder and those above it', () => {
    const folder = new Folder({});
    expect(writeFolder(folder.at('a/b'), new Map([['x.json', 'x']]))).toBe(1);
    expect(folder.list()).toEqual(['a/', 'a/b/', 'a/b/x.json']);
    expect(folder.read('a/b/x.json')).toBe('x');
    const more = new Map(Object.entries({ 'x.json': 'x', 'y.json': 'y' }));
    expect(writeFolder(folder.at('a/b'), more)).toBe(1);
    expect(folder.list()).toEqual(['a/', 'a/b/', 'a/b/x.json', 'a/b/y.json']);
  });

  it('leaves nothing behind where one cannot be written', () => {
    const folder = new Folder({ 'old/x.json': 'old' });
    const texts = new Map(Object.entries({ 'x.json': 'x', 'missing/y.json': 'y' }));
    const fault = /^`.*missing\/y.json` cannot be written: there is no such file or folder$/;
    for (const name of ['new', 'a/b', 'old']) expect(() => writeFolder(folder.at(name), texts)).toThrow(fault);
    expect(folder.list()).toEqual(['old/', 'old/x.json']);
    expect(folder.read('old/x.json')).toBe('old');
  });

  it('refuses what is a file, and what a link leads nowhere', () => {
    const folder = new Folder({ file: '' });
    symlinkSync('nowhere', folder.at('link'));
    const texts = new Map([['x.json', 'x']]);
    for (const name of ['file', 'link', 'link/x'])
      expect(() => writeFolder(folder.at(name), texts)).toThrow(/ is not a folder$/);
    expect(() => writeFolder(folder.at('file/x'), texts)).toThrow(/: a part of its path is a file, not a folder$/);
    expect(folder.list()).toEqual(['file', 'link']);
  });
});

describe('makeFolder', () => {
  it.runIf(process.platform === 'linux')('gives up where there can be none', () => {
    expect(() => makeFolder('/proc/failover/out')).toThrow(/^The folder `.*proc\/failover\/out` cannot be made: /);
  });

  it('refuses what is a file, and what a link leads nowhere', () => {
    const folder = new Folder({ file: '' });
    symlinkSync('nowhere', folder.at('link'));
    for (const name of ['file', 'link', 'link/x'])
      expect(() => makeFolder(folder.at(name))).toThrow(/ is not a folder$/);
    expect(() => makeFolder(folder.at('file/x'))).toThrow(/: a part of its path is a file, not a folder$/);
    expect(folder.list()).toEqual(['file', 'link']);
  });

  it('takes away again what it made, and nothing else', () => {
    const folder = new Folder({ 'a/x': '' });
    makeFolder(folder.at('a/b/c'))();
    expect(folder.list()).toEqual(['a/', 'a/x']);
    makeFolder(folder.at('a'))();
    expect(folder.list()).toEqual(['a/', 'a/x']);
    const undo = makeFolder(folder.at('n/m'));
    folder.write('n/y', '');
    undo();
    expect(folder.list()).toEqual(['a/', 'a/x', 'n/', 'n/y']);
  });
});
