import { fc } from '../support/fast-check.js';

/** One thing to try again and again. */
export interface Target {
  readonly name: string;
  /** How often it is tried in each run of the tests: a second or two of processor time. Nothing where another test does. */
  readonly usual?: number | undefined;
  /** How often it is tried with one seed by the command that goes on. */
  readonly round: number;
  readonly property: fc.IRawProperty<unknown>;
}

/** A target that finds what is wrong with a value. A throw is wrong too. */
export function target<Value>(
  name: string,
  { usual, round }: Pick<Target, 'usual' | 'round'>,
  values: fc.Arbitrary<Value>,
  problemsOf: (value: Value) => readonly string[] | Promise<readonly string[]>,
): Target {
  const property = fc.asyncProperty(values, async (value) => {
    const [first] = await problemsOf(value);
    if (first !== undefined) throw new Error(first);
  });
  return { name, usual, round, property: property as fc.IRawProperty<unknown> };
}
