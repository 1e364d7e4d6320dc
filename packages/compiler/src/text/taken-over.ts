/**
 * What belongs to each key: as it was before an edit for those at the start and at the end that are the same objects, and
 * made anew for those between. A list instead of a WeakMap, in which V8 keeps whatever is young until it looks at all
 * that there is: each edit would leave garbage there.
 */
export function takenOver<Key, Item>(
  keys: readonly Key[],
  before: readonly Item[],
  keyOf: (item: Item) => Key,
  make: (key: Key) => Item,
): Item[] {
  const most = Math.min(keys.length, before.length);
  const isSame = (key: number, item: number) => keyOf(before[item] as Item) === keys[key];
  let head = 0;
  while (head < most && isSame(head, head)) head++;
  let tail = 0;
  while (tail < most - head && isSame(keys.length - 1 - tail, before.length - 1 - tail)) tail++;
  return [
    ...before.slice(0, head),
    ...keys.slice(head, keys.length - tail).map(make),
    ...before.slice(before.length - tail),
  ];
}
