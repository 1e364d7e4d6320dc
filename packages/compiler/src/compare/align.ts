/** Which of two lists' items belong together. All numbers are indexes. */
export interface Alignment {
  /** In the order of the new list. */
  readonly pairs: readonly Pair[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

export interface Pair {
  readonly old: number;
  readonly new: number;
  /** Whether it stands before or behind others than it did, and not only because some have come or gone. */
  readonly isMoved: boolean;
}

/** How alike two items are, from 0 to 1. Those of 0 are never one. */
export type Likeness = (old: number, next: number) => number;

/** Out of their order, only items that are alike this much are one. */
const likeEnoughToMove = 0.5;
/** A table of more cells than this would take seconds; such lists nobody writes by hand. */
const mostCells = 250_000;

/** Pairs the items of two lists so that they are as alike as can be: those in order first, then those that moved. */
export function align(oldCount: number, newCount: number, likeness: Likeness): Alignment {
  const known = new Map<number, number>();
  const alike: Likeness = (old, next) => {
    const key = old * newCount + next;
    let value = known.get(key);
    if (value === undefined) {
      value = likeness(old, next);
      known.set(key, value);
    }
    return value;
  };
  const inOrder = pairsInOrder(oldCount, newCount, alike);
  const pairs: Pair[] = inOrder.map(([old, next]) => ({ old, new: next, isMoved: false }));
  const rest = (count: number, side: 'old' | 'new') => {
    const taken = new Set(pairs.map((pair) => pair[side]));
    return Array.from({ length: count }, (_, index) => index).filter((index) => !taken.has(index));
  };
  const [oldRest, newRest] = [rest(oldCount, 'old'), rest(newCount, 'new')];
  if (oldRest.length * newRest.length <= mostCells) {
    const candidates = oldRest.flatMap((old) => newRest.map((next) => ({ old, new: next, alike: alike(old, next) })));
    const likely = candidates.filter((one) => one.alike >= likeEnoughToMove).sort((a, b) => b.alike - a.alike);
    const taken = { old: new Set<number>(), new: new Set<number>() };
    for (const one of likely) {
      if (taken.old.has(one.old) || taken.new.has(one.new)) continue;
      taken.old.add(one.old);
      taken.new.add(one.new);
      pairs.push({ old: one.old, new: one.new, isMoved: true });
    }
  }
  pairs.sort((a, b) => a.new - b.new);
  return { pairs, removed: rest(oldCount, 'old'), added: rest(newCount, 'new') };
}

function pairsInOrder(oldCount: number, newCount: number, alike: Likeness): [number, number][] {
  const least = Math.min(oldCount, newCount);
  let start = 0;
  while (start < least && alike(start, start) === 1) start++;
  let end = 0;
  while (end < least - start && alike(oldCount - 1 - end, newCount - 1 - end) === 1) end++;
  const rows = oldCount - start - end;
  const columns = newCount - start - end;
  const middle = rows * columns <= mostCells ? best(rows, columns, (a, b) => alike(start + a, start + b)) : [];
  return [
    ...Array.from({ length: start }, (_, index): [number, number] => [index, index]),
    ...middle.map(([a, b]): [number, number] => [start + a, start + b]),
    ...Array.from({ length: end }, (_, index): [number, number] => [oldCount - end + index, newCount - end + index]),
  ];
}

/** The pairs in order of which the sum of likeness is greatest: the longest common subsequence, with weights. */
function best(rows: number, columns: number, alike: Likeness): [number, number][] {
  const width = columns + 1;
  const sums = new Float64Array((rows + 1) * width);
  const sumAt = (row: number, column: number) => sums[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const value = alike(row, column);
      const paired = value > 0 ? value + sumAt(row + 1, column + 1) : 0;
      sums[row * width + column] = Math.max(paired, sumAt(row + 1, column), sumAt(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const value = alike(row, column);
    if (value > 0 && sumAt(row, column) === value + sumAt(row + 1, column + 1)) pairs.push([row++, column++]);
    else if (sumAt(row, column) === sumAt(row + 1, column)) row++;
    else column++;
  }
  return pairs;
}
