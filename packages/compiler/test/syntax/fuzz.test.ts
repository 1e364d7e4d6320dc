import { describe, expect, test } from 'vitest';
import { fc, runs } from '../../../../test/support/fast-check.js';
import { lex } from '../../src/syntax/lexer.js';
import { keywordTexts } from '../../src/syntax/tokens.js';
import { brokenInvariants } from './invariants.js';
import { everyDeclaration, productions, threeSteps } from './samples.js';

const samples = [...Object.values(productions), threeSteps, everyDeclaration];
const sample = fc.constantFrom(...samples);
const piece = fc.oneof(
  fc.constantFrom(...keywordTexts),
  fc.constantFrom('"', '"""', '{', '}', '(', ')', ',', ':', '=', '..', '\n', '\\', '//', '/*', "'", '“', '«', ';', '#'),
  fc.constantFrom('"text"', '"a {b} c"', '10m', '10min', '12MB', '1.5', '-7', 'name', 'flash', 'x-y', '{name}'),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);

describe('any text gives a tree', () => {
  test('every prefix of every sample', () => {
    for (const text of samples) {
      const prefixes = Array.from(text, (_, end) => text.slice(0, end));
      expect(prefixes.filter((prefix) => brokenInvariants(prefix).length > 0)).toEqual([]);
    }
  });

  test('words and marks in any order', () => {
    const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(soup, (text) => void expect(brokenInvariants(text)).toEqual([])),
      runs(1500),
    );
  });

  test('any characters', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    fc.assert(
      fc.property(text, (one) => void expect(brokenInvariants(one)).toEqual([])),
      runs(1000),
    );
  });

  test('samples with characters taken out, doubled, swapped and replaced', () => {
    const mutated = fc.tuple(sample, fc.array(fc.tuple(fc.nat(3), fc.nat(), piece), { minLength: 1, maxLength: 4 }));
    const check = fc.property(mutated, ([text, changes]) => {
      expect(brokenInvariants(changes.reduce(change, text))).toEqual([]);
    });
    fc.assert(check, runs(1500));
  });

  test('samples with words and marks taken out, doubled, swapped and replaced', () => {
    const mutated = fc.tuple(sample, fc.array(fc.tuple(fc.nat(3), fc.nat(), piece), { minLength: 1, maxLength: 4 }));
    const check = fc.property(mutated, ([text, changes]) => {
      const images = [...lex(text).tokens].map(({ image }) => image);
      expect(brokenInvariants(changes.reduce(changeList, images).join(' '))).toEqual([]);
    });
    fc.assert(check, runs(1500));
  });
});

// Broken once, each in its own way.
test.each([
  'sms flash say play',
  'voice {} repeat 2 say "a" lang en-US',
  'voice {} ttl 1m say "a" repeat 2 say "b" repeat 3',
])('%s', (text) => expect(brokenInvariants(text)).toEqual([]));

type Change = readonly [kind: number, at: number, piece: string];

function change(text: string, [kind, place, inserted]: Change): string {
  const at = text.length === 0 ? 0 : place % text.length;
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 1) return text.slice(0, at) + text.charAt(at) + text.slice(at);
  if (kind === 2) return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
  return text.slice(0, at) + inserted + text.slice(at + 1);
}

function changeList(words: readonly string[], [kind, place, inserted]: Change): string[] {
  const at = words.length === 0 ? 0 : place % words.length;
  const before = words.slice(0, at);
  const after = words.slice(at + 1);
  const word = words[at] ?? '';
  if (kind === 0) return [...before, ...after];
  if (kind === 1) return [...before, word, word, ...after];
  if (kind === 2) return [...before, ...after.slice(0, 1), word, ...after.slice(1)];
  return [...before, inserted, ...after];
}
