import { readFileSync } from 'node:fs';
import path from 'node:path';
import { changeKinds } from '@failover/compiler/compare';
import { expect, test } from 'vitest';

test('the page of diff has every kind of change, in their order', () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/diff.md'), 'utf8');
  const listed = page.slice(page.indexOf('| kind |')).match(/^\| `([a-z-]+)` \|/gm);
  expect(listed?.map((row) => row.slice(3, -3))).toEqual(changeKinds);
});
