import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { version } from '../../packages/cli/package.json';
import { command, Folder } from '../../packages/cli/test/folder.js';

const root = path.resolve(import.meta.dirname, '../..');
const installedCommand = 'node_modules/@failover/cli/dist/failover.cjs';

/** Stands for npm, where there is none to ask: writes down how it was called, and "installs" a command that says so. */
const npm = `#!/bin/sh
echo "$@" >> "$NPM_CALLS"
mkdir -p node_modules/@failover/cli/dist
echo 'console.log("installed", process.argv.slice(2))' > ${installedCommand}
`;

/** A clone of the repository in which nothing was built. */
function clone(npmScript = npm): Folder {
  const folder = new Folder({ 'bin/npm': npmScript, calls: '' });
  chmodSync(folder.at('bin/npm'), 0o755);
  for (const name of ['action', 'packages/cli/package.json']) {
    cpSync(path.join(root, name), folder.at(name), { recursive: true });
  }
  return folder;
}

function run(folder: Folder, ...args: string[]) {
  const env = { ...process.env, PATH: `${folder.at('bin')}:${process.env.PATH}`, NPM_CALLS: folder.at('calls') };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder.path, encoding: 'utf8', env });
  return { status, stdout, stderr };
}

function find(folder: Folder, wanted: string) {
  const script = `import('./action/command.mjs').then(({ findCommand }) => console.log(findCommand(process.argv[1])))`;
  return run(folder, '-e', script, '--', wanted);
}

test('runs what was built', () => {
  const folder = clone();
  cpSync(command, folder.at('packages/cli/dist/failover.cjs'));
  expect(run(folder, 'action/failover.mjs', '--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  expect(run(folder, 'action/failover.mjs', 'check', 'nowhere').status).toBe(2);
  expect(folder.read('calls')).toBe('');
});

test('installs its own version once where nothing was built, and hands everything on', () => {
  const folder = clone();
  const args = ['check', '--max-warnings', '0', "it's"];
  for (const _ of [1, 2]) {
    const { status, stdout } = run(folder, 'action/failover.mjs', ...args);
    expect([status, stdout]).toEqual([0, `installed [ 'check', '--max-warnings', '0', "it's" ]\n`]);
  }
  expect(folder.read('calls')).toEqual(expect.stringMatching(`^install .* @failover/cli@${version}\n$`));
});

test('installs the version that is asked for, and a tag each time anew', () => {
  const folder = clone();
  cpSync(command, folder.at('packages/cli/dist/failover.cjs'));
  for (const wanted of ['0.0.9', '0.0.9', 'next', 'next']) {
    const { stdout } = find(folder, wanted);
    expect(stdout.trim()).toBe(folder.at(`node_modules/.cache/failover-${wanted}/${installedCommand}`));
  }
  const asked = folder
    .read('calls')
    .trim()
    .split('\n')
    .map((line) => line.split('@').at(-1));
  expect(asked).toEqual(['0.0.9', 'next', 'next']);
  expect(readdirSync(folder.at('node_modules/.cache')).sort()).toEqual(['failover-0.0.9', 'failover-next']);
});

test('says what npm says when it cannot, and leaves nothing behind', () => {
  const folder = clone('#!/bin/sh\necho "npm error 404 Not Found" >&2\nexit 1\n');
  const stderr = `error: npm cannot install @failover/cli@${version}: npm error 404 Not Found\n`;
  expect(run(folder, 'action/failover.mjs', 'check')).toEqual({ status: 2, stdout: '', stderr });
  expect(readdirSync(folder.at('node_modules/.cache'))).toEqual([]);
});

test.each(['1 && touch hacked', '$(touch hacked)', '../../x', '-g'])('takes no version that is none: %j', (wanted) => {
  const folder = clone();
  const { status, stderr } = find(folder, wanted);
  expect([status, stderr]).toEqual([1, expect.stringContaining(`\`${wanted}\` is no version`)]);
  expect(readdirSync(folder.path)).not.toContain('hacked');
});
