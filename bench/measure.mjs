// Measuring on a machine that others use too: a subject and its yardstick in turn, medians, and their ratio.
import { spawnSync } from 'node:child_process';

/** Node 20 reads these certificates for 100 ms before it starts: with them, every ratio to `node -e 0` looks too good. */
const env = { ...process.env };
delete env.NODE_EXTRA_CA_CERTS;

export function runNode(args, options = {}) {
  const start = process.hrtime.bigint();
  const result = spawnSync(process.execPath, args, { env, encoding: 'utf8', maxBuffer: 1 << 30, ...options });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (result.status !== 0) throw new Error(`node ${args.join(' ').slice(0, 200)}\n${result.stderr.slice(0, 2000)}`);
  return milliseconds;
}

export function time(work) {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
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

export function row(name, { own, other, ratio, low, high }, goal) {
  const cells = [
    name.padEnd(44),
    `${own.toFixed(1)} ms`.padStart(11),
    `${other.toFixed(1)} ms`.padStart(11),
    `${ratio.toFixed(2)} ×`.padStart(9),
    `${low.toFixed(2)}–${high.toFixed(2)}`.padStart(12),
    goal === undefined ? '' : `${ratio <= goal ? 'within' : 'OVER'} ${goal} ×`,
  ];
  console.log(cells.join('  '));
}
