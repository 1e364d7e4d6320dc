import type { ImportedRequest } from '@failover/language-server/protocol';
import { expect, test } from 'vitest';
import { lineOf, messageOf, worstOf } from '../../src/import-request/told.js';

type Problem = ImportedRequest['problems'][number];

function problem(severity: Problem['severity'], line: number, more: object = {}): Problem {
  const place = { line, character: 4 };
  return { severity, code: 'FO6004', message: '`ttl` is left out: …', range: { start: place, end: place }, ...more };
}

const [order, ttl] = [problem('warning', 1), problem('error', 2, { help: 'Write a number.' })];

test('says what came of it, and the first error with its place', () => {
  const message = (text: string | null, problems: Problem[]) => messageOf({ text, flows: [], problems }, 'login.json');
  const place = '`ttl` is left out: … (line 3, column 5 of login.json)';
  expect(message(null, [ttl])).toBe(`Nothing was imported: ${place}`);
  expect(message('flow', [ttl])).toBe(`Imported, with a problem: ${place}`);
  expect(message('flow', [order, ttl])).toBe(`Imported, with 2 problems: ${place}`);
  expect(worstOf([order])).toBe(order);
});

test('has all of a problem on a line', () => {
  expect(lineOf(ttl, 'the clipboard')).toBe(
    'the clipboard, line 3, column 5: error FO6004: `ttl` is left out: …. Write a number.',
  );
  expect(lineOf(order, 'a.json')).toBe('a.json, line 2, column 5: warning FO6004: `ttl` is left out: …');
});
