import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brand, Folder, login, simple } from './folder.js';

describe('the project root', () => {
  it('is the nearest folder with failover.json, outside of which nothing is imported', async () => {
    const inner = 'import "../brand.failover"\nsms "x" on failed then voice say "x" lang en-US';
    const folder = new Folder({ 'brand.failover': brand, 'in/a.failover': inner, 'in/sub/b.failover': simple('b') });
    mkdirSync(folder.at('.git'));
    expect((await folder.run(['check', 'a.failover'], { at: 'in' })).status).toBe(0);
    folder.write('in/failover.json', '{}');
    const { status, stderr } = await folder.run(['check', '..'], { at: 'in/sub' });
    expect(status).toBe(1);
    expect(stderr).toContain('error[FO2008]: `../brand.failover` lies outside the project root\n');
  });

  it('is the current folder where nothing marks one', async () => {
    const folder = new Folder({ 'brand.failover': brand, 'in/login.failover': login.replace('"./', '"../') });
    expect((await folder.run(['check', 'login.failover'], { at: 'in' })).stderr).toContain('error[FO2008]');
    expect((await folder.run(['check', 'in/login.failover'])).status).toBe(0);
  });

  it('is the one of the files that are named, where those lie elsewhere', async () => {
    const folder = new Folder({
      'brand.failover': brand,
      'login.failover': login,
      'elsewhere/x.failover': simple('x'),
    });
    expect((await folder.run(['check', '../login.failover', 'x.failover'], { at: 'elsewhere' })).status).toBe(0);
  });

  it('is not left through a symbolic link', async () => {
    const folder = new Folder({ 'brand.failover': brand, 'in/login.failover': login, 'in/real.failover': brand });
    symlinkSync('../brand.failover', folder.at('in/brand.failover'));
    const outside = await folder.run(['check', 'login.failover'], { at: 'in' });
    expect(outside.status).toBe(1);
    expect(outside.stderr).toContain('error[FO2008]: `./brand.failover` lies outside the project root\n');
    symlinkSync('real.failover', folder.at('in/inside.failover'));
    folder.write('in/login.failover', login.replace('./brand', './inside'));
    expect((await folder.run(['check', 'login.failover'], { at: 'in' })).status).toBe(0);
  });
});

describe('a project of somebody else', () => {
  const secret = { 'secret/keep.json': 'kept', 'secret/a.json': 'kept' };
  const settings = (json: object) => ({ 'in/failover.json': JSON.stringify(json), 'in/a.failover': simple('a') });

  it.each([
    '..',
    '../secret',
    '/',
    'b/../../secret',
    'link',
    'link/new',
  ])('does not have its JSON written outside of it: %s', async (outDir) => {
    const folder = new Folder({ ...secret, ...settings({ outDir }) });
    symlinkSync('../secret', folder.at('in/link'));
    const before = folder.list();
    const { status, stderr } = await folder.run(['compile'], { at: 'in' });
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/^error: `outDir` of failover.json leads out of the project, to `.*`\n {2}= help: `-o`/),
    ]);
    expect([folder.list(), folder.read('secret/a.json')]).toEqual([before, 'kept']);
  });

  it('does not have a file outside of it written over by a link in its output', async () => {
    const folder = new Folder({ ...secret, ...settings({ outDir: 'out' }), 'in/out/b.json': '' });
    symlinkSync('../../secret/a.json', folder.at('in/out/a.json'));
    for (const args of [['compile'], ['compile', 'a.failover', '-o', 'out']]) {
      const { status, stderr } = await folder.run(args, { at: 'in' });
      expect([status, stderr]).toEqual([
        2,
        'error: `out/a.json` cannot be written: it is a symbolic link that leads out of the project\n',
      ]);
    }
    expect(folder.read('secret/a.json')).toBe('kept');
  });

  it('does not have files outside of it searched, nor a glob tried for ever', async () => {
    const said = async (include: string) => {
      const folder = new Folder({ ...settings({ include: [include] }), [`in/${'a'.repeat(200)}.failover`]: '' });
      const { status, stderr } = await folder.run(['check'], { at: 'in' });
      return [status, stderr];
    };
    for (const include of ['..', '/', '../*'])
      expect(await said(include)).toEqual([
        2,
        `error: \`include\` of failover.json leads out of the project, to \`${include}\`\n`,
      ]);
    expect(await said('(a+)+b')).toEqual([
      2,
      'error: The glob `(a+)+b` cannot be used: it has parentheses: it may have `*`, `**`, `?`, `[…]` and `{…}`\n',
    ]);
  });
});

