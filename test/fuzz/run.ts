// Tries what the tests try a little, for as long as it is asked to: npm run fuzz -- [--seconds N] [--seed S] [target…]
import { parseArgs } from 'node:util';
import { fc } from '../support/fast-check.js';
import type { Target } from './target.js';
import { targets } from './targets.js';
import { watchForHangs } from './watch.js';

const usage = `usage: npm run fuzz -- [--seconds N] [--seed S] [target…]
  --seconds N  how long, in seconds; without it, until Ctrl-C
  --seed S     the first seed; without it, one of today
  target       ${targets.map(({ name }) => name).join(', ')}`;

function wrong(problem: string): never {
  process.stderr.write(`${problem}\n${usage}\n`);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      options: { seconds: { type: 'string' }, seed: { type: 'string' } },
      allowPositionals: true,
    });
  } catch (error) {
    return wrong((error as Error).message);
  }
}

function numberFrom(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,10}$/.test(text)) wrong(`--${name} must be a number from 0 on, not \`${text}\``);
  return Number(text);
}

const { values, positionals } = readArguments();
const seconds = numberFrom('seconds', values.seconds, Number.POSITIVE_INFINITY);
const first = numberFrom('seed', values.seed, Math.floor(Math.random() * 1_000_000_000));
const unknown = positionals.find((name) => !targets.some((target) => target.name === name));
if (unknown !== undefined) wrong(`There is no target \`${unknown}\``);
const chosen = positionals.length === 0 ? targets : targets.filter(({ name }) => positionals.includes(name));

/** A round takes a second or two; making a finding small may take longer, and is good enough at this time. */
const longestRound = 120_000;

const watch = watchForHangs();
const start = performance.now();
const tried = new Map<Target, number>();
const found = new Set<string>();
let isStopped = false;
process.once('SIGINT', () => {
  isStopped = true;
});

const isOver = () => isStopped || performance.now() - start >= seconds * 1000;
process.stdout.write(`Seeds from ${first}: ${chosen.map(({ name }) => name).join(', ')}\n`);
for (let seed = first; seed === first || !isOver(); seed++) {
  for (const target of chosen) {
    await tryOut(target, seed);
    if (isOver()) break;
  }
}
watch.end();
summarize();
process.exitCode = found.size > 0 ? 1 : 0;

async function tryOut(target: Target, seed: number): Promise<void> {
  const { name, property, round } = target;
  watch.begin(`npm run fuzz -- --seconds 0 --seed ${seed} ${name}`);
  const result = await fc.check(property, { seed, numRuns: round, interruptAfterTimeLimit: longestRound });
  tried.set(target, (tried.get(target) ?? 0) + result.numRuns);
  if (!result.failed) return;
  const message = result.errorInstance instanceof Error ? (result.errorInstance.stack ?? '') : '';
  // What is found again under another seed is counted once.
  const key = `${name} ${message.split('\n').slice(0, 2).join(' ').replace(/\d+/g, 'N').slice(0, 160)}`;
  if (found.has(key)) return;
  found.add(key);
  const [example] = Array.isArray(result.counterexample) ? result.counterexample : [];
  const repeat = `npm run fuzz -- --seconds 0 --seed ${seed} ${name}`;
  process.stdout.write(`\nFOUND by ${name}\n${message}\n${show(example)}\nRepeat it with ${repeat}\n\n`);
}

function show(example: unknown): string {
  return String(example) === '[object Object]' || Array.isArray(example) ? fc.stringify(example) : String(example);
}

function summarize(): void {
  const elapsed = Math.round((performance.now() - start) / 1000);
  const counts = chosen.map((target) => `  ${target.name.padEnd(12)} ${tried.get(target) ?? 0} tries`);
  process.stdout.write(`${elapsed} s, ${found.size} found\n${counts.join('\n')}\n`);
}
