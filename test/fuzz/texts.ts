import path from 'node:path';
import { cut, piecesOf, withOthers, withSlips } from '../properties/mutations.js';
import { built, type Random } from '../properties/random.js';
import { main, mainOf, programOfSample, samplesIn } from '../support/corpus.js';
import type { fc } from '../support/fast-check.js';
import { Smaller, smallerTexts } from './smaller.js';

/** A sample of the corpus with another text as its main file. */
export class Case {
  readonly sample: Sample;
  readonly text: string;
  /** The seed of where a program is asked, and with which values. */
  readonly start: number;

  constructor(sample: Sample, text: string, start: number) {
    this.sample = sample;
    this.text = text;
    this.start = start;
  }

  program() {
    return programOfSample(this.sample, new Map([[main, this.text]]));
  }

  toString(): string {
    return `${this.sample.name}, asked from ${this.start}: ${JSON.stringify(this.text)}`;
  }
}

export const samples = samplesIn(path.join(process.cwd(), 'test/corpus'));
type Sample = (typeof samples)[number];

const texts = new Map(samples.map((sample) => [sample, mainOf(programOfSample(sample)).text]));

export function textOf(sample: Sample): string {
  return texts.get(sample) ?? '';
}

type Change = (text: string, random: Random) => string;

/** Samples of the corpus after a change, which shrink to short texts. */
export function cases(change: Change): fc.Arbitrary<Case> {
  const all = built((random) => {
    const sample = random.pick(samples);
    return new Case(sample, change(textOf(sample), random), random.integer(0, 2 ** 30));
  });
  return new Smaller(all, function* ({ sample, text, start }) {
    for (const smaller of smallerTexts(text)) yield new Case(sample, smaller, start);
  });
}

export const changes: Readonly<Record<string, Change>> = {
  prefixes: (text, random) => text.slice(0, random.integer(0, text.length)),
  tokens: (text, random) => (random.chance(70) ? withSlips(text, random) : cut(text, random)),
  words: withOthers,
  characters: withCharacters,
  splices: (text, random) => spliced(text, random),
};

export const characters = [
  ...['\ud800', '\udc00', '\ud83d\ude00', '\0', '\u0007', '\u001b', '\u007f', '\u0085', '\ufeff', '\ufffe'],
  ...['\r', '\r\n', '\n', '\t', '\u000b', '\u000c', '\u00a0', '\u2028', '\u2029', '\u200b', '\u202e', '\u3000'],
  ...['"', '"""', '{', '}', '\\', '\\u{', '\\u{d800}', '\\u{110000}', '/', '//', '///', '-', '.', ':', '=', '(', ')'],
  ...['é', 'e\u0301', 'ß', 'İ', 'ǅ', 'Ω', '٣', '１', '一', '👨‍👩‍👧', '€', '^', '__proto__', '%00', '%ff', '../'],
];

/** A few characters taken out, doubled, exchanged, replaced or put in: also half of a pair. */
export function withCharacters(text: string, random: Random): string {
  let now = text;
  for (let count = random.integer(1, 5); count > 0; count--) {
    const at = random.integer(0, now.length);
    const [before, one, after] = [now.slice(0, at), now.charAt(at), now.slice(at + 1)];
    const kind = random.integer(1, 5);
    if (kind === 1) now = before + after;
    else if (kind === 2) now = before + one + one + after;
    else if (kind === 3) now = before + after.slice(0, 1) + one + after.slice(1);
    else if (kind === 4) now = before + random.pick(characters) + after;
    else now = before + random.pick(characters) + one + after;
  }
  return now;
}

/** The start of one sample with the end of another, or with a stretch of it within. */
function spliced(text: string, random: Random): string {
  const other = piecesOf(textOf(random.pick(samples)));
  const own = piecesOf(text);
  const at = random.integer(0, own.length);
  const from = random.integer(0, other.length);
  if (random.chance(50)) return [...own.slice(0, at), ...other.slice(from)].join('');
  const kept = random.chance(50) ? at : random.integer(at, own.length);
  return [...own.slice(0, at), ...other.slice(from, from + random.integer(1, 30)), ...own.slice(kept)].join('');
}
