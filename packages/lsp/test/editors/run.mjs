// Opens a flow in other editors: npm run test:editors [neovim] [emacs]. What is missing is installed from Debian.
import { spawnSync } from 'node:child_process';
import { tryEmacs } from './emacs.mjs';
import { tryNeovim } from './neovim.mjs';
import { withProject } from './project.mjs';

const editors = {
  neovim: { command: 'nvim', packages: ['neovim'], work: tryNeovim },
  emacs: { command: 'emacs', packages: ['emacs-nox', 'elpa-eglot'], work: tryEmacs },
};

const wanted = process.argv.slice(2);
for (const [name, { command, packages, work }] of Object.entries(editors)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  install(command, packages);
  await withProject(work);
  process.stdout.write(`${name}: shows a diagnostic and completes a word\n`);
}

function install(command, packages) {
  if (isThere(command)) return;
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  const isDone = () => apt('install', '-y', '--no-install-recommends', ...packages);
  if (!isDone() && !(apt('update') && isDone())) throw new Error(`${packages.join(' and ')} cannot be installed`);
}

function isThere(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}
