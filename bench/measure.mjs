// Measuring on a machine that others use too: a subject and its yardstick in turn, medians, and their ratio.
import { spawnSync } from 'node:child_process';

/** Node 20 reads these certificates for 100 ms before it starts: with them, every ratio to `node -e 0` looks too good. */
const env = { ...process.env };
delete env.NODE_EXTRA_CA_CERTS;

/** The wall time of a process, in milliseconds. */
export function runNode(args, options = {}) {
  const start = process.hrtime.bigint();
  const result = spawnSync(process.execPath, args, { env, encoding: 'utf8', maxBuffer: 1 << 30, ...options });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (result.status !== 0) throw new Error(`node ${args.join(' ').slice(0, 200)}\n${result.stderr.slice(0, 2000)}`);
  return milliseconds;
}

/** The processor time of some work in this process, in milliseconds: on a busy machine, time on the wall says little. */
export function time(work) {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/**
 * Runs subject and yardstick in turn, and gives each the number of the round. The ratio is the median of the ratios of
 * neighbours, its spread their quartiles.
 */
export function compare(subject, yardstick, rounds) {
  const own = [];
  const other = [];
  for (let round = 0; round < rounds; round++) {
    other.push(yardstick(round));
    own.push(subject(round));
  }
  const ratios = own.map((value, index) => value / other[index]).sort((a, b) => a - b);
  const quartile = (share) => ratios[Math.min(ratios.length - 1, Math.floor(ratios.length * share))];
  return { own: median(own), other: median(other), ratio: median(ratios), low: quartile(0.25), high: quartile(0.75) };
}

const widths = [50, 11, 11, 9, 12];

function line(cells) {
  const padded = cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[index] ?? 0)));
  console.log(padded.join('  ').trimEnd());
}

export function header() {
  line(['', 'ours', 'yardstick', 'ratio', 'quartiles']);
}

/** @param goal the most that the ratio should be */
export function row(name, { own, other, ratio, low, high }, goal) {
  const verdict = goal === undefined ? '' : `${ratio <= goal ? 'within' : 'OVER'} ${goal} ×`;
  const times = [own, other].map((value) => `${value.toFixed(value < 10 ? 2 : 1)} ms`);
  line([name, ...times, `${ratio.toFixed(2)} ×`, `${low.toFixed(2)}–${high.toFixed(2)}`, verdict]);
}
