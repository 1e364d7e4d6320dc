import picomatch from 'picomatch';
import { expect, test } from 'vitest';
import { globProblem } from '../../src/project/glob-problem.js';

test.each([
  'flows',
  '**/*.failover',
  'shop-*/**/*.{failover,txt}',
  '**/a/**/b*',
  '[a-c]?.failover',
  '*-*-*',
  '{',
  '[',
  '',
])('a usual glob has no problem: %s', (glob) => expect(globProblem(glob)).toBeUndefined());

test.each([
  ['(a+)+b', 'has parentheses: it may have `*`, `**`, `?`, `[…]` and `{…}`'],
  ['+(a|aa)b', 'has parentheses: it may have `*`, `**`, `?`, `[…]` and `{…}`'],
  ['{a,aa}+b', 'has a `+` after a bracket: write the names that are meant'],
  ['[ab]+b', 'has a `+` after a bracket: write the names that are meant'],
  ['{a,{b,c}}', 'has braces within braces: write the names that are meant'],
  ['**/**/**/b', 'has `**` more than 2 times'],
  ['*a*a*a*a', 'has more than 3 of `*` and `{…}` between two slashes'],
  ['x/{a,aa}{a,aa}{a,aa}{a,aa}b', 'has more than 3 of `*` and `{…}` between two slashes'],
])('%s %s', (glob, problem) => expect(globProblem(glob)).toBe(problem));

test.each([
  '*a*a*ab',
  '**/**/*a*a*b',
  '{a,aa}*{a,aa}b',
  '*?*?*?b',
  '**/a/**/ab',
])('what has no problem is tried quickly on any name: %s', (glob) => {
  expect(globProblem(glob)).toBeUndefined();
  const isMatch = picomatch(glob);
  const start = process.cpuUsage();
  for (const name of ['a'.repeat(255), 'a/'.repeat(2_000)]) expect(isMatch(name)).toBe(false);
  // Of the refused ones, each takes minutes or more.
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(10);
});
