// How fast, in one table: each figure beside a yardstick that is measured in the same run. npm run bench
// Whole commands in wall time, work in this process in processor time.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { commands } from './commands.mjs';
import { growth } from './growth.mjs';
import { header } from './measure.mjs';
import { installPeers } from './peers/install.mjs';

installPeers();
// It takes what has been installed.
const { throughput } = await import('./throughput.mjs');

const folder = mkdtempSync(path.join(os.tmpdir(), 'failover-bench-'));
header();
try {
  commands(folder);
  throughput();
  growth();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
