import { completionsAt, fixAll, format, type Program, parse } from '@failover/compiler';
import { hostile } from '../../packages/compiler/test/syntax/hostile.js';
import { built } from '../properties/random.js';
import { main, type Sample } from '../support/corpus.js';
import { fc } from '../support/fast-check.js';
import { memoryHost, programOf, uriOf } from '../support/project.js';
import { samples, textOf } from './texts.js';

/** A text that is made to be slow, within a sample. */
interface Slow {
  readonly sample: Sample;
  readonly kind: string;
  readonly length: number;
  readonly at: number;
  readonly toString: () => string;
}

const uri = uriOf(main);
const kinds = Object.keys(hostile);

/** They do not shrink: a shorter one takes less time. */
export const slowTexts: fc.Arbitrary<Slow> = fc.noShrink(
  built((random) => {
    const sample = random.pick(samples);
    const kind = random.pick(kinds);
    const length = random.pick([2_000, 8_000, 20_000]);
    const at = random.integer(0, textOf(sample).length);
    return { sample, kind, length, at, toString: () => `${length} characters of ${kind} at ${at} of ${sample.name}` };
  }),
);

/**
 * How many times what a sound text of the same length costs, many times what was ever seen: all is measured on this
 * machine and in this process, so that only what grows faster than the text goes past it.
 */
const factor = 20;
/** What may pass unnoticed at any length, in milliseconds: a first time costs more. */
const slack = 300;

/** Whether a text takes far longer than a sound one of its length. */
export function timeLost({ sample, kind, length, at }: Slow): string[] {
  const around = textOf(sample);
  const text = around.slice(0, at) + (hostile[kind]?.(length) ?? '') + around.slice(at);
  let own = timeOf(text, at);
  if (own <= slack) return [];
  const sound = soundText(text.length);
  let other = timeOf(sound, sound.length >> 1);
  for (let again = 0; again < 2 && own > factor * other + slack; again++) {
    own = Math.min(own, timeOf(text, at));
    other = Math.max(other, timeOf(sound, sound.length >> 1));
  }
  if (own <= factor * other + slack) return [];
  return [`takes ${Math.round(own)} ms, and a sound text of the same length ${Math.round(other)} ms`];
}

function soundText(length: number): string {
  let text = '';
  for (let number = 1; text.length < length; number++) {
    text += `flow f${number}(to: phone, pin: text(4..10)) {\n  sms "Your code is {pin}" from "ACME" ttl 5m\n  then sms "{pin}" from "ACME"\n}\n`;
  }
  return text;
}

/** Everything that happens while somebody types at a place, in milliseconds of the processor. */
function timeOf(text: string, at: number): number {
  const start = process.cpuUsage();
  const program: Program = programOf(memoryHost({ [main]: text }), [main]);
  program.diagnostics(uri);
  for (const flow of program.flows(uri)) program.bundle(flow);
  completionsAt(program, uri, at);
  format(parse(uri, text));
  fixAll(program, uri);
  return process.cpuUsage(start).user / 1000;
}
