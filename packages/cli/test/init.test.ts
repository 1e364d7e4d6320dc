import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { requestProblems } from '@failover/compiler';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { version } from '../package.json';
import { shellWord, startedAs } from '../src/init/pasted.js';
import { createFiles } from '../src/write-files.js';
import { Folder, type Result } from './folder.js';

const project = ['failover.json', 'flows/brand.failover', 'flows/login.failover', 'values.json'];
const others = ['.github/workflows/failover.yml', '.vscode/extensions.json'];

function filesIn(folder: Folder): string[] {
  return folder.list().filter((name) => !name.endsWith('/') && !name.startsWith('.git/'));
}

/** The commands that it says come next. */
function commandsOf({ stderr }: Result): string[] {
  const [, commands = ''] = stderr.split('Next:\n\n');
  return commands.trimEnd().split('\n');
}

describe('init', () => {
  it('writes a project that checks, formats and compiles', async () => {
    const folder = new Folder();
    const created = await folder.run(['init']);
    expect([created.status, created.stdout]).toEqual([0, '']);
    expect(created.stderr.split('\n\n')[0]?.split('\n')).toEqual(
      [...project, ...others].map((name) => `created ${name}`),
    );
    expect(filesIn(folder)).toEqual([...project, ...others].sort());
    const checked = await folder.run(['check', '--max-warnings', '0']);
    expect(checked).toEqual({ status: 0, stdout: '', stderr: '2 files checked, no problems\n' });
    expect((await folder.run(['format', '--check'])).status).toBe(0);
    const compiled = await folder.run(['compile', 'flows/login.failover', '--values', 'values.json']);
    expect([compiled.status, compiled.stderr]).toEqual([0, '']);
    expect(requestProblems('transactional', JSON.parse(compiled.stdout))).toEqual([]);
  });

  it.each(['messages', 'το δικό μου', "it's $(here)/deep", '-x'])('names commands that work, for %s', async (name) => {
    const folder = new Folder();
    const created = await folder.run(['init', '--', name]);
    expect(created.status).toBe(0);
    const commands = commandsOf(created);
    expect(commands).toHaveLength(4);
    const script = ['set -e', ...commands].join('\n');
    const printed = execFileSync('bash', ['-c', script], { cwd: folder.path, encoding: 'utf8', stdio: 'pipe' });
    expect(requestProblems('transactional', JSON.parse(printed))).toEqual([]);
  });

  it('has a workflow that is valid, and recommends the extension by its name', async () => {
    const folder = new Folder();
    await folder.run(['init']);
    const { on, permissions, jobs } = parse(folder.read(others[0] ?? ''));
    expect(on).toEqual({ pull_request: null, push: { branches: ['main', 'master'] } });
    expect(permissions).toEqual({ contents: 'read' });
    expect(jobs.flows.steps).toEqual([{ uses: 'actions/checkout@v5' }, { uses: `failover-lang/failover@v${version}` }]);
    expect(JSON.parse(folder.read(others[1] ?? ''))).toEqual({ recommendations: ['failover-lang.failover'] });
  });

  it('puts what the repository reads into its root, and tells the workflow where the project is', async () => {
    const folder = new Folder();
    execFileSync('git', ['init', '-q'], { cwd: folder.path });
    mkdirSync(folder.at('services'));
    const created = await folder.run(['init', 'our "flows"'], { at: 'services' });
    expect(created.stderr).toContain('created our "flows"/failover.json\n');
    expect(created.stderr).toContain('created ../.github/workflows/failover.yml\n');
    expect(filesIn(folder)).toEqual([...others, ...project.map((name) => `services/our "flows"/${name}`)]);
    const { jobs } = parse(folder.read('.github/workflows/failover.yml'));
    expect(jobs.flows.steps[1].with).toEqual({ 'working-directory': 'services/our "flows"' });
  });

  it.each(project)('writes nothing where %s is there already', async (name) => {
    const folder = new Folder({ [name]: 'mine' });
    const before = folder.list();
    expect(await folder.run(['init'])).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: Nothing is written: \`${name}\` is there already
  = help: \`failover init <folder>\` starts a project in another folder.\n`,
    });
    expect(folder.list()).toEqual(before);
    expect(folder.read(name)).toBe('mine');
  });

  it('says of a project that is there already what there is', async () => {
    const folder = new Folder();
    await folder.run(['init']);
    const again = await folder.run(['init']);
    expect(again.status).toBe(2);
    expect(again.stderr).toContain(
      'Nothing is written: `failover.json`, `flows/brand.failover`, `flows/login.failover` and `values.json` are there already\n',
    );
  });

  it.each(others)('leaves %s as it is, and writes the rest', async (name) => {
    const folder = new Folder({ [name]: 'mine', 'README.md': 'mine', 'flows/other.failover': 'sms "x"\n' });
    const { status, stderr } = await folder.run(['init']);
    expect(status).toBe(0);
    expect(stderr).toContain(`left as it is: ${name}\n`);
    expect(stderr).not.toContain(`created ${name}\n`);
    expect([folder.read(name), folder.read('README.md')]).toEqual(['mine', 'mine']);
    expect(filesIn(folder)).toEqual([...project, ...others, 'README.md', 'flows/other.failover'].sort());
  });

  it('takes a link for a file that is there, wherever it leads', async () => {
    const folder = new Folder();
    mkdirSync(folder.at('a'));
    mkdirSync(folder.at('b/.vscode'), { recursive: true });
    symlinkSync('nowhere', folder.at('a/values.json'));
    symlinkSync('nowhere', folder.at('b/.vscode/extensions.json'));
    const refused = await folder.run(['init', 'a']);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('`a/values.json` is there already')]);
    const { status, stderr } = await folder.run(['init', 'b']);
    expect([status, stderr]).toEqual([0, expect.stringContaining('left as it is: b/.vscode/extensions.json\n')]);
    expect(filesIn(folder)).toContain('b/flows/login.failover');
  });

  it('follows a link to a folder', async () => {
    const folder = new Folder();
    mkdirSync(folder.at('real'));
    symlinkSync('real', folder.at('link'));
    const { status, stderr } = await folder.run(['init', 'link/new']);
    expect([status, stderr]).toEqual([0, expect.stringContaining('created real/new/failover.json\n')]);
    expect(filesIn(folder)).toContain('real/new/failover.json');
  });

  it.each<[string, Record<string, string>, string]>([
    ['', {}, 'An empty name stands for no folder'],
    ['a\u001b[2Jb', {}, '`a␛[2Jb` has characters that cannot be seen'],
    ['file', { file: '' }, '`file` is not a folder'],
    ['file/x', { file: '' }, 'a part of its path is a file, not a folder'],
    ['.', { flows: '' }, '`flows` is not a folder'],
    ['.', { '.vscode': '' }, '`.vscode` is not a folder'],
    ['new', { 'new/.github/workflows': '' }, '`new/.github/workflows` is not a folder'],
    ['x'.repeat(300), {}, 'the name is too long'],
  ])('writes nothing into %j with %j', async (name, files, message) => {
    const folder = new Folder(files);
    const before = folder.list();
    const { status, stdout, stderr } = await folder.run(['init', name]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(folder.list()).toEqual(before);
  });

  it('writes nothing where it may not', async () => {
    const folder = new Folder({ 'in/.github/x': '', 'in/.vscode/x': '' });
    for (const name of ['.', 'in', 'in/.github']) chmodSync(folder.at(name), 0o777);
    chmodSync(folder.at('in/.vscode'), 0o555);
    const before = folder.list();
    const late = await folder.run(['init', 'in'], { unprivileged: true });
    expect(late.status).toBe(2);
    expect(late.stderr).toContain('`in/.vscode/extensions.json` cannot be written: permission denied');
    expect(folder.list()).toEqual(before);
    chmodSync(folder.at('in'), 0o555);
    const early = await folder.run(['init', 'in'], { unprivileged: true });
    expect([early.status, early.stderr]).toEqual([2, expect.stringContaining('cannot be written: permission denied')]);
    chmodSync(folder.at('in'), 0o000);
    const hidden = await folder.run(['init', 'in/new'], { unprivileged: true });
    expect([hidden.status, hidden.stderr]).toEqual([2, expect.stringContaining('cannot be made: permission denied')]);
    chmodSync(folder.at('in'), 0o755);
    expect(folder.list()).toEqual(before);
  });

  it('takes one folder', async () => {
    const folder = new Folder();
    const { status, stderr } = await folder.run(['init', 'a', 'b']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('`failover init --help` tells what there is.')]);
    expect(folder.list()).toEqual([]);
  });
});

