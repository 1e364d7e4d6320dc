import { type Bundle, type Program, type Renamed, renameAt, renameable } from '@failover/compiler';
import { describe, expect, test } from 'vitest';
import { fc, patience, runs } from '../support/fast-check.js';
import { uriOf } from '../support/project.js';
import { bundlesOf, compile, type Files } from './checks.js';
import { generateProgram } from './programs.js';
import { built, type Random } from './random.js';

type Found = Exclude<ReturnType<typeof renameable>, { refused: string }>['symbol'];

interface Renaming {
  readonly files: Files;
  readonly program: Program;
  readonly symbol: Found;
  readonly name: string;
  readonly result: ReturnType<typeof renameAt>;
}

/** A name of a random program under another name. */
function renamings(nameOf: (random: Random, program: Program) => string): fc.Arbitrary<Renaming | undefined> {
  return built((random) => {
    const { files } = generateProgram(random);
    const program = compile(files);
    const uri = random.pick(program.uris);
    const words = [...(program.parsed(uri)?.tokens ?? [])].filter(({ image }) => /^[\p{L}_"]/u.test(image));
    if (words.length === 0) return undefined;
    const word = random.pick(words);
    // Somewhere in a text there may be a hole.
    const hole = word.image.startsWith('"') ? word.image.indexOf('{') : 0;
    const offset = word.startOffset + hole + (hole > 0 ? 1 : 0);
    const found = renameable(program, uri, offset);
    if ('refused' in found) return undefined;
    const name = nameOf(random, program);
    return { files, program, symbol: found.symbol, name, result: renameAt(program, uri, offset, name) };
  });
}

function applied(files: Files, { edits }: Renamed): Files {
  const changed = Object.entries(files).map(([file, text]) => {
    const own = edits.filter(({ uri }) => uri === uriOf(file)).toSorted((a, b) => b.offset - a.offset);
    return [
      file,
      own.reduce((now, { offset, length, text: by }) => now.slice(0, offset) + by + now.slice(offset + length), text),
    ];
  });
  return Object.fromEntries(changed);
}

const mark = '\u0000renamed';

/**
 * What a bundle sends and asks for, with the renamed symbol under a mark. Texts with holes stand in the bundle as they
 * are written: their pieces say the same.
 */
function meaningOf(bundle: Bundle, { kind, name }: { kind: Found['kind']; name: string }, isRenamed: boolean): unknown {
  const marked = (one: string) => (isRenamed && one === name ? mark : one);
  const payload: unknown = structuredClone(bundle.payload);
  const renamesParams = kind === 'parameter';
  for (const { at, ...hole } of bundle.holes) {
    const keys = at
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = keys.pop() ?? '';
    const owner = keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], payload);
    const pieces = JSON.stringify(hole, (key, value: unknown) =>
      key === 'param' && renamesParams ? marked(String(value)) : value,
    );
    Object.defineProperty(owner, last, { value: pieces, enumerable: true });
  }
  const { properties, required, ...others } = bundle.params;
  const called = (one: string) => (renamesParams ? marked(one) : one);
  const params = {
    ...others,
    properties: new Map(Object.entries(properties).map(([key, schema]) => [called(key), JSON.stringify(schema)])),
    required: new Set(required.map(called)),
  };
  const flow = kind === 'flow' ? marked(bundle.flow) : bundle.flow;
  return { flow, endpoint: bundle.endpoint, path: bundle.path, params, payload: JSON.stringify(payload) };
}

function expectSameMeaning(renaming: Renaming): void {
  const { files, program, symbol, name, result } = renaming;
  if ('refused' in result) return;
  const after = compile(applied(files, result));
  const seen = `${symbol.kind} ${symbol.name} → ${name}\n${Object.values(files).join('\n---\n')}\n=====\n${Object.values(applied(files, result)).join('\n---\n')}`;
  const codes = (of: Program) =>
    of
      .allDiagnostics()
      .map(({ code }) => code)
      .toSorted();
  expect(codes(after), seen).toEqual(codes(program));
  // The payload names the parameters and languages of a template: they are renamed in it.
  if (symbol.kind === 'template-parameter' || symbol.kind === 'language') return;
  const flowOf = (bundle: Bundle) => symbol.kind === 'parameter' && bundle.flow === symbol.flow;
  const meanings = (of: Program, called: string) =>
    bundlesOf(of).map((bundle) =>
      meaningOf(bundle, { kind: symbol.kind, name: called }, symbol.kind !== 'parameter' || flowOf(bundle)),
    );
  expect(meanings(after, name), seen).toEqual(meanings(program, symbol.name));
}

describe('a rename', { timeout: patience }, () => {
  test('to a fresh name is made, and keeps what the flows send', () => {
    fc.assert(
      fc.property(
        renamings(() => 'fresh-name'),
        (renaming) => {
          if (renaming === undefined) return;
          const { result, files, symbol } = renaming;
          // A language of a template is a value that parameters, lets and callers name too.
          if (symbol.kind !== 'language')
            expect(result, `${symbol.kind} ${symbol.name}\n${Object.values(files).join('\n---\n')}`).toHaveProperty(
              'edits',
            );
          expectSameMeaning(renaming);
        },
      ),
      runs(150),
    );
  });

  test('to a name that stands somewhere else is refused, or keeps what the flows send', () => {
    const wordOf = (random: Random, program: Program) => {
      const words = program.uris.flatMap((uri) => [...(program.parsed(uri)?.tokens ?? [])]).map(({ image }) => image);
      return random.pick(words.filter((image) => /^[\p{L}_]/u.test(image)));
    };
    fc.assert(
      fc.property(renamings(wordOf), (renaming) => {
        if (renaming !== undefined) expectSameMeaning(renaming);
      }),
      runs(150),
    );
  });
});
