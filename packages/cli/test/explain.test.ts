import { describe, expect, it } from 'vitest';
import { readDiagram } from './explain/diagram.js';
import { brand, Folder, login, simple } from './folder.js';

const project = { 'brand.failover': brand, 'login.failover': login };

describe('explain', () => {
  it('tells a flow on standard output', async () => {
    const folder = new Folder(project);
    const { status, stdout, stderr } = await folder.run(['explain', 'login.failover']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^login-code in login\.failover\n\n {2}It starts with a Viber message\./);
    expect(stdout).toContain('Every change of status is reported to https://api.acme.com/failover.');
  });

  it('tells every flow of the project, those of folders and globs, and standard input', async () => {
    const folder = new Folder({ ...project, 'more/b.failover': simple('b') });
    const heads = async (args: readonly string[], input = '') => {
      const { stdout } = await folder.run(['explain', ...args], { input });
      return stdout.match(/^\S+ in \S+$/gm);
    };
    expect(await heads([])).toEqual(['login-code in login.failover', 'b in more/b.failover']);
    expect(await heads(['more'])).toEqual(['b in more/b.failover']);
    expect(await heads(['*.failover'])).toEqual(['login-code in login.failover']);
    expect(await heads(['-'], simple('c'))).toEqual(['c in <stdin>']);
    expect(await heads(['--flow', 'b'])).toEqual(['b in more/b.failover']);
  });

  it('takes definitions as compile does', async () => {
    const folder = new Folder(project);
    const staging = await folder.run(['explain', 'login.failover', '--define', 'api=https://staging.acme.com']);
    expect(staging.stdout).toContain('https://staging.acme.com/failover');
    const unknown = await folder.run(['explain', 'login.failover', '--define', 'apii=x']);
    expect([unknown.status, unknown.stderr]).toEqual([1, expect.stringContaining('did you mean `api`?')]);
  });

  it('writes Markdown with a diagram, and the diagram alone', async () => {
    const folder = new Folder({ ...project, 'b.failover': simple('b') });
    const markdown = await folder.run(['explain', 'login.failover', '--format', 'markdown']);
    expect(markdown.stdout).toMatch(/^### `login-code` in `login\.failover`\n/);
    const diagram = /```mermaid\n([\s\S]*)```\n$/.exec(markdown.stdout)?.[1] ?? '';
    const alone = await folder.run(['explain', 'login.failover', '--format', 'mermaid']);
    expect(alone.stdout).toBe(diagram);
    expect(readDiagram(diagram).boxes.get('start')).toBe('login-code');
    const both = await folder.run(['explain', '--format', 'mermaid']);
    expect(readDiagram(both.stdout).parts).toEqual(['b', 'login-code']);
  });

  it('has colours where they are wanted, and no more', async () => {
    const folder = new Folder(project);
    const coloured = await folder.run(['explain', 'login.failover'], { env: { FORCE_COLOR: '1' } });
    expect(coloured.stdout).toContain('\u001b[36m{to}\u001b[39m');
    const markdown = await folder.run(['explain', '--format', 'markdown'], { env: { FORCE_COLOR: '1' } });
    expect(markdown.stdout).not.toContain('\u001b');
  });

  it('tells warnings and goes on', async () => {
    const folder = new Folder({ 'a.failover': simple('a').replace('from', 'callback "http://a.b"\n  from') });
    const { status, stdout, stderr } = await folder.run(['explain']);
    expect([status, stdout.includes('1. SMS, at once')]).toEqual([0, true]);
    expect(stderr).toContain('warning[FO4010]');
  });

  it('leaves out flows with errors, and tells the others', async () => {
    const folder = new Folder({ 'a.failover': `${simple('a')}${simple('b').replace('sms', 'smss')}` });
    const { status, stdout, stderr } = await folder.run(['explain']);
    expect([status, stdout.match(/^\S+ in/gm)]).toEqual([1, ['a in']]);
    expect(stderr).toContain('error[FO1030]');
    expect(stderr).toMatch(/\n\n1 error: 1 of 2 flows explained\n$/);
    const wrong = await folder.run(['explain', '--flow', 'b', '--format', 'mermaid']);
    expect([wrong.status, wrong.stdout]).toEqual([1, '']);
    expect(wrong.stderr).toMatch(/\n\n1 error: nothing is explained\n$/);
  });

  it('explains nothing that is made of what has errors', async () => {
    const folder = new Folder({ ...project, 'brand.failover': brand.replace('"ACME"', '"ACME and more"') });
    const { status, stdout } = await folder.run(['explain', 'login.failover']);
    expect([status, stdout]).toEqual([1, '']);
    folder.write('login.failover', login.replace('let api', 'let'));
    expect((await folder.run(['explain', 'login.failover'])).stdout).toBe('');
  });

  it('tells what is wrong with failover.json first', async () => {
    const folder = new Folder({ ...project, 'failover.json': '{ "defin": {} }' });
    const { status, stdout, stderr } = await folder.run(['explain']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('FO7002');
  });

  it.each([
    [['nope.failover'], 2, 'There is no file or folder `nope.failover`'],
    [['login.failover', '--flow', 'login-cod'], 2, 'There is no flow `login-cod`; did you mean `login-code`?'],
    [['brand.failover'], 2, 'There is no flow in `brand.failover`'],
    [['--format', 'html'], 2, '`--format` takes `text`, `markdown` or `mermaid`, not `html`'],
    [['--formt', 'text'], 2, 'Unknown option `--formt`; did you mean `--format`?'],
    [['--set', 'a=b'], 2, 'Unknown option `--set`'],
    [['--define', 'api'], 2, '`--define api` has no value: write `--define api=…`'],
    [[''], 2, 'An empty name stands for no file'],
    [['login.failover', 'FO3012'], 2, '`FO3012` is the code of a diagnostic, and the rest are files'],
  ])('refuses %j', async (args, wanted, message) => {
    const { status, stdout, stderr } = await new Folder(project).run(['explain', ...args]);
    expect([status, stdout, stderr.split('\n')[0]]).toEqual([wanted, '', `error: ${message}`]);
  });

  it('is made for files that nobody can read', async () => {
    const folder = new Folder({ 'a.failover': Buffer.from([0xff, 0xfe, 0]), 'b.failover': '' });
    expect((await folder.run(['explain', 'a.failover'])).status).toBe(2);
    expect((await folder.run(['explain', 'b.failover'])).status).toBe(2);
  });
});

describe('explain with a code', () => {
  it('prints the page, with nothing beside it', async () => {
    const folder = new Folder();
    const { status, stdout, stderr } = await folder.run(['explain', 'FO3012']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^FO3012: An SMS ttl out of range\n\nThe ttl \(time to live\) of an SMS says/);
    for (const args of [['fo3012'], ['3012'], ['FO3012', 'fo3012', '3012']]) {
      expect((await folder.run(['explain', ...args])).stdout).toBe(stdout);
    }
    expect((await folder.run(['explain', 'FO3012', '--format', 'markdown'])).stdout).toMatch(
      /^# FO3012: .*\n[\s\S]*```\n$/,
    );
  });

  it('prints several in the order asked for', async () => {
    const { stdout } = await new Folder().run(['explain', '4002', '1001']);
    expect(stdout.match(/^FO\d{4}:/gm)).toEqual(['FO4002:', 'FO1001:']);
  });

  it.each([
    ['FO3015', 'FO3015`; did you mean `FO3014`?'],
    ['FO3O12', 'FO3O12`; did you mean `FO3012`?'],
    ['fo30l2', 'fo30l2`; did you mean `FO3012`?'],
    ['301', '301`'],
    ['9999', '9999`'],
  ])('says what there is instead of %s', async (code, said) => {
    const { status, stdout, stderr } = await new Folder().run(['explain', code]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.startsWith(`error: There is no diagnostic \`${said}`), stderr).toBe(true);
    expect(stderr).toMatch(/\n +FO1001 to FO10\d\d {2}Words and grammar\n/);
  });

  it.each([
    [['FO3012', '--flow', 'a'], '`--flow` has no use with the code of a diagnostic'],
    [['FO3012', '--define', 'a=b'], '`--define` has no use with the code of a diagnostic'],
    [['FO3012', '--format', 'mermaid'], 'The page of a diagnostic is no diagram'],
  ])('refuses %j', async (args, message) => {
    const { status, stderr } = await new Folder().run(['explain', ...args]);
    expect([status, stderr.split('\n')[0]]).toEqual([2, `error: ${message}`]);
  });
});
