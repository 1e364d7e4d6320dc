import { chmodSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brand, Folder, login, simple } from './folder.js';
import { Watching } from './watching.js';

const fine = (files: number) => `${files} file${files === 1 ? '' : 's'} checked, no problems`;

/** Saves as editors do that put a new file into the place of the old: nobody ever sees half of it. */
function save(folder: Folder, name: string, text: string | Buffer): void {
  folder.write(`${name}.new`, text);
  renameSync(folder.at(`${name}.new`), folder.at(name));
}

/** A project whose check takes a while. */
function large(): Record<string, string> {
  return { 'large.failover': Array.from({ length: 3_000 }, (_, index) => simple(`f${index}`)).join('\n') };
}

describe('check --watch', () => {
  it('checks again once for each save', async () => {
    const folder = new Folder({ 'a.failover': simple('a') });
    const watching = new Watching(folder, ['check', '--watch']);
    expect(await watching.next()).toBe(fine(1));
    for (const text of ['1', '2', '3', '4', '5']) {
      save(folder, 'a.failover', simple('a', text));
      expect(await watching.next()).toBe(`── a.failover changed ──\n\n${fine(1)}`);
    }
    expect(watching.runs).toHaveLength(6);
    expect(watching.stdout).toBe('');
  });

  it('tells a mistake, and when it is mended', async () => {
    const folder = new Folder({ 'a.failover': simple('a') });
    const watching = new Watching(folder, ['check', '--watch', '--max-warnings', '0', 'a.failover']);
    await watching.next();
    save(folder, 'a.failover', 'smss "x"');
    expect(await watching.next()).toContain('error[FO1030]: `smss` is not a keyword');
    save(folder, 'a.failover', simple('a'));
    expect(await watching.next()).toContain(fine(1));
    save(folder, 'a.failover', simple('a').replace('from', 'callback "http://a.b"\n  from'));
    expect(await watching.next()).toContain('1 warning: at most 0 are allowed');
    save(folder, 'a.failover', Buffer.from([0xff]));
    expect(await watching.next()).toContain('error: `a.failover` cannot be read: it is not UTF-8');
    save(folder, 'a.failover', simple('a'));
    expect(await watching.next()).toContain(fine(1));
    expect(watching.runs).toHaveLength(6);
  });

  it('sees saves by rename, and is not woken by a save of the same text', async () => {
    const folder = new Folder({ 'a.failover': simple('a') });
    const watching = new Watching(folder, ['check', '--watch', 'a.failover']);
    await watching.next();
    for (const text of ['one', 'two', 'three']) {
      const again = new Date();
      utimesSync(folder.at('a.failover'), again, again);
      folder.write('.a.failover.tmp', simple('a', text));
      renameSync(folder.at('.a.failover.tmp'), folder.at('a.failover'));
      expect(await watching.next()).toBe(`── a.failover changed ──\n\n${fine(1)}`);
    }
    renameSync(folder.at('a.failover'), folder.at('a.failover~'));
    folder.write('a.failover', 'smss');
    expect(await watching.nextThat('FO1030')).toContain('a.failover:1:1');
  });

  it('follows what is imported, also where it is not there yet', async () => {
    const files = { 'flows/login.failover': login.replace('"./', '"../shared/') };
    const folder = new Folder({ ...files, 'failover.json': '{}' });
    const watching = new Watching(folder, ['check', '--watch', 'flows']);
    expect(await watching.next()).toContain('error[FO2006]');
    folder.write('shared/brand.failover', brand);
    expect(await watching.nextThat(fine(2))).toContain('shared/brand.failover changed');
    folder.write('shared/brand.failover', brand.replace('otp(', 'otq('));
    expect(await watching.next()).toContain('otq');
    rmSync(folder.at('shared'), { recursive: true });
    expect(await watching.nextThat('error[FO2006]')).toContain('shared/brand.failover changed');
    folder.write('shared/brand.failover', brand);
    await watching.nextThat(fine(2));
  });

  it('sees files come and go, and folders renamed', async () => {
    const folder = new Folder({ 'a.failover': simple('a'), 'sub/b.failover': simple('b') });
    const watching = new Watching(folder, ['check', '--watch']);
    expect(await watching.next()).toBe(fine(2));
    folder.write('new/deep/c.failover', simple('c'));
    await watching.nextThat(fine(3));
    renameSync(folder.at('new'), folder.at('newer'));
    await watching.nextThat('newer/deep/c.failover');
    folder.write('newer/deep/c.failover', 'smss');
    await watching.nextThat('newer/deep/c.failover:1:1');
    rmSync(folder.at('newer'), { recursive: true });
    await watching.nextThat(fine(2));
    rmSync(folder.at('a.failover'));
    await watching.nextThat(fine(1));
    rmSync(folder.at('sub'), { recursive: true });
    await watching.nextThat('The current folder has no .failover file');
    folder.write('sub/b.failover', simple('b', 'again'));
    await watching.nextThat(fine(1));
    folder.write('node_modules/x/x.failover', 'smss');
    folder.write('.hidden/x.failover', 'smss');
    folder.write('sub/b.failover', simple('b', 'last'));
    expect(await watching.next()).toBe(`── sub/b.failover changed ──\n\n${fine(1)}`);
  });

  it('sees what happens in a folder that was put into the place of another', async () => {
    const folder = new Folder({ 'flows/a.failover': simple('a'), 'other/a.failover': simple('a') });
    const watching = new Watching(folder, ['check', '--watch', 'flows']);
    await watching.next();
    for (const text of ['smss', 'smsss']) {
      renameSync(folder.at('flows'), folder.at('old'));
      renameSync(folder.at('other'), folder.at('flows'));
      renameSync(folder.at('old'), folder.at('other'));
      folder.write('flows/a.failover', simple('a', text));
      await watching.nextThat(fine(1));
      folder.write('flows/a.failover', text);
      await watching.nextThat('flows/a.failover:1:1');
    }
  });

  it('tells that a file that was named is gone, and goes on when it is back', async () => {
    const folder = new Folder({ 'a.failover': simple('a'), 'sub/b.failover': simple('b') });
    const watching = new Watching(folder, ['check', '--watch', 'a.failover', 'sub']);
    await watching.next();
    rmSync(folder.at('a.failover'));
    await watching.nextThat('There is no file or folder `a.failover`');
    folder.write('a.failover', simple('a'));
    await watching.nextThat(fine(2));
    rmSync(folder.at('sub'), { recursive: true });
    await watching.nextThat('There is no file or folder `sub`');
    folder.write('sub/c/b.failover', simple('b'));
    await watching.nextThat(fine(2));
    folder.write('sub/c/b.failover', 'smss');
    await watching.nextThat('sub/c/b.failover:1:1');
  });

  it('takes many changes for one', async () => {
    const names = Array.from({ length: 500 }, (_, index) => `f${index}`);
    const folder = new Folder({ 'a.failover': simple('a') });
    for (const name of names) folder.write(`sub/${name}.failover`, simple(name));
    const watching = new Watching(folder, ['check', '--watch']);
    expect(await watching.next()).toBe(fine(501));
    // Stopped, it finds all of the burst at once, however long this machine takes to write it.
    watching.signal('SIGSTOP');
    for (const name of names) folder.write(`sub/${name}.failover`, simple(name, 'changed'));
    watching.signal('SIGCONT');
    expect(await watching.next()).toMatch(
      /^── sub\/f0\.failover, sub\/f1\.failover, sub\/f10\.failover and 497 more changed ──/,
    );
    save(folder, 'a.failover', 'smss');
    expect(await watching.next()).toMatch(/^── a\.failover changed ──/);
    expect(watching.runs).toHaveLength(3);
  });

  it('does not miss what changes while it checks', async () => {
    const folder = new Folder({ ...large(), 'a.failover': simple('a') });
    const watching = new Watching(folder, ['check', '--watch']);
    await watching.next();
    folder.write('a.failover', simple('a', 'one'));
    await watching.until('── a.failover changed ──\n');
    folder.write('a.failover', 'smss');
    await watching.nextThat('a.failover:1:1');
    // The same before it has told that it waits.
    folder.write('a.failover', simple('a'));
    await watching.until('── a.failover changed ──\n');
    await watching.until('files checked');
    folder.write('a.failover', 'smss');
    await watching.nextThat('a.failover:1:1');
  });

  it('follows failover.json: its rules, its files, its coming and going', async () => {
    const http = simple('a').replace('from', 'callback "http://a.b"\n  from');
    const folder = new Folder({ 'sub/a.failover': http, 'sub/other/b.failover': simple('b') });
    const watching = new Watching(folder, ['check', '--watch'], { at: 'sub' });
    expect(await watching.next()).toContain('1 warning in a.failover');
    folder.write('sub/failover.json', '{ "rules": { "FO4010": "off" } }');
    expect(await watching.next()).toBe(`── failover.json changed ──\n\n${fine(2)}`);
    folder.write('sub/failover.json', '{ "include": ["other"] }');
    await watching.nextThat(fine(1));
    folder.write('sub/failover.json', '{ "include": [');
    await watching.nextThat('error[FO7001]');
    folder.write('sub/failover.json', '{ "include": ["none"] }');
    await watching.nextThat('`include` of failover.json stands for no .failover file');
    folder.write('sub/none/c.failover', simple('c'));
    await watching.nextThat(fine(1));
    rmSync(folder.at('sub/failover.json'));
    await watching.nextThat('1 warning in a.failover');
  });

  it('expands globs anew, and follows symbolic links that are named', async () => {
    const folder = new Folder({ 'flows/a.failover': simple('a'), 'real/b.failover': simple('b') });
    symlinkSync('../real/b.failover', folder.at('flows/link.failover'));
    const watching = new Watching(folder, ['check', '--watch', 'flows/**/a*.failover', 'flows/link.failover']);
    expect(await watching.next()).toBe(fine(2));
    folder.write('flows/x/a2.failover', simple('a2'));
    await watching.nextThat(fine(3));
    folder.write('real/b.failover', 'smss');
    await watching.nextThat('flows/link.failover:1:1');
    folder.write('flows/x/b.failover', 'smss');
    folder.write('real/b.failover', simple('b'));
    await watching.nextThat(fine(3));
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends at once by %s', async (signal) => {
    const folder = new Folder({ 'a.failover': simple('a') });
    const watching = new Watching(folder, ['check', '--watch']);
    await watching.next();
    watching.signal(signal);
    expect(await watching.ended).toEqual({ status: null, signal });
  });

  it('goes on when its folder is gone and comes back', async () => {
    const folder = new Folder({ 'sub/a.failover': simple('a') });
    const watching = new Watching(folder, ['check', '--watch'], { at: 'sub' });
    await watching.next();
    rmSync(folder.at('sub'), { recursive: true });
    await watching.nextThat('The current folder has no .failover file');
    folder.write('sub/deep/a.failover', simple('a'));
    await watching.nextThat(fine(1));
    folder.write('sub/deep/a.failover', 'smss');
    await watching.nextThat('error[FO1030]');
  });

  it.each<[string[], string]>([
    [
      ['check', '--watch', '--format', 'json'],
      '`--watch` prints for people, and goes on for ever: `--format json` has no',
    ],
    [['check', '--watch', '--fix'], '`--fix` has no use with `--watch`'],
    [['check', '--watch', '-'], 'Standard input cannot be watched'],
    [['compile', '--watch', '-'], 'Standard input cannot be watched'],
    [['compile', '--watch', '--emit', 'bundle', '--set', 'a=b'], '`--set` has no use with `--emit bundle`'],
  ])('refuses %j', async (args, message) => {
    const { status, stdout, stderr } = await new Folder({ 'a.failover': simple('a') }).run(args);
    expect([status, stdout, stderr.startsWith(`error: ${message}`)]).toEqual([2, '', true]);
  });
});

