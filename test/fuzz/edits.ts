import { completionsAt, type Program } from '@failover/compiler';
import { contentOf, seen } from '../../packages/compiler/test/seen.js';
import { piecesOf } from '../properties/mutations.js';
import { built, type Random } from '../properties/random.js';
import { main, programOfSample, type Sample } from '../support/corpus.js';
import type { fc } from '../support/fast-check.js';
import { fileOf, uriOf } from '../support/project.js';
import { Smaller, smallerLists, smallerTexts } from './smaller.js';
import { characters, samples, textOf } from './texts.js';

/** Another stretch of text in a file, and how much of the program is asked for before the next edit. */
interface Edit {
  readonly uri: string;
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
  readonly looks: 'nowhere' | 'at the tree' | 'at a place' | 'at its diagnostics' | 'everywhere';
}

class Edited {
  readonly sample: Sample;
  readonly edits: readonly Edit[];

  constructor(sample: Sample, edits: readonly Edit[]) {
    this.sample = sample;
    this.edits = edits;
  }

  toString(): string {
    return `${this.sample.name}: ${JSON.stringify(this.edits, undefined, 1)}`;
  }
}

const looks = ['nowhere', 'at the tree', 'at a place', 'at its diagnostics', 'everywhere'] as const;

const filesOf = new Map(samples.map((sample) => [sample, programOfSample(sample).uris]));

function anEdit(sample: Sample, random: Random): Edit {
  const uri = random.pick([uriOf(main), ...(filesOf.get(sample) ?? [])]);
  const pieces = piecesOf(textOf(random.pick(samples)));
  const from = random.integer(0, pieces.length);
  const kinds = ['', random.pick(characters), pieces.slice(from, from + random.integer(1, 12)).join('')];
  return {
    uri,
    at: random.integer(0, 3000),
    removed: random.pick([0, 0, 1, random.integer(1, 30)]),
    inserted: random.pick(kinds),
    looks: random.pick(looks),
  };
}

/** Samples of the corpus under the hands of somebody who types. */
export const editedSamples: fc.Arbitrary<Edited> = new Smaller(
  built((random) => {
    const sample = random.pick(samples);
    return new Edited(
      sample,
      Array.from({ length: random.integer(1, 10) }, () => anEdit(sample, random)),
    );
  }),
  function* ({ sample, edits }) {
    for (const fewer of smallerLists(edits)) yield new Edited(sample, fewer);
    for (const [index, edit] of edits.entries()) {
      for (const smaller of smallerEdits(edit)) yield new Edited(sample, edits.with(index, smaller));
    }
  },
);

function* smallerEdits(edit: Edit): Iterable<Edit> {
  for (const inserted of smallerTexts(edit.inserted)) yield { ...edit, inserted };
  if (edit.removed > 0) yield { ...edit, removed: edit.removed >> 1 };
}

/** A program that was edited knows what a new one does. */
export function differencesAfter({ sample, edits }: Edited): string[] {
  const texts = new Map<string, string>();
  const fresh = () => programOfSample(sample, texts);
  let program = fresh();
  seen(program);
  for (const edit of edits) {
    const { uri, removed, inserted } = edit;
    const text = program.parsed(uri)?.text ?? '';
    const at = edit.at % (text.length + 1);
    texts.set(fileOf(uri), text.slice(0, at) + inserted + text.slice(at + removed));
    program = program.after([uri]);
    look(program, edit, at);
    if (edit.looks === 'everywhere' && !isSame(program, fresh())) return ['an edited program differs from a new one'];
  }
  return isSame(program, fresh()) ? [] : ['an edited program differs from a new one'];
}

function look(program: Program, { uri, looks: where }: Edit, at: number): void {
  if (where === 'at the tree') program.parsed(uri);
  else if (where === 'at a place') completionsAt(program, uri, at);
  else if (where === 'at its diagnostics') program.diagnostics(uri);
}

function isSame(kept: Program, fresh: Program): boolean {
  const all = (program: Program) =>
    JSON.stringify([seen(program), program.uris.map((uri) => contentOf(parsedIn(program, uri)))]);
  return all(kept) === all(fresh);
}

function parsedIn(program: Program, uri: string) {
  const parsed = program.parsed(uri);
  if (parsed === undefined) throw new Error(`${uri} cannot be read`);
  return parsed;
}
