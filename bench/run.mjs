// How fast: each figure beside a yardstick that is measured in the same run. node bench/run.mjs (after npm run build)
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../scripts/paths.mjs';
import { compare, median, row, runNode, time } from './measure.mjs';
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
  const out = path.join(folder, 'out');
  const compile = () => {
    rmSync(out, { recursive: true, force: true });
    return runNode([command, 'compile', sources, '-o', out, '--emit', 'bundle']);
  };
  compile();
  for (const name of readdirSync(out)) writeFileSync(path.join(json, name), readFileSync(path.join(out, name)));
  const copy = path.join(root, 'bench/copy-json.mjs');
  const copied = path.join(folder, 'copied');
  const yardstick = () => {
    rmSync(copied, { recursive: true, force: true });
    return runNode([copy, json, copied]);
  };
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
  const check = (source) => {
    const program = programOf(source);
    program.allDiagnostics();
  };
  check(bytesOfFlows(100_000));
  let before;
  for (const bytes of [10_000, 100_000, 1_000_000, 10_000_000]) {
    const source = bytesOfFlows(bytes);
    const rounds = bytes > 1_000_000 ? 3 : 9;
    const own = median(Array.from({ length: rounds }, () => time(() => check(source))));
    if (before !== undefined) {
      const ratio = own / before;
      row(`check ${bytes / 1000} kB / a tenth of it`, { own, other: before, ratio, low: ratio, high: ratio }, 12);
    }
    before = own;
  }
}

function programOf(source) {
  return new Program({ read: () => ({ text: source }) }, ['file:///bench.failover']);
}
