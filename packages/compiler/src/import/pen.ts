import { writeText } from '../format/text-literal.js';
import { anything, intersect, type Wanted } from '../names/types.js';
import { canonicalDuration, scanNumber } from '../syntax/numbers.js';
import type { TextNode } from '../syntax/tree.js';
import { follow, type Located } from './located.js';

/** Writes the values of a request in the language, and keeps in mind which of them have been said. */
export class Pen {
  /** What the flow says, so that whatever it does not say can be told. */
  readonly said = new Set<Located>();
  /** The values that a parameter has taken the place of. */
  readonly filled = new Set<Located>();
  /** What the places of each parameter ask for; nothing, where no value fits all of them. */
  readonly parameters = new Map<string, Wanted | undefined>();
  readonly #holes: ReadonlyMap<Located, string>;

  /** @param holes the values that become parameters, with their names */
  constructor(holes: ReadonlyMap<Located, string>) {
    this.#holes = holes;
  }

  isHole(value: Located | undefined): boolean {
    return value !== undefined && this.#holes.has(value);
  }

  /** Marks what the language says by itself, such as the number of a step. */
  say(value: Located | undefined): void {
    if (value !== undefined) this.said.add(value);
  }

  /** A text in quotes, with a hole in it where it is a parameter. */
  text(value: Located | undefined, wanted: Wanted = anything): string | undefined {
    if (value?.kind !== 'text') return undefined;
    const hole = this.hole(value, wanted);
    return hole === undefined ? quoted(String(value.value)) : `"${hole}"`;
  }

  /** A text, or a hole alone. */
  value(value: Located | undefined, wanted: Wanted): string | undefined {
    if (value?.kind !== 'text') return undefined;
    return this.hole(value, wanted) ?? quoted(String(value.value));
  }

  /** Marks the value as said. Where it is a parameter: the hole for it. */
  hole(value: Located, wanted: Wanted): string | undefined {
    this.said.add(value);
    const name = this.#holes.get(value);
    if (name === undefined) return undefined;
    this.filled.add(value);
    const before = this.parameters.has(name) ? this.parameters.get(name) : anything;
    this.parameters.set(name, before && intersect(before, wanted));
    return `{${name}}`;
  }

  /** A word of the language for a word of the API. */
  word(value: Located | undefined, wordOf: (api: string) => string | undefined): string | undefined {
    const word = value?.kind === 'text' ? wordOf(String(value.value)) : undefined;
    if (word !== undefined) this.say(value);
    return word;
  }

  /** A flag, with `no` before it for false. */
  flag(value: Located | undefined, word: string): string | undefined {
    if (value?.kind !== 'boolean') return undefined;
    this.say(value);
    return value.value === true ? word : `no ${word}`;
  }

  integer(value: Located | undefined): string | undefined {
    const number = this.#number(value);
    if (number === undefined || !Number.isSafeInteger(number)) return undefined;
    this.say(value);
    return String(number);
  }

  /** @param unit how many seconds one of the number is */
  duration(value: Located | undefined, unit: 1 | 60): string | undefined {
    const number = this.#number(value);
    if (number === undefined || number < 0) return undefined;
    // Minutes have at most one decimal, so the noise of a finer one is rounded away.
    const seconds = unit === 1 ? number : Math.round(number * unit * 1e9) / 1e9;
    if (seconds > Number.MAX_SAFE_INTEGER || seconds / unit !== number) return undefined;
    const text = canonicalDuration(seconds);
    const read = scanNumber(text);
    if (read.kind !== 'duration' || read.seconds !== seconds) return undefined;
    this.say(value);
    return text;
  }

  /** @param write is given a number that is finite and not negative */
  number(value: Located | undefined, write: (number: number) => string): string | undefined {
    const number = this.#number(value);
    if (number === undefined || number < 0 || !Number.isFinite(number)) return undefined;
    this.say(value);
    return write(number);
  }

  #number(value: Located | undefined): number | undefined {
    return value?.kind === 'number' ? Number(value.value) : undefined;
  }
}

/** The text as the language writes it; the formatter gives it its final form. */
export function quoted(value: string): string {
  const chars = { kind: 'chars', offset: 0, length: 0, value } as const;
  const text: TextNode = { kind: 'text', offset: 0, length: 0, parts: [chars], sound: true };
  return writeText(text, 0);
}

/** What stands at the keys below a value. */
export function at(value: Located, ...keys: readonly string[]): Located | undefined {
  const way = follow(value, keys);
  return way.length > keys.length ? way.at(-1) : undefined;
}
