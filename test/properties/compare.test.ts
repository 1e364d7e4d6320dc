import { isDeepStrictEqual } from 'node:util';
import type { Bundle, Program } from '@failover/compiler';
import { compare, plain, type Side } from '@failover/compiler/compare';
import { describe, expect, test } from 'vitest';
import { fc, patience, runs } from '../support/fast-check.js';
import { bundlesOf, compile, errorsOf, type Files, flowsOf, formatted } from './checks.js';
import { cut, withOthers, withSlips } from './mutations.js';
import { generateProgram, mainFile } from './programs.js';
import { built, type Random } from './random.js';

function sideOf(program: Program): Side {
  return { program, files: new Map(program.roots.map((uri) => [uri, mainFile])) };
}

/** The flows of a program by name, without what is a comment or in no order. */
function meaningOf(program: Program) {
  return new Map(
    bundlesOf(program).map(({ flow, params, holes, ...rest }): [string, unknown] => {
      const { properties, required } = params;
      const types = Object.entries(properties).map(([name, { description: _, ...type }]) => [name, type] as const);
      return [flow, { ...rest, types: new Map(types), required: new Set(required), holes: holesOf(holes) }];
    }),
  );
}

function holesOf(holes: Bundle['holes']): Map<string, unknown> {
  return new Map(holes.map(({ at, parts }) => [at, parts]));
}

function told(old: Program, next: Program): string[] {
  return compare(sideOf(old), sideOf(next)).flatMap(({ changes }) => changes.map(({ sentence }) => plain(sentence)));
}

const programs = built((random) => generateProgram(random).files);

/** A program and what it may become: a clause is gone, a word is another, or the whole of it is. */
const edits = built((random): [Files, Files] => {
  const { files } = generateProgram(random);
  if (random.chance(60)) return [files, withoutClause(files, random)];
  if (random.chance(50)) return [files, changed(files, random, withOthers)];
  return [files, generateProgram(random).files];
});

/** The smallest change there is: mostly one field of the request. */
function withoutClause(files: Files, random: Random): Files {
  const steps = flowsOf(compile(files)).flatMap((flow) => flow.steps);
  const clauses = steps.flatMap(({ node, verbs }) => [...node.clauses, ...verbs.flatMap((verb) => verb.node.clauses)]);
  if (clauses.length === 0) return files;
  const { offset, length } = random.pick(clauses);
  const text = files[mainFile] ?? '';
  return { ...files, [mainFile]: `${text.slice(0, offset)} ${text.slice(offset + length)}` };
}

function changed(files: Files, random: Random, change: (text: string, random: Random) => string): Files {
  const name = random.pick(Object.keys(files));
  return { ...files, [name]: change(files[name] ?? '', random) };
}

describe('a comparison', { timeout: patience }, () => {
  test('of a program with itself in another layout says nothing', () => {
    fc.assert(
      fc.property(programs, (files) => {
        expect(told(compile(files), compile(formatted(files)))).toEqual([]);
      }),
      runs(80),
    );
  });

  test('says something if and only if a request is another', () => {
    let same = 0;
    let other = 0;
    fc.assert(
      fc.property(edits, ([before, after]) => {
        const [old, next] = [compile(before), compile(after)];
        if (errorsOf(old).length + errorsOf(next).length > 0) return;
        const isSame = isDeepStrictEqual(meaningOf(old), meaningOf(next));
        if (isSame) same++;
        else other++;
        const sentences = told(old, next);
        const kinds = compare(sideOf(old), sideOf(next)).flatMap(({ changes }) => changes.map(({ kind }) => kind));
        expect(kinds, 'every field has a sentence of its own').not.toContain('field');
        expect(sentences.length === 0, `${before[mainFile]}\n---\n${after[mainFile]}\n${sentences}`).toBe(isSame);
        for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|NaN|\[object/);
      }),
      runs(300),
    );
    expect(Math.min(same, other), 'both happen').toBeGreaterThan(0);
  });

  test.each([
    ['with slips', withSlips],
    ['cut off', cut],
  ])('of a program %s says something sensible, both ways', (_, change) => {
    const broken = built((random): [Files, Files] => {
      const { files } = generateProgram(random);
      return [files, changed(files, random, change)];
    });
    fc.assert(
      fc.property(broken, ([before, after]) => {
        const [sound, faulty] = [compile(before), compile(after)];
        for (const sentence of [...told(sound, faulty), ...told(faulty, sound)]) {
          expect(sentence).not.toMatch(/undefined|NaN|\[object/);
        }
        expect(told(faulty, compile(after))).toEqual([]);
      }),
      runs(80),
    );
  });
});
