import { expect, it } from 'vitest';
import { pointerKeys, pointerStep } from '../../src/emit/json.js';

it('a JSON Pointer holds any key', () => {
  expect(pointerStep('a/b~1')).toBe('/a~1b~01');
  expect(pointerKeys('/flow/0/a~1b~01')).toEqual(['flow', '0', 'a/b~1']);
  expect(pointerKeys('')).toEqual([]);
});
