import { expect, test } from 'vitest';
import { codesOf, type Example, examplesIn, isOutput, isProgram, shows, statusOf } from './examples-of-page.js';

function block(language: string, text: string, before = ''): Example {
  const [example] = examplesIn(`${before}\n\n\`\`\`${language}\n${text}\n\`\`\`\n`);
  if (example === undefined) throw new Error('There is no block');
  return example;
}

test.each([
  ['Save this as `flows/login.failover`:', 'flows/login.failover'],
  ['`failover.json`:', 'failover.json'],
  ['prints what is in `login.failover`', undefined],
  ['Then run `failover check`:', undefined],
])('the block after %j is the file %s', (before, file) => {
  expect(block('failover', 'sms "x"', before).file).toBe(file);
});

test('the words after the language say what a block is', () => {
  expect(statusOf(block('sh status=1', 'failover check'))).toBe(1);
  expect(statusOf(block('sh', 'failover check'))).toBe(0);
  expect(codesOf(block('failover FO4001 FO3012', 'sms "x"'))).toEqual(['FO3012', 'FO4001']);
  expect(isOutput(block('json output', '{}'))).toBe(true);
  expect(isProgram(block('ts', 'run()'))).toBe(true);
  expect(isProgram(block('js', 'run()', 'Save this as `send.js`:'))).toBe(false);
});

test.each([
  ['text output', 'one\ntwo', 'one\ntwo\n', true],
  ['text output', 'one\ntwo', 'one\nthree\n', false],
  ['text output', 'one\n…', 'one\ntwo\nthree\n', true],
  ['text output', 'one', 'one more', false],
  ['json output', '{ "a": [1] }', '{\n  "a": [\n    1\n  ]\n}', true],
  ['json output', '{ "a": 1, "b": 2 }', '{ "b": 2, "a": 1 }', false],
  ['json output', '{ "a": … }', '{\n  "a": [1, 2]\n}', true],
  ['json output', '{ "a": …, "b": 1 }', '{\n  "a": 2\n}', false],
])('a block of %s with %j for %j: %s', (language, text, printed, expected) => {
  expect(shows(block(language, text), printed)).toBe(expected);
});
