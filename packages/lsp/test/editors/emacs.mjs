// Runs Emacs with Eglot on a script that types, looks, and says what it saw.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { begun, fault, server } from './project.mjs';

const script = fileURLToPath(new URL('./emacs.el', import.meta.url));

export function tryEmacs({ folder, file }) {
  const env = { ...process.env, HOME: folder, FAILOVER_SERVER: server, FAILOVER_FILE: file };
  const typed = { FAILOVER_LINE: String(begun.line - 1), FAILOVER_TYPED: begun.typed };
  const { stdout, stderr } = spawnSync('emacs', ['--batch', '-L', '/usr/share/emacs/site-lisp/elpa', '-l', script], {
    encoding: 'utf8',
    env: { ...env, ...typed },
    timeout: 60_000,
  });
  const seen = stdout + stderr;
  const lines = seen.split('\n');
  const isTold = lines.some((line) => line.startsWith(`SEEN ${fault.line}: `) && line.endsWith(fault.message));
  const isCompleted = lines.some((line) => line.startsWith(`LINE   ${begun.completed}`));
  if (!isTold || !isCompleted) throw new Error(`Emacs did not show the fault, or complete the word:\n${seen}`);
}