describe('compile --watch', () => {
  it('writes what has changed, and takes nothing away', async () => {
    const folder = new Folder({ 'a.failover': simple('a'), 'b.failover': simple('b') });
    const watching = new Watching(folder, ['compile', '--watch', '-o', 'dist']);
    expect(await watching.next()).toBe('2 files written to dist');
    const before = statSync(folder.at('dist/b.json')).ino;
    save(folder, 'a.failover', simple('a', 'changed'));
    expect(await watching.next()).toContain('1 file written to dist, 1 up to date');
    expect(folder.read('dist/a.json')).toContain('changed');
    expect(statSync(folder.at('dist/b.json')).ino).toBe(before);
    save(folder, 'a.failover', 'smss');
    expect(await watching.next()).toContain('nothing was compiled');
    rmSync(folder.at('a.failover'));
    await watching.nextThat('dist is up to date: 1 file');
    expect(folder.list()).toEqual(['b.failover', 'dist/', 'dist/a.json', 'dist/b.json']);
    expect(watching.runs).toHaveLength(4);
  });

  it('does not wake itself up by writing beside its sources', async () => {
    const folder = new Folder({ 'flows/a.failover': simple('a') });
    const watching = new Watching(folder, ['compile', 'flows', '--watch', '-o', 'flows']);
    await watching.next();
    save(folder, 'flows/a.failover', simple('a', 'one'));
    expect(await watching.next()).toContain('flows/a.failover changed');
    save(folder, 'flows/a.failover', simple('a', 'two'));
    expect(await watching.next()).toContain('flows/a.failover changed');
    expect(watching.runs).toHaveLength(3);
    expect(folder.read('flows/a.json')).toContain('two');
  });

  it('follows the file of values, there or not', async () => {
    const folder = new Folder({ 'brand.failover': brand, 'flows/login.failover': login.replace('"./', '"../') });
    folder.write('failover.json', '{}');
    mkdirSync(folder.at('values'));
    const watching = new Watching(folder, ['compile', 'flows', '--watch', '--values', 'values/v.json']);
    expect(await watching.next()).toContain('There is no file `values/v.json`');
    folder.write('values/v.json', '{ "to": "+306912345678" }');
    expect(await watching.nextThat('FO5001')).toContain('values/v.json changed');
    folder.write('values/v.json', '{ "to": "+306912345678", "pin": "8213" }');
    await watching.prints('8213');
    folder.write('values/v.json', '{ "to": ');
    await watching.nextThat('is not JSON');
  });

  it('goes on where nothing could be written', async () => {
    const folder = new Folder({ 'a.failover': simple('a') });
    writeFileSync(folder.at('dist'), '');
    const watching = new Watching(folder, ['compile', '--watch', '-o', 'dist']);
    expect(await watching.next()).toContain(
      'error: `dist` is not a folder'.replace('`dist`', 'The folder `dist`').slice(0, 6),
    );
    rmSync(folder.at('dist'));
    folder.write('a.failover', simple('a', 'again'));
    expect(await watching.next()).toContain('1 file written to dist');
    chmodSync(folder.at('dist'), 0o755);
  });

  it('has its files in their places when it is ended', async () => {
    const folder = new Folder({ 'a.failover': simple('a') });
    const watching = new Watching(folder, ['compile', '--watch', '-o', 'dist']);
    await watching.next();
    for (let index = 0; index < 200; index++) folder.write(`f${index}.failover`, simple(`f${index}`));
    await watching.until('changed ──');
    watching.signal('SIGINT');
    expect(await watching.ended).toEqual({ status: null, signal: 'SIGINT' });
    expect(folder.list().filter((name) => name.includes('.tmp'))).toEqual([]);
  });
});
