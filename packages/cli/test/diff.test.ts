import { describe, expect, it } from 'vitest';
import { brand, Folder, login, simple } from './folder.js';

const times = `login-code  login.failover:5
  sms now starts after 3 min at the latest (was 2 min)  login.failover:9
  all of it is over after 8 min at the latest (was 7 min)
  viber is now tried for 3 min (was 2 min)  login.failover:8
`;
const later = login.replace('ttl 2m', 'ttl 3m');

describe('diff', () => {
  it('tells what changed between two files, whatever they are called', async () => {
    const folder = new Folder({ 'brand.failover': brand, 'old.failover': login, 'login.failover': later });
    const { status, stdout, stderr } = await folder.run(['diff', 'old.failover', 'login.failover']);
    expect([status, stdout, stderr]).toEqual([1, times, '1 of 1 flow changed\n']);
    const same = await folder.run(['diff', 'login.failover', 'login.failover']);
    expect([same.status, same.stdout, same.stderr]).toEqual([0, '', '1 flow compared, no change\n']);
  });

  it('takes another layout for no change', async () => {
    const folder = new Folder({
      'a.failover': `// why\n${simple('a').replaceAll('\n', '\n\n')}`,
      'b.failover': simple('a'),
    });
    expect((await folder.run(['diff', 'a.failover', 'b.failover'])).status).toBe(0);
  });

  it('shows words before and after, with places on the side where they are', async () => {
    const folder = new Folder({ 'a.failover': simple('a'), 'b.failover': simple('a', 'Bye\u202e') + simple('b') });
    const { status, stdout } = await folder.run(['diff', 'a.failover', 'b.failover']);
    expect(status).toBe(1);
    expect(stdout).toBe(`b  b.failover:8
  it is new: sms, then voice

a  b.failover:1
  the text of sms has changed  b.failover:5
    - Hello
    + Bye<U+202E>
  the text of sms is now sent as UCS-2 (was GSM-7), because \`<U+202E>\` is outside GSM-7; it is still 1 part  b.failover:5
  what voice says has changed  b.failover:6
    - Hello
    + Bye<U+202E>
`);
    const back = await folder.run(['diff', 'b.failover', 'a.failover']);
    expect(back.stdout).toMatch(/^b {2}b\.failover:8\n {2}it is gone\n/);
    const coloured = await folder.run(['diff', 'a.failover', 'b.failover'], { env: { FORCE_COLOR: '1' } });
    expect(coloured.stdout).toContain('\u001b[31m    - Hello\u001b[39m\n');
  });

  it('compares folders, file by file, each with its own project', async () => {
    const folder = new Folder({
      'old/failover.json': '{ "define": { "api": "https://old.acme.com" } }',
      'old/flows/login.failover': login.replace('./brand', '../brand'),
      'old/brand.failover': brand,
      'new/failover.json': '{ "define": { "api": "https://new.acme.com" } }',
      'new/flows/login.failover': login.replace('./brand', '../brand'),
      'new/brand.failover': brand,
    });
    const { status, stdout, stderr } = await folder.run(['diff', 'old', 'new']);
    expect([status, stderr]).toEqual([1, '1 of 1 flow changed\n']);
    expect(stdout).toBe(`login-code  new/flows/login.failover:5
  the flow has another callback: \`https://new.acme.com/failover\` at every step (was \`https://old.acme.com/failover\` at every step)  new/flows/login.failover:6
`);
    expect((await folder.run(['diff', '.', '../old'], { at: 'old' })).status).toBe(0);
  });

  it('reads a side from standard input as if it stood where the other does', async () => {
    const folder = new Folder({ 'flows/brand.failover': brand, 'flows/login.failover': later });
    const forth = await folder.run(['diff', '-', 'flows/login.failover'], { input: login });
    expect([forth.status, forth.stdout]).toEqual([1, times.replaceAll('  login.', '  flows/login.')]);
    const back = await folder.run(['diff', 'flows/login.failover', '-'], { input: login });
    expect(back.stdout).toContain('sms now starts after 2 min at the latest (was 3 min)  <stdin>:9\n');
  });

  it('says what cannot be compared where imports lead nowhere', async () => {
    const both = new Folder({ 'a/login.failover': login, 'b/login.failover': later });
    const { status, stdout, stderr } = await both.run(['diff', 'a/login.failover', 'b/login.failover']);
    expect([status, stdout]).toEqual([1, times.replaceAll('  login.', '  b/login.')]);
    expect(stderr).toMatch(/^error\[FO2006\]: .*\n {2}┌─ b\/login.failover:1:8\n/);
    const same = await both.run(['diff', 'a/login.failover', 'a/login.failover']);
    expect([same.status, same.stdout]).toEqual([0, '']);
    const folders = new Folder({ 'a/login.failover': login, 'b/login.failover': login, 'b/brand.failover': brand });
    const compared = await folders.run(['diff', 'a', 'b']);
    expect(compared.status).toBe(1);
    expect(compared.stdout).toMatch(/cannot be compared: one side has names that nothing declares/);
  });

  it('tells the errors of either side, and compares the rest', async () => {
    const folder = new Folder({
      'a/x.failover': simple('x'),
      'a/y.failover': simple('y').replace('sms', 'smss'),
      'b/x.failover': simple('x', 'Bye').replace('sms', 'smss'),
      'b/y.failover': simple('y'),
    });
    const { status, stdout, stderr } = await folder.run(['diff', 'a', 'b']);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^x {2}b\/x\.failover:1\n {2}it now has an error \(FO1030: .*\), so what has changed cannot/,
    );
    expect(stdout).toMatch(/\ny {2}b\/y\.failover:1\n {2}it no longer has an error \(FO1030: `smss` /);
    expect(stderr).toContain('┌─ a/y.failover:5:3\n');
    expect(stderr).toContain('┌─ b/x.failover:5:3\n');
    expect(stderr).toMatch(/\n2 of 2 flows changed\n$/);
  });

  it('takes the name of nothing for an empty file, as git hands it to its tools', async () => {
    const folder = new Folder({ 'a.failover': simple('a') });
    const added = await folder.run(['diff', '/dev/null', 'a.failover']);
    expect([added.status, added.stdout]).toEqual([1, 'a  a.failover:1\n  it is new: sms, then voice\n']);
    const gone = await folder.run(['diff', 'a.failover', '/dev/null']);
    expect([gone.status, gone.stdout]).toEqual([1, 'a  a.failover:1\n  it is gone\n']);
    const nothing = await folder.run(['diff', '/dev/null', '/dev/null']);
    expect([nothing.status, nothing.stderr]).toEqual([0, 'There is no flow on either side\n']);
  });

  it('prints JSON for programs', async () => {
    const folder = new Folder({ 'brand.failover': brand, 'old.failover': login, 'login.failover': later });
    const { status, stdout } = await folder.run(['diff', '--format', 'json', 'old.failover', 'login.failover']);
    expect(status).toBe(1);
    const { flows, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({});
    expect(flows).toHaveLength(1);
    const [{ changes, ...flow }] = flows;
    const at = (file: string, line: number, from: number, to: number, offset: number) => ({
      ...{ file, start: { line, column: from, offset }, end: { line, column: to, offset: offset + to - from } },
    });
    expect(flow).toEqual({
      flow: 'login-code',
      file: 'login.failover',
      old: at('old.failover', 5, 6, 16, login.indexOf('login-code')),
      new: at('login.failover', 5, 6, 16, login.indexOf('login-code')),
    });
    expect(changes.map(({ kind }: { kind: string }) => kind)).toEqual(['start', 'duration', 'ttl']);
    expect(changes[2]).toEqual({
      kind: 'ttl',
      message: 'viber is now tried for 3 min (was 2 min)',
      step: { channel: 'viber', old: 1, new: 1 },
      old: at('old.failover', 8, 30, 36, login.indexOf('ttl 2m')),
      new: at('login.failover', 8, 30, 36, later.indexOf('ttl 3m')),
    });
    const same = await folder.run(['diff', '--format', 'json', 'login.failover', 'login.failover']);
    expect([same.status, same.stdout]).toEqual([0, '{\n  "flows": []\n}\n']);
  });

  it('prints Markdown in which nothing that somebody wrote means anything', async () => {
    const text = '@octocat ``<img src=x>`` [a](https://b.c) | #1';
    const folder = new Folder({ 'a.failover': simple('a', '`x'), 'b.failover': simple('a', text) });
    const { status, stdout } = await folder.run(['diff', '--format', 'markdown', 'a.failover', 'b.failover']);
    expect(status).toBe(1);
    const texts = ['  - was: `` `x ``', `  - now: \`\`\`${text}\`\`\``];
    const lines = [
      ...['1 flow changed.', '', '### `a`', '', '`b.failover:1`', ''],
      ...['- the text of sms has changed (`b.failover:5`)', ...texts],
      ...['- what voice says has changed (`b.failover:6`)', ...texts, ''],
    ];
    expect(stdout).toBe(lines.join('\n'));
    const same = await folder.run(['diff', '--format', 'markdown', 'a.failover', 'a.failover']);
    expect([same.status, same.stdout]).toEqual([0, 'No flow has changed.\n']);
  });

  it.each([
    [[], 'There is nothing to compare; `diff` takes two files or two folders'],
    [['a.failover'], '1 name is given; `diff` takes two files or two folders'],
    [['a.failover', 'a.failover', 'a.failover'], '3 names are given; `diff` takes two files or two folders'],
    [['a.failover', 'sub'], '`sub` is a folder and `a.failover` is none'],
    [['-', '-'], '`-` can stand for one side only'],
    [['', 'a.failover'], 'An empty name stands for no file'],
    [['a.failovr', 'a.failover'], 'There is no file or folder `a.failovr`; did you mean `a.failover`?'],
    [['binary.failover', 'a.failover'], '`binary.failover` cannot be read: it is not text: line 1 has a NUL byte'],
    [['--format', 'html', 'a.failover', 'a.failover'], '`--format` takes `text`, `markdown` or `json`, not `html`'],
  ])('refuses %j', async (args, message) => {
    const folder = new Folder({ 'a.failover': simple('a'), 'sub/b.failover': '', 'binary.failover': 'a\0' });
    const { status, stdout, stderr } = await folder.run(['diff', ...args]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.split('\n')[0]).toBe(`error: ${message}`);
  });

  it('compares what it can read of two folders, and ends with status 2', async () => {
    const folder = new Folder({
      'a/x.failover': simple('x'),
      'b/x.failover': 'a\0',
      'a/y.failover': '',
      'b/y.failover': simple('y', 'Quite another text'),
    });
    const { status, stdout, stderr } = await folder.run(['diff', 'a', 'b']);
    expect(status).toBe(2);
    expect(stderr).toContain('error: `b/x.failover` cannot be read: it is not text: line 1 has a NUL byte\n');
    expect(stdout).toContain('it is not there any more, or cannot be read: `x.failover`: it is not text');
    expect(stdout).toContain('y  b/y.failover:1\n  it is new: sms, then voice\n');
  });

  it('does not compare where failover.json has mistakes', async () => {
    const folder = new Folder({
      'old/a.failover': simple('a'),
      'new/a.failover': simple('a', 'x'),
      'new/failover.json': '{',
    });
    const { status, stdout, stderr } = await folder.run(['diff', 'old', 'new']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('┌─ new/failover.json:1:');
    expect((await folder.run(['diff', 'new', 'old'])).status).toBe(1);
  });
});
