import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brand, Folder, login, simple } from './folder.js';

/** The files that the command looks at, in its order: each is not formatted yet. */
async function filesOf(folder: Folder, args: readonly string[], at = '.'): Promise<string[]> {
  const { stdout } = await folder.run(['format', '--check', ...args], { at });
  return stdout.split('\n').slice(0, -1);
}

const ugly = simple('x').replace('sms ', 'sms   ');

describe('files, folders and globs', () => {
  it('searches folders to the bottom, but for node_modules, dot folders and symbolic links', async () => {
    const names = ['b.failover', 'a/z.failover', 'a/deep/er/x.failover', 'A.failover', 'other.txt', 'c.failover.txt'];
    const hidden = ['node_modules/m.failover', '.hidden/h.failover', 'a/node_modules/n.failover'];
    const folder = new Folder(Object.fromEntries([...names, ...hidden].map((name) => [name, ugly])));
    symlinkSync('a', folder.at('linked'));
    symlinkSync('../b.failover', folder.at('a/link.failover'));
    const all = ['A.failover', 'a/deep/er/x.failover', 'a/z.failover', 'b.failover'];
    expect(await filesOf(folder, [])).toEqual(all);
    expect(await filesOf(folder, ['.'])).toEqual(all);
    expect(await filesOf(folder, ['a/', 'b.failover', './b.failover', folder.at('b.failover')])).toEqual(all.slice(1));
    const above = ['../.hidden/h.failover', '../A.failover', 'deep/er/x.failover', 'z.failover', '../b.failover'];
    expect(await filesOf(folder, ['..', '../.hidden'], 'a')).toEqual(above);
  });

  it('expands globs as a shell would', async () => {
    const names = ['a.failover', 'sub/b.failover', 'sub/c.txt', 'sub/deep/d.failover', 'sub/node_modules/e.failover'];
    const folder = new Folder(Object.fromEntries(names.map((name) => [name, ugly])));
    expect(await filesOf(folder, ['**/*.failover'])).toEqual(['a.failover', 'sub/b.failover', 'sub/deep/d.failover']);
    expect(await filesOf(folder, ['{a,sub/b}.failover'])).toEqual(['a.failover', 'sub/b.failover']);
    expect(await filesOf(folder, ['s*'])).toEqual(['sub/b.failover', 'sub/deep/d.failover']);
    expect(await filesOf(folder, ['../*.failover'], 'sub')).toEqual(['../a.failover']);
    expect(await filesOf(folder, [`${folder.path}/su?/*`])).toEqual(['sub/b.failover', 'sub/deep/d.failover']);
  });

  it('takes a file whose name looks like a glob for that file', async () => {
    const folder = new Folder({ '[a].failover': ugly, 'a.failover': ugly });
    expect(await filesOf(folder, ['[a].failover'])).toEqual(['[a].failover']);
  });

  it.each([
    ['flow/login.failover', 'There is no file or folder `flow/login.failover`; did you mean `flows/login.failover`?'],
    ['flow/logn.failover', 'There is no file or folder `flow/logn.failover`; did you mean `flows/login.failover`?'],
    ['flow/login', 'There is no file or folder `flow/login`; did you mean `flows/login.failover`?'],
    [
      'flow/deap/b.failover',
      'There is no file or folder `flow/deap/b.failover`; did you mean `flows/deep/b.failover`?',
    ],
    ['flow/dep', 'There is no file or folder `flow/dep`; did you mean `flows/deep`?'],
    ['flow', 'There is no file or folder `flow`; did you mean `flows`?'],
    ['flow/elsewhere.failover', 'There is no file or folder `flow/elsewhere.failover`'],
    ['nowhere/login.failover', 'There is no file or folder `nowhere/login.failover`'],
    ['flow/*.failover', '`flow/*.failover` matches no .failover file; did you mean `flows/*.failover`?'],
    ['flows/x*', '`flows/x*` matches no .failover file'],
  ])('guesses what was meant by %s, for every command', async (pattern, message) => {
    const folder = new Folder({ 'flows/login.failover': ugly, 'flows/deep/b.failover': ugly });
    for (const args of [['check'], ['compile'], ['format'], ['explain']]) {
      const { status, stdout, stderr } = await folder.run([...args, pattern]);
      expect([status, stdout, stderr], args[0]).toEqual([2, '', `error: ${message}\n`]);
    }
    if (pattern.includes('*')) return;
    const { status, stderr } = await folder.run(['diff', pattern, 'flows/login.failover']);
    expect([status, stderr]).toEqual([2, `error: ${message}\n`]);
  });

  it('guesses which file of values or requests was meant', async () => {
    const folder = new Folder({ 'login.failover': login, 'brand.failover': brand, 'values/login.json': '{}' });
    const compiled = await folder.run(['compile', 'login.failover', '--values', 'value/logn.json']);
    const meant = 'did you mean `values/login.json`?';
    expect([compiled.status, compiled.stderr]).toEqual([2, `error: There is no file \`value/logn.json\`; ${meant}\n`]);
    const imported = await folder.run(['import', 'value/login.json']);
    expect([imported.status, imported.stderr]).toEqual([
      2,
      `error: There is no file or folder \`value/login.json\`; ${meant}\n`,
    ]);
  });

  it('is an error where there is nothing to be found', async () => {
    const folder = new Folder({ 'login.failover': ugly, 'sub/x.txt': '', 'notes.txt': '' });
    const faults = {
      'logn.failover': 'There is no file or folder `logn.failover`; did you mean `login.failover`?',
      'sub/../login': 'There is no file or folder `sub/../login`; did you mean `login.failover`?',
      subb: 'There is no file or folder `subb`; did you mean `sub`?',
      elsewhere: 'There is no file or folder `elsewhere`',
      'login.failover/x': 'There is no file or folder `login.failover/x`',
      'x*.failover': '`x*.failover` matches no .failover file',
      sub: '`sub` has no .failover file',
      'notes.txt': '`notes.txt` is not a .failover file',
      '': 'An empty name stands for no file',
      'a\nb\u001b': 'There is no file or folder `a␊b␛`',
    };
    for (const [pattern, message] of Object.entries(faults)) {
      const { status, stdout, stderr } = await folder.run(['check', 'login.failover', pattern]);
      expect([status, stdout, stderr]).toEqual([2, '', `error: ${message}\n`]);
    }
    mkdirSync(folder.at('empty'));
    const empty = await folder.run(['check'], { at: 'empty' });
    expect(empty.status).toBe(2);
    expect(empty.stderr).toBe(
      'error: The current folder has no .failover file\n  = help: Name files, folders or globs.\n',
    );
  });
});
