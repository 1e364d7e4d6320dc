import { chmodSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brand, Folder, login, simple } from './folder.js';

/** A flow with two mistakes that have one mend each: a misspelt keyword, and a ttl that is too short. */
const broken = simple('a').replace('sms', 'smss').replace('on failed', 'ttl 5s on failed');
const mended = simple('a').replace('on failed', 'ttl 1m on failed');

describe('check --fix', () => {
  it('makes safe fixes until there are none, and tells how many', async () => {
    const folder = new Folder({ 'a.failover': broken, 'b.failover': simple('b') });
    const { status, stdout, stderr } = await folder.run(['check', '--fix']);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toBe('2 problems fixed in a.failover\n2 files checked, no problems\n');
    expect(folder.read('a.failover')).toBe(mended);
    const again = await folder.run(['check', '--fix']);
    expect([again.status, again.stderr]).toEqual([0, '2 files checked, no problems\n']);
  });

  it('tells what is left, and changes nothing of which it is not sure', async () => {
    const text = broken.replace('from', 'callback "http://a.b"\n  from').replace('Hello', '{nope}');
    const folder = new Folder({ 'a.failover': text });
    const { status, stderr } = await folder.run(['check', '--fix', '--max-warnings', '0']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^2 problems fixed in a\.failover\n/);
    expect(stderr).toContain('warning[FO4010]');
    expect(folder.read('a.failover')).toContain('http://a.b');
    expect(folder.read('a.failover')).toContain('{nope}');
  });

  it('leaves files alone that are only imported', async () => {
    const files = { 'brand.failover': brand.replace('sms ', 'smss ') };
    const folder = new Folder({
      ...files,
      'flows/a.failover': login.replace('"./', '"../'),
      'flows/b.failover': broken,
    });
    const { stderr } = await folder.run(['check', '--fix', 'flows']);
    expect(folder.read('brand.failover')).toBe(files['brand.failover']);
    expect(stderr).toContain('error[FO1030]');
    expect(folder.read('flows/b.failover')).toBe(mended);
  });

  it('does not format, and keeps the byte order mark, line breaks and mode', async () => {
    const text = `\ufeff${broken.replace('  from', '      from').replaceAll('\n', '\r\n')}`;
    const folder = new Folder({ 'a.failover': text });
    chmodSync(folder.at('a.failover'), 0o640);
    await folder.run(['check', '--fix']);
    expect(folder.read('a.failover')).toBe(text.replace('smss', 'sms').replace('5s', '1m'));
    expect(statSync(folder.at('a.failover')).mode & 0o777).toBe(0o640);
  });

  it('changes all of the files or none', async () => {
    const folder = new Folder({ 'a.failover': broken, 'b.failover': broken.replace('flow a', 'flow b') });
    chmodSync(folder.path, 0o777);
    chmodSync(folder.at('a.failover'), 0o666);
    chmodSync(folder.at('b.failover'), 0o444);
    const { status, stdout, stderr } = await folder.run(['check', '--fix'], { unprivileged: true });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe('error: `b.failover` cannot be written: permission denied\n  = help: No file was changed.\n');
    expect(folder.read('a.failover')).toBe(broken);
    expect(folder.list()).toEqual(['a.failover', 'b.failover']);
  });

  it('follows a symbolic link that is named, and keeps it', async () => {
    const folder = new Folder({ 'real/a.failover': broken });
    symlinkSync('real/a.failover', folder.at('a.failover'));
    await folder.run(['check', '--fix', 'a.failover']);
    expect(statSync(folder.at('a.failover')).isFile()).toBe(true);
    expect(folder.read('real/a.failover')).toBe(mended);
  });

  it('filters standard input, mended or not', async () => {
    const folder = new Folder({ 'brand.failover': brand });
    const fix = async (input: string) => {
      const { status, stdout, stderr } = await folder.run(['check', '--fix', '-'], { input });
      return [status, stdout, stderr.split('\n')[0]];
    };
    expect(await fix(broken)).toEqual([0, mended, '2 problems fixed in <stdin>']);
    expect(await fix(login)).toEqual([0, login, '1 file checked, no problems'.replace('1 file', '2 files')]);
    const hopeless = 'flow {{{ "';
    expect((await fix(hopeless)).slice(0, 2)).toEqual([1, expect.stringContaining('flow')]);
    expect(folder.read('brand.failover')).toBe(brand);
    folder.write('failover.json', '{ "rulez": {} }');
    expect((await fix(broken)).slice(0, 2)).toEqual([1, broken]);
  });

  it('prints what is left for programs too', async () => {
    const folder = new Folder({ 'a.failover': broken.replace('from', 'callback "http://a.b"\n  from') });
    const { stdout, stderr } = await folder.run(['check', '--fix', '--format', 'json']);
    expect(JSON.parse(stdout).diagnostics).toHaveLength(1);
    expect(stderr).toBe('2 problems fixed in a.failover\n');
  });

  it('changes nothing while failover.json has mistakes', async () => {
    const folder = new Folder({ 'a.failover': broken, 'failover.json': '{ "includ": [] }' });
    const { status } = await folder.run(['check', '--fix', 'a.failover']);
    expect([status, folder.read('a.failover')]).toEqual([1, broken]);
  });

  it('fixes the readable files beside one that is not', async () => {
    const folder = new Folder({ 'a.failover': broken, 'b.failover': Buffer.from([0xff]) });
    const { status, stderr } = await folder.run(['check', '--fix']);
    expect([status, folder.read('a.failover')]).toEqual([2, mended]);
    expect(stderr).toContain('`b.failover` cannot be read');
  });

  it('takes out an import that nothing uses, and an ignore that silences nothing, in several files', async () => {
    const files = ['a', 'b', 'c'].map((name) => [
      `${name}.failover`,
      `import "./brand.failover"\n// failover-ignore FO4001: why\n${simple(name)}`,
    ]);
    const folder = new Folder({ 'brand.failover': brand, ...Object.fromEntries(files) });
    const { stderr } = await folder.run(['check', '--fix']);
    for (const name of ['a', 'b', 'c']) {
      expect(stderr).toContain(`2 problems fixed in ${name}.failover\n`);
      expect(folder.read(`${name}.failover`).trimStart()).toBe(simple(name));
    }
  });

  it('leaves a file alone whose mend would add to the errors of others', async () => {
    const shared = 'let greeting = "Hello"\n\nsender "beta" {\n  sms "B"\n}\n';
    const user = (name: string) => `flow ${name}(to: phone) {\n  sms "{greeting}"\n  then sms "{greeting}!"\n}\n`;
    const folder = new Folder({
      'a.failover': `import "./shared.failover"\n\nsender own {\n  sms "A"\n}\n\n${user('one')}${user('two')}`,
      'b.failover': broken,
      'shared.failover': shared,
    });
    const { status, stderr } = await folder.run(['check', '--fix']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^2 problems fixed in b\.failover\nerror\[FO1020\]/);
    expect(folder.read('shared.failover')).toBe(shared);
    expect(folder.read('b.failover')).toBe(mended);
  });
});