describe('createFiles', () => {
  it('takes everything back when a file has come in between', () => {
    const folder = new Folder({ 'b/late.txt': 'theirs' });
    const texts = new Map(['a/new/x.txt', 'b/late.txt'].map((name) => [folder.at(name), 'ours']));
    expect(() => createFiles(texts)).toThrow(/`.*late\.txt` cannot be written: there is a file of that name/);
    expect(folder.list()).toEqual(['b/', 'b/late.txt']);
    expect(folder.read('b/late.txt')).toBe('theirs');
  });
});

describe('commands to paste', () => {
  it.each([
    ['/usr/local/bin/failover', 'failover'],
    ['/home/me/app/node_modules/.bin/failover', 'npx @failover/cli'],
    ['/home/me/.npm/_npx/1a2b/node_modules/.bin/failover', 'npx @failover/cli'],
    ['/home/me/my tools/failover.cjs', "node '/home/me/my tools/failover.cjs'"],
  ])('start as the command was started: %s', (script, expected) => {
    expect(startedAs(script)).toBe(expected);
  });

  it.each([
    ['flows/a-b_1.x', 'flows/a-b_1.x', 'flows/a-b_1.x'],
    ['Ροές', 'Ροές', 'Ροές'],
    ['my flows', "'my flows'", '"my flows"'],
    ["it's", "'it'\\''s'", '"it\'s"'],
    ['$(x)`y`', "'$(x)`y`'", '"$(x)`y`"'],
    ['~', "'~'", '"~"'],
    ['-n', './-n', './-n'],
    ['a\\b', "'a\\b'", 'a\\b'],
  ])('quote %j', (text, posix, windows) => {
    expect([shellWord(text, false), shellWord(text, true)]).toEqual([posix, windows]);
  });
});
