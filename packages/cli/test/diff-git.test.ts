import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brand, command, Folder, login, simple } from './folder.js';
import { RepositoryFolder } from './repository.js';

const started = 'sms now starts after 3 min at the latest (was 2 min)';

describe('diff --git', { timeout: 60_000 }, () => {
  it('compares a commit with the files as they are, with the imports of each side', async () => {
    const folder = new RepositoryFolder({
      'brand.failover': brand,
      'login.failover': login,
      'a b.failover': simple('a'),
    });
    const same = await folder.run(['diff', '--git', 'HEAD']);
    expect([same.status, same.stdout, same.stderr]).toEqual([0, '', '2 flows compared, no change\n']);
    folder.write('login.failover', login.replace('2m', '3m'));
    folder.write('brand.failover', brand.replace('"ACME"', '"OTHER"'));
    rmSync(folder.at('a b.failover'));
    const { status, stdout } = await folder.run(['diff', '--git', 'main']);
    expect(status).toBe(1);
    expect(stdout).toContain('a  main:a b.failover:1\n  it is gone\n');
    expect(stdout).toContain(`  ${started}  login.failover:9\n`);
    expect(stdout).toContain('sms has another sender: `acme`, `OTHER` (was `acme`, `ACME`)');
    const some = await folder.run(['diff', '--git', 'main', 'a b.failover']);
    expect([some.status, some.stderr]).toEqual([1, '1 of 1 flow changed\n']);
  });

  it('compares two commits, or one with where another branched off', async () => {
    const folder = new RepositoryFolder({ 'a.failover': simple('a', 'One') });
    folder.write('a.failover', simple('a', 'Two'));
    folder.commit('second');
    folder.git('checkout', '--quiet', '-b', 'work', 'first');
    folder.write('b.failover', simple('b'));
    folder.commit('third');
    folder.write('b.failover', '');
    const two = await folder.run(['diff', '--git', 'main..work']);
    expect(two.stdout).toContain('    - Two\n    + One\n');
    expect(two.stdout).toContain('b  work:b.failover:1\n  it is new');
    const three = await folder.run(['diff', '--git', 'main...']);
    expect([three.status, three.stdout]).toEqual([1, 'b  HEAD:b.failover:1\n  it is new: sms, then voice\n']);
    const tags = await folder.run(['diff', '--git', 'first..second', '--format', 'json']);
    expect(JSON.parse(tags.stdout).flows[0].file).toBe('a.failover');
  });

  it('reads failover.json of each side', async () => {
    const api = (url: string) => JSON.stringify({ include: ['flows'], define: { api: url } });
    const folder = new RepositoryFolder({
      'app/failover.json': api('https://a.acme.com'),
      'app/flows/brand.failover': brand,
      'app/flows/login.failover': login,
      'app/other/x.failover': simple('x'),
    });
    folder.write('app/failover.json', api('https://b.acme.com'));
    folder.write('app/other/x.failover', simple('x', 'y'));
    const { status, stdout } = await folder.run(['diff', '--git', 'HEAD'], { at: 'app/flows' });
    expect(status).toBe(1);
    expect(stdout).toBe(`login-code  login.failover:5
  the flow has another callback: \`https://b.acme.com/failover\` at every step (was \`https://a.acme.com/failover\` at every step)  login.failover:6
`);
    folder.write('app/failover.json', '{ "include": 1 }');
    expect((await folder.run(['diff', '--git', 'HEAD'], { at: 'app' })).status).toBe(2);
    folder.commit('broken');
    folder.write('app/failover.json', api('https://a.acme.com'));
    const mended = await folder.run(['diff', '--git', 'broken'], { at: 'app' });
    expect(mended.status).toBe(1);
    expect(mended.stderr).toContain('┌─ broken:failover.json:1:14\n');
  });

  it('takes files, folders and globs, as they are on either side', async () => {
    const folder = new RepositoryFolder({
      'a/x.failover': simple('x'),
      'b/y.failover': simple('y'),
      'b/.c/z.failover': simple('z'),
    });
    for (const name of ['a/x.failover', 'b/y.failover', 'b/.c/z.failover']) rmSync(folder.at(name));
    folder.write('new/[x].failover', simple('n', 'Quite another text'));
    const flows = async (...args: string[]) => {
      const { stdout } = await folder.run(['diff', '--git', 'HEAD', '--format', 'json', ...args]);
      return JSON.parse(stdout).flows.map(({ flow }: { flow: string }) => flow);
    };
    expect(await flows()).toEqual(['x', 'y', 'n']);
    expect(await flows('a')).toEqual(['x']);
    expect(await flows('*/*.failover')).toEqual(['x', 'y', 'n']);
    expect(await flows('./?')).toEqual(['x', 'y']);
    expect(await flows('b/.c')).toEqual(['z']);
    expect(await flows('new/[x].failover')).toEqual(['n']);
    const inside = await folder.run(['diff', '--git', 'HEAD', '../a/*'], { at: 'new' });
    expect(inside.stdout).toContain('x  HEAD:../a/x.failover:1\n');
  });

  it('knows a flow of another file by its name', async () => {
    const folder = new RepositoryFolder({ 'a.failover': simple('a') });
    folder.git('mv', 'a.failover', 'näher dran.failover');
    expect((await folder.run(['diff', '--git', 'HEAD'])).stderr).toBe('1 flow compared, no change\n');
    folder.commit('moved');
    expect((await folder.run(['diff', '--git', 'HEAD', 'näher dran.failover'])).status).toBe(0);
  });

  it('runs no program that the settings of a repository name', async () => {
    const folder = new RepositoryFolder({ 'a.failover': simple('a') });
    folder.write('a.failover', simple('a', 'Bye'));
    const settings = [
      'core.fsmonitor',
      'core.pager',
      'core.editor',
      'diff.external',
      'diff.x.textconv',
      'filter.x.smudge',
    ];
    for (const name of settings) folder.git('config', name, `touch '${folder.at('ran')}'; false`);
    folder.write('.gitattributes', '* diff=x filter=x\n');
    const { stdout } = await folder.run(['diff', '--git', 'HEAD']);
    expect(stdout).toContain('Bye');
    expect(folder.list()).not.toContain('ran');
  });

  it('passes over symbolic links and submodules', async () => {
    const other = new RepositoryFolder({ 'inner.failover': simple('inner') });
    const folder = new RepositoryFolder({ 'a.failover': simple('a') });
    symlinkSync('a.failover', folder.at('link.failover'));
    symlinkSync('loop.failover', folder.at('loop.failover'));
    folder.git('submodule', 'add', '--quiet', other.path, 'sub');
    folder.commit('links');
    for (const name of ['link.failover', 'loop.failover', 'sub']) rmSync(folder.at(name), { recursive: true });
    expect((await folder.run(['diff', '--git', 'HEAD'])).status).toBe(0);
  });

  it('compares a file that could not be read before', async () => {
    const folder = new RepositoryFolder({ 'a.failover': Buffer.from(`\ufeff${simple('a')}`, 'utf16le') });
    folder.write('a.failover', simple('a'));
    const { status, stdout } = await folder.run(['diff', '--git', 'HEAD']);
    expect(status).toBe(1);
    expect(stdout).toContain('it is new, or could not be read before: `a.failover`: it is UTF-16: save it as UTF-8');
  });

  it('works from a tool of git, for one commit and for two', async () => {
    const folder = new RepositoryFolder({
      'brand.failover': brand,
      'flows/login.failover': login.replace('./', '../'),
    });
    folder.write('flows/login.failover', login.replace('./', '../').replace('2m', '3m'));
    const tool = `'${process.execPath}' '${command}' diff`;
    const difftool = (...args: string[]) => folder.git('difftool', '--no-prompt', `--extcmd=${tool}`, ...args);
    expect(difftool()).toContain(`  ${started}  flows/login.failover:9\n`);
    folder.commit('second');
    expect(difftool('first', 'second')).toContain(`  ${started}  `);
    folder.write('new.failover', simple('x'));
    folder.git('add', '--all');
    expect(difftool('HEAD')).toContain('it is new');
  });

  it.each([
    ['', 'An empty name stands for no commit'],
    ['nope', 'git knows no commit `nope`'],
    ['-x', '`--git` takes a commit, not `-x`'],
    ['--help', '`--git` takes a commit, not `--help`'],
    ['HEAD..--all', '`--git` takes a commit, not `--all`'],
    ['HEAD; touch x', 'git knows no commit `HEAD; touch x`'],
    ['$(touch x)', 'git knows no commit `$(touch x)`'],
    ['HEAD:a.failover', 'git knows no commit `HEAD:a.failover`'],
    ['HEAD...nope', 'git knows no commit `nope`'],
    ['main...alone', '`main` and `alone` have no commit in common'],
  ])('refuses %j', async (revision, message) => {
    const folder = new RepositoryFolder({ 'a.failover': simple('a') });
    folder.git('checkout', '--quiet', '--orphan', 'alone');
    folder.commit('alone');
    const { status, stdout, stderr } = await folder.run(['diff', `--git=${revision}`]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.split('\n')[0]).toBe(`error: ${message}`);
    expect(folder.list()).not.toContain('x');
  });

  it('refuses names that stand for nothing on either side, or outside', async () => {
    const folder = new RepositoryFolder({ 'a.failover': simple('a') });
    const said = async (...args: string[]) =>
      (await folder.run(['diff', '--git', 'HEAD', ...args])).stderr.split('\n')[0];
    expect(await said('b.failover')).toMatch(/^error: There is no file or folder `b.failover`/);
    expect(await said('x*.failover')).toBe('error: `x*.failover` matches no .failover file');
    expect(await said('-')).toBe('error: `-` has no use with `--git`');
    expect(await said('/')).toMatch(/^error: `.*` is outside of the git repository `\.`$/);
    const empty = new RepositoryFolder({ 'a.txt': '' });
    expect((await empty.run(['diff', '--git', 'HEAD'])).stderr).toMatch(/^error: Neither side has a .failover file\n/);
  });

  it('says what a shallow clone lacks', async () => {
    const folder = new RepositoryFolder({ 'a.failover': simple('a') });
    folder.commit('second');
    const clone = new Folder();
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${folder.path}`, clone.at('clone')], {
      stdio: 'pipe',
    });
    const { status, stderr } = await clone.run(['diff', '--git', 'HEAD~1'], { at: 'clone' });
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^error: git knows no commit `HEAD~1`\n {2}= help: This clone is shallow: .*`fetch-depth: 0`/,
    );
  });

  it('says so where there is no repository or no git', async () => {
    const folder = new Folder({ 'a.failover': simple('a') });
    const outside = await folder.run(['diff', '--git', 'HEAD'], { env: { GIT_CEILING_DIRECTORIES: folder.path } });
    expect([outside.status, outside.stderr.split('\n')[0]]).toEqual([
      2,
      'error: The current folder is in no work tree of git',
    ]);
    const without = await folder.run(['diff', '--git', 'HEAD'], { env: { PATH: folder.path } });
    expect([without.status, without.stderr.split('\n')[0]]).toEqual([
      2,
      'error: `--git` needs the command `git`: it was not found',
    ]);
  });
});
