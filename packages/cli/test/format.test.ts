import { chmodSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brand, Folder, login } from './folder.js';

const ugly = 'sms   "x"\n\n\n\n  from "ACME"   on failed then   voice say "x" lang en-US from "302101234567"';
const broken = 'flow x(to: phone { sms "hello" }\n';

describe('format', () => {
  it('rewrites the files that change, and lists them', async () => {
    const folder = new Folder({ 'brand.failover': brand, 'login.failover': login, 'sub/ugly.failover': ugly });
    chmodSync(folder.at('sub/ugly.failover'), 0o640);
    const before = statSync(folder.at('brand.failover')).ino;
    const { status, stdout, stderr } = await folder.run(['format']);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toBe('formatted sub/ugly.failover\n1 of 3 files formatted\n');
    expect(folder.read('sub/ugly.failover')).not.toBe(ugly);
    expect(folder.list()).toEqual(['brand.failover', 'login.failover', 'sub/', 'sub/ugly.failover']);
    expect(statSync(folder.at('sub/ugly.failover')).mode & 0o777).toBe(0o640);
    expect(statSync(folder.at('brand.failover')).ino).toBe(before);
    const again = await folder.run(['format']);
    expect([again.status, again.stderr]).toEqual([0, '3 files checked, nothing to change\n']);
  });

  it('lists the files that would change with --check, and changes none', async () => {
    const folder = new Folder({ 'a.failover': ugly, 'brand.failover': brand });
    const { status, stdout, stderr } = await folder.run(['format', '--check']);
    expect([status, stdout, stderr]).toEqual([1, 'a.failover\n', '1 of 2 files would change\n']);
    expect(folder.read('a.failover')).toBe(ugly);
    const fine = await folder.run(['format', '--check', 'brand.failover']);
    expect([fine.status, fine.stdout]).toEqual([0, '']);
  });

  it('filters standard input', async () => {
    const folder = new Folder({ 'a.failover': ugly });
    const filtered = await folder.run(['format', '-'], { input: ugly });
    expect([filtered.status, filtered.stderr]).toEqual([0, '']);
    await folder.run(['format', 'a.failover']);
    expect(filtered.stdout).toBe(folder.read('a.failover'));
    const checked = await folder.run(['format', '--check', '-'], { input: ugly });
    expect([checked.status, checked.stdout]).toEqual([1, '<stdin>\n']);
    const mixed = await folder.run(['format', '-', 'a.failover']);
    expect(mixed.status).toBe(2);
    expect(mixed.stderr).toContain('error: `-` stands alone');
  });

  it('tells what is broken, leaves it alone, and formats the rest', async () => {
    const folder = new Folder({ 'a.failover': broken, 'b.failover': ugly });
    const { status, stderr } = await folder.run(['format']);
    expect(status).toBe(1);
    expect(stderr).toContain('error[FO1023]: Expected `)` to close the parameters\n  ┌─ a.failover:1:16\n');
    expect(stderr).toContain('formatted b.failover\n');
    const filtered = await folder.run(['format', '-'], { input: broken });
    expect([filtered.status, filtered.stdout]).toEqual([1, broken]);
  });

  it('writes through a symbolic link', async () => {
    const folder = new Folder({ 'real/a.failover': ugly });
    symlinkSync('real/a.failover', folder.at('link.failover'));
    expect((await folder.run(['format', 'link.failover'])).status).toBe(0);
    expect(folder.read('real/a.failover')).not.toBe(ugly);
    const { stderr } = await folder.run(['format', 'link.failover']);
    expect(stderr).toBe('1 file checked, nothing to change\n');
  });

  it('does not replace a file that may not be written, and goes on with the others', async () => {
    const folder = new Folder({ 'a.failover': ugly, 'b.failover': ugly });
    for (const [name, mode] of [
      ['.', 0o777],
      ['a.failover', 0o444],
      ['b.failover', 0o666],
    ] as const) {
      chmodSync(folder.at(name), mode);
    }
    const { status, stderr } = await folder.run(['format'], { unprivileged: true });
    expect(status).toBe(2);
    expect(stderr).toBe(`error: \`a.failover\` cannot be written: permission denied

formatted b.failover
1 of 2 files formatted
`);
    expect(folder.read('a.failover')).toBe(ugly);
  });
});
