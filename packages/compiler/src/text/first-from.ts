/** The index of the first of items, sorted by their place, that does not start before an offset. */
export function firstFrom<Item>(items: readonly Item[], offset: number, offsetOf: (item: Item) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsetOf(items[middle] as Item) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
