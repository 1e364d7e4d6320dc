// What the test needs and the project does not depend on: VS Code's own server, and a browser.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The npm package code-server holds VS Code's own server and workbench: this version is VS Code 1.100, for Node 20. */
const version = '4.100.3';
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @returns the folder of VS Code's server, which is installed once and kept outside of the project */
export function installWorkbench() {
  const cache = process.env.FAILOVER_E2E_CACHE ?? path.join(os.homedir(), '.cache/failover-e2e');
  const folder = path.join(cache, `code-server-${version}`);
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  const done = path.join(folder, '.done');
  if (existsSync(done)) return vscode;
  console.log(`installing VS Code's server into ${folder}, once`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "name": "failover-e2e-host" }\n');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  run('npm', ['install', ...quiet, `code-server@${version}`], folder);
  // Not `npm ci`: its shrinkwrap is out of step with its package.json.
  run('npm', ['install', '--omit=dev', ...quiet], vscode);
  writeFileSync(done, '');
  return vscode;
}

/** @returns the path of a browser: `CHROMIUM`, or one that is there, or Debian's, which is installed */
export function installBrowser() {
  const { CHROMIUM } = process.env;
  const find = () => (CHROMIUM ? [CHROMIUM] : browsers).find((file) => existsSync(file));
  const found = find();
  if (found !== undefined) return found;
  if (CHROMIUM) throw new Error(`CHROMIUM is ${CHROMIUM}, where there is no file`);
  console.log('installing chromium, once');
  run('apt-get', ['update', '-qq'], '/');
  run('apt-get', ['install', '-y', '-qq', 'chromium'], '/');
  const installed = find();
  if (installed === undefined) throw new Error('There is no chromium: install one, or name it with CHROMIUM');
  return installed;
}

function run(command, args, cwd) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed: ${error ?? ''}${stdout ?? ''}${stderr ?? ''}`);
}
