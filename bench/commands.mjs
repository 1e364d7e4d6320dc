// Whole commands, as a build script runs them.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../scripts/paths.mjs';
import { compare, row, runNode } from './measure.mjs';
import { tenLines } from './samples.mjs';

const command = path.join(root, 'packages/cli/dist/failover.cjs');
const copyJson = path.join(root, 'bench/copy-json.mjs');

/** @param folder for files that are deleted later */
export function commands(folder) {
  startUp(folder);
  thousandFiles(folder);
}

function startUp(folder) {
  const file = path.join(folder, 'login.failover');
  writeFileSync(file, tenLines(0));
  const values = ['--set', 'to=+306912345678', '--set', 'pin=8213'];
  const compile = () => runNode([command, 'compile', file, ...values]);
  const nothing = () => runNode(['-e', '0']);
  row('compile one small file / node -e 0', compare(compile, nothing, 25), 1.5);
}

function thousandFiles(folder) {
  const sources = path.join(folder, 'sources');
  const json = path.join(folder, 'json');
  mkdirSync(sources);
  mkdirSync(json);
  for (let index = 0; index < 1000; index++) {
    writeFileSync(path.join(sources, `flow-${index}.failover`), tenLines(index));
  }
  // Each round has folders of its own: where many files have just been deleted, ext4 takes ten times as long to make one.
  const out = (round) => path.join(folder, `out-${round}`);
  const compile = (round) => runNode([command, 'compile', sources, '-o', out(round), '--emit', 'bundle']);
  compile('first');
  for (const name of readdirSync(out('first'))) {
    writeFileSync(path.join(json, name), readFileSync(path.join(out('first'), name)));
  }
  const copied = (kind) => (round) => runNode([copyJson, json, path.join(folder, `copied-${kind}-${round}`)]);
  const check = () => runNode([command, 'check', sources]);
  const format = (round) => {
    const copy = path.join(folder, `unformatted-${round}`);
    cpSync(sources, copy, { recursive: true });
    return runNode([command, 'format', copy]);
  };
  row('compile 1,000 files / read, parse, write JSON', compare(compile, copied('compile'), 9), 2);
  row('check 1,000 files / read, parse, write JSON', compare(check, copied('check'), 9));
  row('format 1,000 files / read, parse, write JSON', compare(format, copied('format'), 9));
}
