// Types into Neovim from outside, as a person would, and looks at what it then has.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { begun, fault, server } from './project.mjs';
import { until } from './until.mjs';

const settings = fileURLToPath(new URL('./neovim.lua', import.meta.url));

export async function tryNeovim({ folder, file }) {
  const socket = path.join(folder, 'nvim.sock');
  const env = { ...process.env, HOME: folder, FAILOVER_SERVER: server, FAILOVER_ROOT: folder };
  const editor = spawn('nvim', ['--headless', '--clean', '-u', settings, '--listen', socket, file], {
    env,
    stdio: 'ignore',
  });
  const remote = (...args) => {
    const { stdout, stderr } = spawnSync('nvim', ['--server', socket, ...args], { encoding: 'utf8', env });
    // What is asked for comes on either, as versions have it.
    return stdout + stderr;
  };
  const ask = (expression) => remote('--remote-expr', expression);
  try {
    const seen = () => ask('luaeval("SeenDiagnostics()")');
    await until(() => seen().includes(`${fault.line}: ${fault.message}`), seen);
    remote('--remote-send', `<Esc>:${begun.line - 1}<CR>o${begun.typed}<C-x><C-o>`);
    const line = () => ask(`getline(${begun.line})`);
    await until(() => line().includes(begun.completed), line);
    // Known once the completion is over. What the server sends with an item, this editor shows beside the list.
    remote('--remote-send', ' ');
    const documentation = () => ask('v:completed_item.info');
    await until(() => documentation().includes(begun.documentation), documentation);
    remote('--remote-send', '<Esc>:qa!<CR>');
  } finally {
    editor.kill();
  }
}
