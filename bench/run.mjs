// How fast: each figure beside a yardstick that is measured in the same run. node bench/run.mjs (after npm run build)
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../scripts/paths.mjs';
import { compare, row, runNode, time } from './measure.mjs';
import { bytesOfFlows, tenLines } from './samples.mjs';

const command = path.join(root, 'packages/cli/dist/failover.cjs');
const { parse, Program } = await import(path.join(root, 'packages/compiler/dist/index.js'));
const folder = mkdtempSync(path.join(os.tmpdir(), 'failover-bench-'));

console.log(
  `${''.padEnd(44)}  ${'ours'.padStart(11)}  ${'yardstick'.padStart(11)}  ${'ratio'.padStart(9)}  ${'quartiles'.padStart(12)}`,
);
try {
  startUp();
  thousandFiles();
  throughput();
  growth();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function startUp() {
  const file = path.join(folder, 'login.failover');
  writeFileSync(file, tenLines(0));
  const values = ['--set', 'to=+306912345678', '--set', 'pin=8213'];
  const compile = () => runNode([command, 'compile', file, ...values]);
  row(
    'compile one small file / node -e 0',
    compare(compile, () => runNode(['-e', '0']), 25),
    2.5,
  );
}

function thousandFiles() {
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
  const copy = path.join(root, 'bench/copy-json.mjs');
  const yardstick = (round) => runNode([copy, json, path.join(folder, `copied-${round}`)]);
  row('compile 1,000 files / read, parse, write JSON', compare(compile, yardstick, 9), 3);
}

function throughput() {
  const source = bytesOfFlows(1_000_000);
  const json = JSON.stringify(Array.from({ length: 4000 }, (_, index) => ({ index, text: tenLines(index) })));
  const sameBytes = json.slice(0, 0) + JSON.stringify(chunks(json, 1_000_000));
  const parseJson = () => time(() => JSON.parse(sameBytes));
  const tree = () => time(() => parse('file:///bench.failover', source));
  const payloads = () =>
    time(() => {
      const program = programOf(source);
      for (const flow of program.flows('file:///bench.failover')) program.bundle(flow);
      program.allDiagnostics();
    });
  for (const warm of [tree, payloads, tree, payloads]) warm();
  row('1 MB: text → tree / JSON.parse', compare(tree, parseJson, 15));
  row('1 MB: text → payloads / text → tree', compare(payloads, tree, 9));
}

/** Small objects such as a payload has, up to a number of bytes. */
function chunks(text, bytes) {
  const objects = [];
  for (let size = 0, at = 0; size < bytes; size += 96, at += 40) {
    objects.push({
      type: 'Sms',
      order: at,
      message: { body: text.slice(at % 10_000, (at % 10_000) + 40), flash: true },
    });
  }
  return objects;
}

/** Ten times the input must not take more than twelve times as long, up to 10 MB in one file. */
function growth() {
  const check = (source) => programOf(source).allDiagnostics();
  for (let round = 0; round < 20; round++) check(bytesOfFlows(100_000));
  for (const bytes of [100_000, 1_000_000, 10_000_000]) {
    const large = bytesOfFlows(bytes);
    const small = bytesOfFlows(bytes / 10);
    const once = () => time(() => check(large));
    // Ten times over, so that both make as much garbage and take as long.
    const tenTimes = () => time(() => Array.from({ length: 10 }, () => check(small))) / 10;
    row(`check ${bytes / 1000} kB / a tenth of it`, compare(once, tenTimes, bytes > 1_000_000 ? 5 : 15), 12);
  }
}

function programOf(source) {
  return new Program({ read: () => ({ text: source }) }, ['file:///bench.failover']);
}
