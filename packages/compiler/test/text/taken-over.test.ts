import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takenOver } from '../../src/text/taken-over.js';

const key = fc.integer({ min: 0, max: 9 });
const keyOf = (item: { key: number }) => item.key;

test('there is an item for each key, and those at both ends are the same as before', () => {
  fc.assert(
    fc.property(fc.array(key), fc.array(key), fc.array(key), fc.array(key), (head, old, now, tail) => {
      const before = [...head, ...old, ...tail].map((one) => ({ key: one }));
      const items = takenOver([...head, ...now, ...tail], before, keyOf, (one) => ({ key: one }));
      expect(items.map(keyOf)).toEqual([...head, ...now, ...tail]);
      expect(items.slice(0, head.length).every((item, index) => item === before[index])).toBe(true);
      const isSame = (_: unknown, index: number) => items.at(-1 - index) === before.at(-1 - index);
      expect(tail.every(isSame)).toBe(true);
      expect(new Set(items).size).toBe(items.length);
    }),
  );
});
