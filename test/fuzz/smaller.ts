import { fc } from '../support/fast-check.js';

/** Values that are made in whatever way, and made smaller by a function that lists smaller ones, the smallest first. */
export class Smaller<Value> extends fc.Arbitrary<Value> {
  readonly #values: fc.Arbitrary<Value>;
  readonly #smaller: (value: Value) => Iterable<Value>;

  constructor(values: fc.Arbitrary<Value>, smaller: (value: Value) => Iterable<Value>) {
    super();
    this.#values = values;
    this.#smaller = smaller;
  }

  override generate(random: fc.Random, biasFactor: number | undefined): fc.Value<Value> {
    return new fc.Value(this.#values.generate(random, biasFactor).value_, undefined);
  }

  override canShrinkWithoutContext(_value: unknown): _value is Value {
    return false;
  }

  override shrink(value: Value): fc.Stream<fc.Value<Value>> {
    return fc.stream(values(this.#smaller(value)));
  }
}

function* values<Value>(all: Iterable<Value>): IterableIterator<fc.Value<Value>> {
  for (const value of all) yield new fc.Value(value, undefined);
}

/** The same text without a stretch of it, or with a plainer character. */
export function* smallerTexts(text: string): Iterable<string> {
  for (const words of smallerLists(text.match(/\S+\s*|\s+/g) ?? [])) yield words.join('');
  for (const characters of smallerLists(text.split(''))) yield characters.join('');
  for (let at = 0; at < text.length; at++) {
    if (/[^ -~\n]/.test(text.charAt(at))) yield `${text.slice(0, at)}x${text.slice(at + 1)}`;
  }
}

/** The same list without a stretch of it, the longest stretches first. */
export function* smallerLists<Item>(items: readonly Item[]): Iterable<Item[]> {
  for (let length = items.length; length > 0; length = Math.floor(length / 2)) {
    for (let from = 0; from < items.length; from += length) {
      yield [...items.slice(0, from), ...items.slice(from + length)];
    }
  }
}
