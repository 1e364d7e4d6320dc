// Finds the command that belongs to this checkout: the one that was built into it, else the same version from npm.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const cli = path.join(checkout, 'packages/cli');

/** What stands in the way, in words for whoever set up the workflow or the hook. */
export class Trouble extends Error {}

/**
 * The file to start with Node.
 * @param version one that npm has, as a number or a tag; empty for that of this checkout
 * @throws Trouble when npm cannot install it
 */
export function findCommand(version = '') {
  const { version: own, bin } = JSON.parse(readFileSync(path.join(cli, 'package.json'), 'utf8'));
  const built = path.join(cli, bin.failover);
  if (version === '' && existsSync(built)) return built;
  const wanted = version === '' ? own : version;
  // What a shell on Windows is given with npm has nothing that it would take for more than a word.
  if (!/^\w[\w.+-]*$/.test(wanted)) throw new Trouble(`\`${wanted}\` is no version: write one as \`${own}\``);
  return path.join(installed(wanted), 'node_modules/@failover/cli', bin.failover);
}

/** The folder into which npm installed a version, now or earlier. */
function installed(version) {
  const folder = path.join(checkout, 'node_modules/.cache', `failover-${version}`);
  // A tag may stand for another version tomorrow.
  if (/^\d/.test(version) && existsSync(folder)) return folder;
  mkdirSync(path.dirname(folder), { recursive: true });
  const temporary = mkdtempSync(`${folder}-`);
  writeFileSync(path.join(temporary, 'package.json'), '{}');
  const quietly = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const args = ['install', ...quietly, '--no-package-lock', `@failover/cli@${version}`];
  const options = { cwd: temporary, encoding: 'utf8', shell: process.platform === 'win32' };
  const { status, error, stderr } = spawnSync('npm', args, options);
  if (status !== 0) {
    rmSync(temporary, { recursive: true, force: true });
    const reason = error?.message ?? stderr.trim();
    throw new Trouble(`npm cannot install @failover/cli@${version}: ${reason}`);
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(temporary, folder);
  return folder;
}