describe('failover.json', () => {
  it('says which files there are, and where their JSON goes', async () => {
    const folder = new Folder({
      'failover.json':
        '\ufeff{\n  // The flows.\n  "include": ["flows", "more/*.failover", "none"],\n  "outDir": "out",\n}\n',
      'flows/a.failover': simple('a'),
      'more/b.failover': simple('b'),
      'old/broken.failover': 'smss',
    });
    const { status, stderr } = await folder.run(['compile'], { at: 'flows' });
    expect([status, stderr]).toEqual([0, '2 files written to ../out\n']);
    expect(folder.list().filter((name) => name.endsWith('.json'))).toEqual([
      'failover.json',
      'out/a.json',
      'out/b.json',
    ]);
    expect((await folder.run(['check'])).stderr).toBe('2 files checked, no problems\n');
    const printed = await folder.run(['compile', '--flow', 'a']);
    expect(printed.stdout).toBe(folder.read('out/a.json'));
    expect((await folder.run(['compile', 'flows/a.failover'])).stdout).toBe(printed.stdout);
    folder.write('failover.json', '{ "include": ["none/*.failover"] }');
    const none = await folder.run(['check']);
    expect([none.status, none.stderr.split('\n')[0]]).toEqual([
      2,
      'error: `include` of failover.json stands for no .failover file',
    ]);
  });

  it('defines texts, which the command line overrides, and need not be used', async () => {
    const folder = new Folder({
      'failover.json': '{ "define": { "greeting": "Ahoy", "unused": "x", "__proto__": "x" } }',
      'a.failover': `let greeting = "Hello"\n${simple('a', '{greeting}')}`,
    });
    expect((await folder.run(['compile'])).stdout).toContain('"Ahoy"');
    expect((await folder.run(['compile', '--define', 'greeting=Hi'])).stdout).toContain('"Hi"');
  });

  it('sets the severity of FO4 diagnostics', async () => {
    const a = simple('a').replace('from', 'callback "http://acme.com"\n  from');
    const folder = new Folder({ 'failover.json': '{ "rules": { "FO4010": "error" } }', 'a.failover': a });
    const raised = await folder.run(['compile']);
    expect([raised.status, raised.stdout]).toEqual([1, '']);
    expect(raised.stderr).toContain('error[FO4010]');
    folder.write('failover.json', '{ "rules": { "FO4010": "off" } }');
    expect((await folder.run(['check'])).stderr).toBe('1 file checked, no problems\n');
  });

  it('is put right before anything else', async () => {
    const folder = new Folder({
      'failover.json': '{\n  "includ": ["flows"],\n  "outDir": 7\n}\n',
      'a.failover': 'smss',
    });
    const diagnostics = `error[FO7002]: failover.json has no \`includ\`; did you mean \`include\`?
  ┌─ failover.json:2:3
2 │   "includ": ["flows"],
  │   ^^^^^^^^
  = why: A misspelt key would go unnoticed.
  = see: https://github.com/failover-lang/failover/blob/main/docs/diagnostics/FO7002.md

error[FO7003]: \`outDir\` must be a text
  ┌─ failover.json:3:13
3 │   "outDir": 7
  │             ^
  = why: Each key takes one kind of value.
  = see: https://github.com/failover-lang/failover/blob/main/docs/diagnostics/FO7003.md
`;
    const summaries = {
      check: '\n2 errors in failover.json\n',
      compile: '\n2 errors: nothing was compiled\n',
      format: '',
    };
    for (const [command, summary] of Object.entries(summaries)) {
      const { status, stdout, stderr } = await folder.run([command]);
      expect([status, stdout, stderr]).toEqual([1, '', diagnostics + summary]);
    }
    const json = await folder.run(['check', '--format', 'json']);
    expect(JSON.parse(json.stdout).diagnostics.map(({ file }: { file: string }) => file)).toEqual([
      ...['failover.json', 'failover.json'],
    ]);
    // Which files there are is said on the command line, and nothing else is asked of the project.
    expect((await folder.run(['format', 'a.failover'])).stderr).not.toContain('failover.json');
  });

  it('may not be something else than text', async () => {
    const folder = new Folder({ 'failover.json': Buffer.from([0, 1]), 'a.failover': simple('a') });
    const { status, stderr } = await folder.run(['check']);
    expect(status).toBe(2);
    expect(stderr).toBe('error: `failover.json` cannot be read: it is not text: line 1 has a NUL byte\n');
  });
});
