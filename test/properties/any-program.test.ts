import { parse, requestProblems } from '@failover/compiler';
import { describe, expect, test } from 'vitest';
import { fc, patience, runs } from '../support/fast-check.js';
import { askEverything, compile, errorsOf, type Files, flowsOf, valuesOf } from './checks.js';
import { silentGapsIn } from './completeness.js';
import { cut, withOthers, withSlips } from './mutations.js';
import { generateProgram } from './programs.js';
import { built, type Random } from './random.js';
import { isPossible, seeded } from './values.js';

/** A program in which one of the files has been changed. */
function changed(change: (text: string, random: Random) => string): fc.Arbitrary<Files> {
  return built((random) => {
    const { files } = generateProgram(random);
    const name = random.pick(Object.keys(files));
    return { ...files, [name]: change(files[name] ?? '', random) };
  });
}

const seed = fc.integer();

describe('any program', { timeout: patience }, () => {
  test.each([
    ['with slips', withSlips],
    ['cut off', cut],
    ['with other words', withOthers],
  ])('%s answers every question', (_, change) => {
    fc.assert(
      fc.property(changed(change), seed, (files, start) => {
        expect(askEverything(compile(files), seeded(start))).toEqual([]);
      }),
      runs(80),
    );
  });

  test.each([
    ['with slips', withSlips],
    ['cut off', cut],
  ])('%s has nothing missing that is not reported', (_, change) => {
    fc.assert(
      fc.property(changed(change), (files) => {
        for (const [name, text] of Object.entries(files)) {
          const parsed = parse(name, text);
          expect(silentGapsIn(parsed), text).toEqual([]);
        }
      }),
      runs(150),
    );
  });

  test('without errors makes requests that their endpoint takes, or says which values it does not', () => {
    fc.assert(
      fc.property(changed(withOthers), seed, (files, start) => {
        const program = compile(files);
        if (errorsOf(program).length > 0) return;
        const random = seeded(start);
        for (const flow of flowsOf(program)) {
          if (!flow.parameters.every(({ effective }) => effective !== undefined && isPossible(effective))) continue;
          const { holes } = program.bundle(flow);
          const bound = program.bind(flow, valuesOf(flow, random));
          if (bound.ok) expect(requestProblems(flow.endpoint, bound.payload)).toEqual([]);
          // Each value is of its type, so only what they make together can be at fault, and only where they stand.
          const places = holes.map(({ at }) => at);
          for (const { code, at } of bound.ok ? [] : bound.problems)
            expect([code, places]).toEqual(['FO5005', expect.arrayContaining([at])]);
        }
      }),
      runs(150),
    );
  });
});
