import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/fast-check.js';
import { takenOver } from '../../src/text/taken-over.js';

/** No key is there twice, neither before nor after. */
const keys = fc.uniqueArray(fc.nat(40), { maxLength: 20 }).chain((all) =>
  fc.tuple(fc.nat(all.length), fc.nat(all.length), fc.nat(all.length)).map((cuts) => {
    const [first = 0, second = 0, third = 0] = cuts.sort((a, b) => a - b);
    const [head, old, now, tail] = [[0, first], [first, second], [second, third], [third]];
    return [head, old, now, tail].map((range) => all.slice(...(range ?? [])));
  }),
);
const keyOf = (item: { key: number }) => item.key;

test('there is an item for each key, and those at both ends are the same as before', () => {
  fc.assert(
    fc.property(keys, ([head = [], old = [], now = [], tail = []]) => {
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
