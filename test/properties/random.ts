import { fc } from '../support/fast-check.js';

/** Choices, as a generator of programs makes them. */
export interface Random {
  integer(min: number, max: number): number;
  /** True so many times out of a hundred. */
  chance(percent: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Some of the items, each at most once, in any order. */
  some<Item>(items: readonly Item[], least?: number): Item[];
}

/** Whatever a function builds from choices. fast-check makes the choices, so that it can repeat and simplify them. */
export function built<Result>(build: (random: Random) => Result): fc.Arbitrary<Result> {
  // One kind of choice for all: fast-check looks a new kind up among those that it has met.
  return fc.gen().map((choose) => build(randomFrom((min, max) => min + (choose(fc.nat) % (max - min + 1)))));
}

export function randomFrom(integer: (min: number, max: number) => number): Random {
  const random: Random = {
    integer,
    chance: (percent) => integer(1, 100) <= percent,
    pick: (items) => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new Error('There is nothing to pick from');
      return item;
    },
    some: (items, least = 0) => {
      const left = [...items];
      const wanted = integer(least, left.length);
      return Array.from({ length: wanted }, () => left.splice(integer(0, left.length - 1), 1)).flat();
    },
  };
  return random;
}
