import { chmodSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Folder, simple } from './folder.js';

describe('compile -o', () => {
  it('writes a file for each flow, in a folder that it makes', async () => {
    const folder = new Folder({ 'flows/a.failover': simple('a') + simple('b'), 'c.failover': simple('c') });
    const { status, stdout, stderr } = await folder.run(['compile', '.', '-o', 'out/json']);
    expect([status, stdout, stderr]).toEqual([0, '', '3 files written to out/json\n']);
    expect(folder.list()).toEqual([
      ...['c.failover', 'flows/', 'flows/a.failover', 'out/', 'out/json/'],
      ...['out/json/a.json', 'out/json/b.json', 'out/json/c.json'],
    ]);
    const printed = await folder.run(['compile', '.', '--flow', 'b']);
    expect(folder.read('out/json/b.json')).toBe(printed.stdout);
  });

  it('takes hundreds of files with no more words than few', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `f${index}`);
    const folder = new Folder(Object.fromEntries(names.map((name) => [`${name}.failover`, simple(name)])));
    const { status, stdout, stderr } = await folder.run(['compile', '.', '-o', 'out']);
    expect([status, stdout, stderr]).toEqual([0, '', '300 files written to out\n']);
    expect(folder.list().filter((file) => file.endsWith('.json'))).toHaveLength(300);
  });

  it('leaves files that would not change untouched', async () => {
    const folder = new Folder({ 'a.failover': simple('a') + simple('b') });
    await folder.run(['compile', 'a.failover', '-o', 'out']);
    const before = statSync(folder.at('out/a.json')).ino;
    const again = await folder.run(['compile', 'a.failover', '-o', 'out']);
    expect(again.stderr).toBe('out is up to date: 2 files\n');
    folder.write('a.failover', simple('a') + simple('b', 'Bye'));
    const changed = await folder.run(['compile', 'a.failover', '-o', 'out']);
    expect(changed.stderr).toBe('1 file written to out, 1 up to date\n');
    expect(statSync(folder.at('out/a.json')).ino).toBe(before);
    expect(folder.read('out/b.json')).toContain('"Bye"');
  });

  it('passes each flow the values that it takes, and wants each value taken', async () => {
    const folder = new Folder({
      'a.failover': simple('a', '{x} {y}').replace('a {', 'a(x: text(..5), y: int) {'),
      'b.failover': simple('b', '{x}').replace('b {', 'b(x: text(..5)) {'),
    });
    const { status } = await folder.run(['compile', '.', '-o', 'out', '--set', 'x=X', '--set', 'y=1']);
    expect(status).toBe(0);
    expect(folder.read('out/a.json')).toContain('"X 1"');
    const unknown = await folder.run(['compile', '.', '-o', 'none', '--set', 'x=X', '--set', 'z=1']);
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toContain('error[FO5002]: No flow takes a value for `z`\n');
    expect(unknown.stderr).toContain('error[FO5001]: The flow `a` needs a value for `y`');
    expect(folder.list()).not.toContain('none/');
  });

  it('refuses flows that would be written to one file, whatever the case of their letters', async () => {
    const folder = new Folder({ 'a.failover': simple('Login'), 'b/b.failover': simple('login') });
    const { status, stderr } = await folder.run(['compile', '.', '-o', 'out']);
    expect(status).toBe(1);
    expect(stderr).toContain(
      'error[FO2035]: The flow `login` would be written over the one of the same name in a.failover',
    );
    expect(stderr).toContain('  ┌─ b/b.failover:1:6\n1 │ flow login {\n  │      ^^^^^\n');
    expect(stderr).toContain('  ├─ a.failover:1:6\n1 │ flow Login {\n  │      ----- the other flow\n');
    expect(folder.list()).not.toContain('out/');
    const same = new Folder({ 'a.failover': simple('x'), 'b.failover': simple('x') });
    expect((await same.run(['compile', '.', '-o', 'out'])).status).toBe(1);
    const one = await same.run(['compile', '.', '--flow', 'x']);
    expect(one.status).toBe(2);
    expect(one.stderr).toContain('error: 2 flows are called `x`\n    x  a.failover\n    x  b.failover\n');
  });

  it('refuses a folder that is a file, and a file that is a folder', async () => {
    const folder = new Folder({ 'a.failover': simple('a') + simple('b'), out: 'text' });
    const file = await folder.run(['compile', '.', '-o', 'out']);
    expect([file.status, file.stderr]).toEqual([2, 'error: `out` is not a folder\n']);
    const below = await folder.run(['compile', '.', '-o', 'out/deeper']);
    expect(below.status).toBe(2);
    expect(below.stderr).toBe(
      'error: The folder `out/deeper` cannot be made: a part of its path is a file, not a folder\n',
    );
    mkdirSync(folder.at('taken/b.json'), { recursive: true });
    const taken = await folder.run(['compile', '.', '-o', 'taken']);
    expect([taken.status, taken.stderr]).toEqual([2, 'error: `taken/b.json` cannot be written: it is a folder\n']);
    expect(folder.list()).toEqual(['a.failover', 'out', 'taken/', 'taken/b.json/']);
  });

  it('leaves nothing behind where it may not write', async () => {
    const folder = new Folder({ 'a.failover': simple('a'), 'out/a.json': '' });
    chmodSync(folder.path, 0o755);
    chmodSync(folder.at('out'), 0o555);
    const existing = await folder.run(['compile', 'a.failover', '-o', 'out'], { unprivileged: true });
    expect([existing.status, existing.stderr]).toEqual([
      2,
      'error: `out/a.json` cannot be written: permission denied\n',
    ]);
    chmodSync(folder.path, 0o555);
    const made = await folder.run(['compile', 'a.failover', '-o', 'x/y'], { unprivileged: true });
    expect([made.status, made.stderr]).toEqual([2, 'error: The folder `x/y` cannot be made: permission denied\n']);
    chmodSync(folder.path, 0o755);
    expect(folder.list()).toEqual(['a.failover', 'out/', 'out/a.json']);
  });

  it('has files of flows that are named like what every object has', async () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const folder = new Folder({ 'a.failover': names.map((name) => simple(name)).join('') });
    expect((await folder.run(['compile', '-o', 'out'])).status).toBe(0);
    expect(folder.list()).toEqual(['a.failover', 'out/', ...names.map((name) => `out/${name}.json`)]);
  });

  it('writes through a symbolic link, and keeps the mode of a file', async () => {
    const folder = new Folder({ 'a.failover': simple('a'), 'real.json': '' });
    mkdirSync(folder.at('out'));
    chmodSync(folder.at('real.json'), 0o600);
    symlinkSync('../real.json', folder.at('out/a.json'));
    expect((await folder.run(['compile', 'a.failover', '-o', 'out'])).status).toBe(0);
    expect(folder.read('real.json')).toContain('"flow"');
    expect(statSync(folder.at('real.json')).mode & 0o777).toBe(0o600);
  });
});
