import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from '@failover/compiler';
import { expect, test } from 'vitest';
import { lex } from '../../packages/compiler/src/syntax/lexer.js';
import type { Token } from '../../packages/compiler/src/syntax/token-list.js';
import { Word } from '../../packages/compiler/src/syntax/tokens.js';
import { grammarOfParser } from '../../scripts/docs/grammar/from-parser.js';
import { type Part, token } from '../../scripts/docs/grammar/part.js';
import { tokenGrammar } from '../../scripts/docs/grammar/tokens.js';
import { fc } from '../support/fast-check.js';
import { decode } from '../support/project.js';
import { isSentence } from './recognise.js';
import { sentencesOf } from './sentences.js';

const grammar = grammarOfParser();
const repository = path.join(import.meta.dirname, '../..');

/** A clause that stands twice is no matter of the grammar. */
const clauseTwice = 'FO1027';

function faultsOf(text: string): string[] {
  const { diagnostics } = parse('file:///main.failover', text);
  return diagnostics.filter(({ code }) => code !== clauseTwice).map(({ code, message }) => `${code}: ${message}`);
}

const examples = {
  name: fc.constantFrom('acme', 'order-shipped', 'el', 'en-US', '_x', 'κωδικός'),
  text: fc.constantFrom(
    '""',
    '"ACME"',
    '"Your code is {pin}"',
    '"\\u{1F600} \\{ \\" \\n"',
    '"""\n  Hello\n  {name}\n"""',
  ),
  integer: fc.constantFrom('0', '7', '160'),
  duration: fc.constantFrom('30s', '1h30m', '1.5m', '30d'),
  size: fc.constantFrom('12MB', '0.5MB'),
};

test('the parser takes every file of the grammar on the page', () => {
  const files = sentencesOf(grammar, 'file', examples);
  fc.assert(
    fc.property(files, fc.constantFrom(' ', '\n'), (pieces, gap) => {
      expect(faultsOf(pieces.join(gap))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

/** What the grammar says of a token: a word is what it looks like, any word is a name. */
function fits(token: Token, part: Part & { kind: 'word' | 'token' }): boolean {
  if (part.kind === 'word') return token.image === part.text;
  if (part.name === 'name') return Word.categoryMatchesMap?.[token.tokenTypeIdx] === true;
  return token.tokenType.name.toLowerCase() === part.name;
}

function filesIn(folder: string): string[] {
  const names = readdirSync(path.join(repository, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.failover')).map((name) => path.join(repository, folder, name));
}

function textOf(file: string): string[] {
  try {
    return [decode(readFileSync(file))];
  } catch {
    return []; // Not UTF-8, as some of the corpus are.
  }
}

/** A word that is no status is told by a rule. */
const withAnyStatus = new Map([...grammar, ['status', token('name')]]);

test('the grammar on the page takes every file that the parser takes', () => {
  const texts = [...filesIn('test/corpus'), ...filesIn('examples')].flatMap(textOf);
  const sound = texts.filter((text) => parse('file:///main.failover', text).diagnostics.length === 0);
  expect(sound.length).toBeGreaterThan(50);
  for (const text of sound) {
    const tokens = [...parse('file:///main.failover', text).tokens];
    expect(isSentence(withAnyStatus, 'file', tokens, fits), text).toBe(true);
  }
});

const characters = {
  letter: fc.constantFrom('a', 'Z', 'é', 'ω', '字', '_'),
  'letter-or-digit': fc.constantFrom('b', '_', '0', '٣'),
  'name-character': fc.constantFrom('c', 'ς', '9', '\u0301'),
  digit: fc.constantFrom(...'0123456789'),
  'hex-digit': fc.constantFrom(...'0123456789abcdefABCDEF'),
  'line-character': fc.constantFrom('a', ' ', "'", '/', 'ω', '😀', '('),
  character: fc.constantFrom('a', ' ', '\n', 'ω', ')'),
  space: fc.constantFrom(' ', '\t'),
  'rest-of-line': fc.constantFrom('', ' why', '/ what', '"{'),
};

test.each(['name', 'text', 'integer', 'duration', 'size'])('the lexer reads every %s of the page as one', (name) => {
  fc.assert(
    fc.property(sentencesOf(tokenGrammar, name, characters), (pieces) => {
      const text = pieces.join('');
      fc.pre(isInOrder(text) && hasCodePoints(text));
      const { tokens, faults } = lex(text);
      expect(faults).toEqual([]);
      expect([...tokens].map(({ image }) => image)).toEqual([text]);
      expect([...tokens].map((one) => fits(one, { kind: 'token', name }))).toEqual([true]);
      expect(name === 'text' ? faultsOf(`let a = ${text}`) : []).toEqual([]);
    }),
  );
});

/** The page says in words that the parts of a duration go from large to small. */
function isInOrder(text: string): boolean {
  const units = [...text.matchAll(/^(?:[\d.]+[dhms])+$/g)].flatMap(([all]) => all.replace(/[\d.]/g, '').split(''));
  return units.every((unit, index) => index === 0 || 'dhms'.indexOf(units[index - 1] ?? '') < 'dhms'.indexOf(unit));
}

/** The page says in words that the digits of an escape are those of a character. */
function hasCodePoints(text: string): boolean {
  const points = [...text.matchAll(/\\u\{([^}]*)\}/g)].map(([, digits = '']) => Number.parseInt(digits, 16));
  return points.every((point) => point <= 0x10ffff && (point < 0xd800 || point > 0xdfff));
}

test('a comment is one', () => {
  fc.assert(
    fc.property(sentencesOf(tokenGrammar, 'comment', characters), (pieces) => {
      const { tokens, comments, faults } = lex(pieces.join(''));
      expect([[...tokens], faults, comments.map(({ length }) => length)]).toEqual([[], [], [pieces.join('').length]]);
    }),
  );
});
