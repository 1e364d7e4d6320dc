#!/usr/bin/env node
// The command of this checkout, for hooks that run it from a clone.
import { spawnSync } from 'node:child_process';
import { findCommand, Trouble } from './command.mjs';

try {
  const { status } = spawnSync(process.execPath, [findCommand(), ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 2;
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  process.stderr.write(`error: ${error.message}\n`);
  process.exitCode = 2;
}
