import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { version } from '../package.json';
import { command, Folder, simple } from './folder.js';

describe('usage', () => {
  it('has help for everything, with examples', async () => {
    const folder = new Folder();
    for (const args of [
      ['--help'],
      ['help'],
      ['compile', '--help'],
      ['help', 'check'],
      ['format', '-h'],
      ['help', 'init'],
    ]) {
      const { status, stdout, stderr } = await folder.run(args);
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toContain('\nExamples:\n  failover ');
    }
    const bare = await folder.run([]);
    expect([bare.status, bare.stdout]).toEqual([2, '']);
    expect(bare.stderr).toContain('Usage: failover [options] [command]\n');
    expect(await folder.run(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each<[string[], string]>([
    [['chek'], 'Unknown command `chek`; did you mean `check`?\n  = help: `failover --help` tells what there is.'],
    [
      ['help', 'compil'],
      'Unknown command `compil`; did you mean `compile`?\n  = help: `failover --help` tells what there is.',
    ],
    [['help', 'nope'], 'Unknown command `nope`\n  = help: `failover --help` tells what there is.'],
    [
      ['compile', '--flw', 'x'],
      'Unknown option `--flw`; did you mean `--flow`?\n  = help: `failover compile --help` tells what there is.',
    ],
    [['check', '-x'], 'Unknown option `-x`\n  = help: `failover check --help` tells what there is.'],
    [
      ['compile', '--flow'],
      'Option `--flow <name>` argument missing\n  = help: `failover compile --help` tells what there is.',
    ],
    [['compile', '-o', ''], 'An empty name stands for no folder\n  = help: `-o .` writes to the current one.'],
    [['check', 'b.failove'], 'There is no file or folder `b.failove`; did you mean `a.failover`?'],
    [['check', 'long.failover'], 'There is no file or folder `long.failover`'],
    [['compile', '--set', 'pin'], '`--set pin` has no value: write `--set pin=…`'],
    [['compile', '--set', '=x'], '`--set =x` has no name before the `=`'],
    [['compile', '--define', 'api'], '`--define api` has no value: write `--define api=…`'],
    [['compile', '--emit', 'bundel'], '`--emit` takes `payload` or `bundle`, not `bundel`'],
    [['check', '--format', 'yaml'], '`--format` takes `pretty`, `json`, `sarif` or `github`, not `yaml`'],
    [
      ['compile', '--watch', '-o', ''],
      'An empty name stands for no folder\n  = help: `-o .` writes to the current one.',
    ],
    [['check', '--max-warnings', ''], '`--max-warnings` takes a whole number, not ``'],
    [['check', '--max-warnings', '1e3'], '`--max-warnings` takes a whole number, not `1e3`'],
    [['check', '--max-warnings', '-1'], '`--max-warnings` takes a whole number, not `-1`'],
  ])('refuses %j', async (args, message) => {
    const folder = new Folder({ 'a.failover': simple('a') });
    expect(await folder.run(args)).toEqual({ status: 2, stdout: '', stderr: `error: ${message}\n` });
  });

  it('colours what NO_COLOR and FORCE_COLOR want, and nothing in a pipe', async () => {
    const folder = new Folder({ 'a.failover': 'smss' });
    const isColoured = async (env: Record<string, string>) =>
      (await folder.run(['check'], { env })).stderr.includes('\u001b[31merror');
    expect(await isColoured({})).toBe(false);
    expect(await isColoured({ FORCE_COLOR: '1' })).toBe(true);
    expect(await isColoured({ FORCE_COLOR: '0' })).toBe(false);
    expect(await isColoured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
  });

  it('is quiet when nobody reads on', async () => {
    const folder = new Folder({ 'a.failover': 'smss "x"\n'.repeat(20_000) });
    const args = [command, 'check', '--format', 'json'];
    const child = spawn(process.execPath, args, { cwd: folder.path, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.once('data', () => child.stdout.destroy());
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect([status, stderr]).toEqual([1, '']);
  });
});
