import { expect, test } from 'vitest';
import { LineIndex } from '../../src/text/lines.js';
import { nearest } from '../../src/text/nearest.js';

test('lines end in LF or CRLF, and lines and columns count from 1', () => {
  const lines = new LineIndex('ab\r\ncd\n\nef');
  expect(lines.lineCount).toBe(4);
  expect([0, 2, 4, 7, 8, 10].map((offset) => lines.positionAt(offset))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 3 },
    { line: 2, column: 1 },
    { line: 3, column: 1 },
    { line: 4, column: 1 },
    { line: 4, column: 3 },
  ]);
  expect([1, 2, 3, 4].map((line) => lines.line(line))).toEqual(['ab', 'cd', '', 'ef']);
});

test('an offset outside the text is its nearest end', () => {
  const lines = new LineIndex('ab');
  expect(lines.positionAt(-1)).toEqual({ line: 1, column: 1 });
  expect(lines.positionAt(99)).toEqual({ line: 1, column: 3 });
});

test.each([
  ['vibr', 'viber'],
  ['form', 'from'],
  ['SMS', 'sms'],
  ['exprie-on-delivery', 'expire-on-delivery'],
  ['urgent', undefined],
  ['x', undefined],
])('%s is nearest to %s', (word, meant) => {
  expect(nearest(word, ['viber', 'sms', 'from', 'expire-on-delivery', 'to'])).toBe(meant);
});
