// VS Code as its own server gives it: extensions run in a process of Node.
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { settings } from './settings.mjs';

/** @returns the address to open, and what ends the server */
export async function startNodeWorkbench({ vscode, vsix, workspace, folder, log }) {
  const data = path.join(folder, 'data');
  const home = path.join(folder, 'home');
  for (const one of [path.join(data, 'data/User'), home]) mkdirSync(one, { recursive: true });
  writeFileSync(path.join(data, 'data/User/settings.json'), JSON.stringify(settings));
  const env = { PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', EXTENSIONS_GALLERY: '{}' };
  const main = [path.join(vscode, 'out/server-main.js'), '--accept-server-license-terms', '--server-data-dir', data];
  const installed = spawnSync(process.execPath, [...main, '--install-extension', vsix], { env, encoding: 'utf8' });
  if (installed.status !== 0 || !/successfully installed/.test(installed.stdout)) {
    throw new Error(`The extension cannot be installed: ${installed.stdout}${installed.stderr}`);
  }
  const port = await freePort();
  const options = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  const quiet = ['--disable-workspace-trust', '--telemetry-level', 'off'];
  const server = spawn(process.execPath, [...main, ...options, ...quiet], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const file = createWriteStream(log);
  server.stdout.pipe(file);
  server.stderr.pipe(file);
  const origin = `http://127.0.0.1:${port}/`;
  await untilUp(origin, server);
  return { url: `${origin}?folder=${encodeURIComponent(workspace)}`, stop: () => end(server) };
}

async function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function untilUp(origin, server) {
  for (const start = Date.now(); Date.now() - start < 60_000; await new Promise((done) => setTimeout(done, 100))) {
    if (server.exitCode !== null) throw new Error(`VS Code's server ended with status ${server.exitCode}`);
    const isUp = await fetch(origin).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
  }
  throw new Error("VS Code's server did not answer within a minute");
}

async function end(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  const force = setTimeout(() => server.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(force);
}
