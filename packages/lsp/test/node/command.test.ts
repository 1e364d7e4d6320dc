import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { version } from '../../package.json';
import { SpawnedServer, serverFile } from '../support/spawned.js';

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [serverFile, ...args], {
    encoding: 'utf8',
    input: '',
  });
  return { status, stdout, stderr };
}

const help = '`failover-language-server --help` says how it is started.';

test('--version and --help are answered', () => {
  expect(run('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  expect(run('-V').stdout).toBe(`${version}\n`);
  const { status, stdout } = run('--stdio', '--help');
  expect(status).toBe(0);
  for (const option of ['--stdio', '--node-ipc', '--version', '--help']) expect(stdout).toContain(option);
});

test.each([
  [[], 'An editor starts this server with `--stdio` or `--node-ipc`'],
  [['--tcp'], 'There is no option `--tcp`'],
  [['--socket=8080'], 'There is no option `--socket=8080`'],
  [['--stdio', 'flows'], 'There is no option `flows`'],
  [['--stdio', '--node-ipc'], 'One way to speak is enough: `--stdio` or `--node-ipc`'],
  [['--node-ipc'], '`--node-ipc` needs a Node process that started this one with a channel to it'],
])('%j is refused in words', (args, message) => {
  expect(run(...args)).toEqual({ status: 2, stdout: '', stderr: `error: ${message}. ${help}\n` });
});

test('over node IPC', async () => {
  const server = fork(serverFile, ['--node-ipc', `--clientProcessId=${process.pid}`], { silent: true });
  const ended = new Promise((resolve) => server.on('exit', resolve));
  const answers: { id: number; result?: unknown }[] = [];
  const answered = new Promise<void>((resolve) =>
    server.on('message', (message: { id: number }) => {
      answers.push(message);
      if (message.id === 2) resolve();
    }),
  );
  const send = (message: object) => server.send({ jsonrpc: '2.0', ...message });
  send({ id: 1, method: 'initialize', params: { processId: process.pid, capabilities: {} } });
  send({ id: 2, method: 'shutdown' });
  await answered;
  expect(answers).toMatchObject([
    { id: 1, result: { serverInfo: { version } } },
    { id: 2, result: null },
  ]);
  send({ method: 'exit' });
  expect(await ended).toBe(0);
});

test('the server ends when the process that it is for is gone', async () => {
  const editor: ChildProcess = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
  const server = new SpawnedServer();
  await server.request(1, 'initialize', { processId: editor.pid, capabilities: {} });
  editor.kill('SIGKILL');
  expect(await server.ended).toBe(1);
});

test('the bundle stays small', () => {
  expect(statSync(serverFile).size).toBeLessThan(850_000);
});
