// What is measured beside ours brings packages of its own, which are none of the project's: they live in bench/ alone.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/paths.mjs';

const folder = path.join(root, 'bench');
export const packages = path.join(folder, 'node_modules');

export function installPeers() {
  if (existsSync(packages)) return;
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['ci', ...flags], { cwd: folder, stdio: 'inherit' });
}
