/** The index of the first of items, sorted by their place, that does not start before an offset. */
export function firstFrom<Item>(items: readonly Item[], offset: number, offsetOf: (item: Item) => number): number {
  return firstIndexFrom(items.length, offset, (index) => offsetOf(items[index] as Item));
}

/** The same for so many of them, of which the place of each is known by its index. */
export function firstIndexFrom(count: number, offset: number, offsetAt: (index: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsetAt(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
