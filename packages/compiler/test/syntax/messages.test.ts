import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { syntax } from '../../src/diagnostics/fo1-syntax.js';
import { brokenInvariants } from './invariants.js';
import { checkExample, readExamples } from './marked.js';

const folder = path.join(import.meta.dirname, 'messages');
const groups = readdirSync(folder).map((name) => ({
  name,
  examples: readExamples(readFileSync(path.join(folder, name), 'utf8')),
}));

describe.each(groups)('messages/$name', ({ examples }) => {
  test.each(examples)('$marked', (example) => {
    checkExample(example);
    expect(brokenInvariants(example.marked.replace(/[⟦⟧]/g, ''))).toEqual([]);
  });
});

test('every code of the family has an example', () => {
  const shown = new Set(groups.flatMap(({ examples }) => examples.flatMap(({ messages }) => messages)));
  const codes = [...shown].map((message) => message.slice(0, 6));
  const missing = Object.values(syntax).filter(({ code }) => !codes.includes(code));
  expect(missing.map(({ code }) => code)).toEqual([]);
});
