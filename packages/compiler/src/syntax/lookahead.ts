import { choices } from './grammar/choices.js';

/** The types of tokens that choose each alternative, or the one thing that is optional, by their numbers: `3 7-9|12`. */
export type Choice = { readonly which: string } | { readonly whether: string };

interface Reader {
  /** The number of the type of a token ahead. */
  typeNumberOf(ahead: number): number;
}

/** Says which alternative comes next, or whether what is optional does. */
type Decide = (this: Reader) => number | boolean | undefined;

/** What a parser of Chevrotain knows of its grammar. Its types do not tell, but its version is pinned, and tests look. */
export interface Learned {
  selfAnalysisDone: boolean;
  readonly fullRuleNameToShort: Readonly<Record<string, number>>;
  /** By the number of a rule, and that of a place in it. */
  readonly lookAheadFuncsCache: Decide[][];
}

/**
 * Tells a parser what it would otherwise learn by running each of its rules once, which is a sixth of what a short run of
 * the command takes. One token decides everywhere in our grammar, so what comes of it is a small table.
 */
export function teach(parser: Learned): void {
  for (const [rule, places] of Object.entries(choices)) {
    const decisions: Decide[] = [];
    for (const [place, choice] of Object.entries(places)) decisions[Number(place)] = decisionOf(choice);
    parser.lookAheadFuncsCache[parser.fullRuleNameToShort[rule] ?? -1] = decisions;
  }
  parser.selfAnalysisDone = true;
}

function decisionOf(choice: Choice): Decide {
  let table: readonly (number | undefined)[] | undefined;
  if ('which' in choice) {
    return function () {
      table ??= read(choice.which);
      return table[this.typeNumberOf(1)];
    };
  }
  return function () {
    table ??= read(choice.whether);
    return table[this.typeNumberOf(1)] === 0;
  };
}

/** Which alternative each type of token chooses, by the number of the type. */
function read(choice: string): readonly (number | undefined)[] {
  const table: (number | undefined)[] = [];
  for (const [index, types] of choice.split('|').entries()) {
    for (const range of types.split(' ')) {
      const [first = 0, last = first] = range.split('-').map(Number);
      for (let type = first; type <= last; type++) table[type] = index;
    }
  }
  return table;
}
