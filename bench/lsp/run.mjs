// How fast the language server is, beside VS Code's own for JSON, in the same run and in turn. npm run bench:lsp
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { median } from '../measure.mjs';
import { installPeers } from '../peers/install.mjs';
import { tenLines } from '../samples.mjs';
import { Editing } from './editing.mjs';
import { failover, json } from './subjects.mjs';

const subjects = [failover, json];
const rounds = 300;
const warmUp = 60;

installPeers();
print('', 'ours', 'JSON', 'ratio', 'goal');
await starting();
for (const lines of [50, 5_000]) await editing(lines);
await manyFiles();

/** From starting the process to the answer of `initialize`. */
async function starting() {
  const times = subjects.map(() => []);
  for (let round = 0; round < 9; round++) {
    for (const [index, subject] of subjects.entries()) {
      const start = performance.now();
      const server = subject.start();
      await server.start();
      times[index].push(performance.now() - start);
      await server.stop();
    }
  }
  compare('start → initialize, ms', ...times.map(median));
}

async function editing(lines) {
  const open = [];
  for (const subject of subjects) {
    const server = subject.start();
    await server.start();
    open.push(new Editing(server, subject.document(lines)));
  }
  const measures = { edit: 'edit → diagnostics', completion: 'completion', hover: 'hover' };
  for (const [kind, title] of Object.entries(measures)) {
    const times = open.map(() => []);
    const used = open.map(() => 0);
    for (let round = -warmUp; round < rounds; round++) {
      if (round === 0) for (const [index, { server }] of open.entries()) used[index] = server.processorTime();
      for (const [index, one] of open.entries()) {
        const time = await (kind === 'edit' ? one.edit() : one.ask(kind));
        if (round >= 0) times[index].push(time);
      }
    }
    for (const share of [0.5, 0.95]) {
      compare(
        `${lines} lines: ${title}, p${share * 100}, ms`,
        ...times.map((each) => quantile(each, share)),
        share === 0.95,
      );
    }
    if (kind === 'edit') {
      const perEdit = open.map(({ server }, index) => (server.processorTime() - used[index]) / rounds);
      compare(`${lines} lines: processor time an edit, ms`, ...perEdit, true);
    }
  }
  const edited = warmUp + rounds;
  for (let round = edited; round < 1_000; round++) for (const one of open) await one.edit();
  compare(`${lines} lines: memory after 1,000 edits, MB`, ...open.map(({ server }) => server.memory()), true);
  for (const { server } of open) await server.stop();
}

/** From `initialize` until everything that there is to say about 1,000 files is there. */
async function manyFiles() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'failover-bench-'));
  try {
    writeFileSync(path.join(folder, 'failover.json'), '{}');
    for (let index = 0; index < 1_000; index++) {
      writeFileSync(path.join(folder, `flow-${index}.failover`), tenLines(index));
    }
    const times = [];
    for (let round = 0; round < 5; round++) {
      const server = failover.start();
      const start = performance.now();
      await server.start(pathToFileURL(folder).href);
      const { items } = await server.request('workspace/diagnostic', { previousResultIds: [] });
      times.push(performance.now() - start);
      if (items.length !== 1_001) throw new Error(`${items.length} files were reported, not 1,001`);
      await server.stop();
    }
    const time = median(times);
    print(
      '1,000 files: start → all diagnostics, ms',
      time.toFixed(0),
      '',
      '',
      `${time <= 3_000 ? 'within' : 'OVER'} 3,000 ms`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function compare(title, own, other, hasGoal = false) {
  const ratio = own / other;
  const goal = hasGoal ? `${ratio <= 1 ? 'within' : 'OVER'} 1 ×` : '';
  print(title, own.toFixed(2), other.toFixed(2), `${ratio.toFixed(2)} ×`, goal);
}

function print(title, ...cells) {
  console.log([title.padEnd(46), ...cells.map((cell) => cell.padStart(12))].join('  '));
}
