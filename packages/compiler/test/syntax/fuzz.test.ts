import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lex } from '../../src/syntax/lexer.js';
import { parse } from '../../src/syntax/parse.js';
import { keywordTexts } from '../../src/syntax/tokens.js';
import { brokenInvariants } from './invariants.js';
import { productions, threeSteps } from './samples.js';

const samples = [...Object.values(productions), threeSteps];
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
      for (let end = 0; end <= text.length; end += 1) expect(brokenInvariants(text.slice(0, end))).toEqual([]);
    }
  });

  test('words and marks in any order', () => {
    const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(soup, (text) => void expect(brokenInvariants(text)).toEqual([])),
      { numRuns: 1500 },
    );
  });

  test('any characters', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    fc.assert(
      fc.property(text, (one) => void expect(brokenInvariants(one)).toEqual([])),
      { numRuns: 1000 },
    );
  });

  test('samples with characters taken out, doubled, swapped and replaced', () => {
    const mutated = fc.tuple(sample, fc.array(fc.tuple(fc.nat(3), fc.nat(), piece), { minLength: 1, maxLength: 4 }));
    const check = fc.property(mutated, ([text, changes]) => {
      expect(brokenInvariants(changes.reduce(change, text))).toEqual([]);
    });
    fc.assert(check, { numRuns: 1500 });
  });

  test('samples with words and marks taken out, doubled, swapped and replaced', () => {
    const mutated = fc.tuple(sample, fc.array(fc.tuple(fc.nat(3), fc.nat(), piece), { minLength: 1, maxLength: 4 }));
    const check = fc.property(mutated, ([text, changes]) => {
      const images = lex(text).tokens.map(({ image }) => image);
      expect(brokenInvariants(changes.reduce(changeList, images).join(' '))).toEqual([]);
    });
    fc.assert(check, { numRuns: 1500 });
  });
});

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

describe('hostile texts cost no more than their length', () => {
  const large: Readonly<Record<string, string>> = {
    'nested braces': '{'.repeat(10_000) + '}'.repeat(10_000),
    'a million braces': '{'.repeat(1_000_000),
    'a million parentheses': '('.repeat(1_000_000),
    'a million characters in one text': `sms "${'a'.repeat(1_000_000)}"`,
    'a million letters': 'a'.repeat(1_000_000),
    'a million digits': '1'.repeat(1_000_000),
    'quotes of other languages': '«'.repeat(1_000_000),
    apostrophes: "'".repeat(1_000_000),
    'comments that never end': '/*\n'.repeat(300_000),
    'quotes of long texts': '"""'.repeat(300_000),
    backslashes: `sms "${'\\'.repeat(1_000_000)}`,
    'braces in a text': `sms "${'{'.repeat(500_000)}"`,
    'hyphens between letters': 'a-'.repeat(500_000),
    'clauses in braces': 'sms "x" { ttl 5m '.repeat(50_000),
    'steps without end': `flow a { sms "x" ${'then sms "x" '.repeat(50_000)}}`,
    'misspelt words': 'flow a { sms "x" tll 5m }\n'.repeat(20_000),
  };
  test.each(Object.entries(large))('%s', (_, text) => {
    const start = performance.now();
    parse('memory:/a.failover', text);
    // Seconds, where what is not linear takes minutes.
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
