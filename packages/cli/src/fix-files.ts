import { type FixedText, fixAll, type Program } from '@failover/compiler';
import { pathOf } from '@failover/files';
import { Fault } from './fault.js';
import { type Loaded, programOf } from './input.js';
import { isStdin } from './paths.js';
import { writeFiles } from './write-files.js';

/** A mend of one file may lay open what to mend in another; what is not done after so many rounds is left. */
const mostRounds = 10;

/** Files with their safe fixes made. */
export interface Fixed {
  readonly program: Program;
  /** How many fixes were made, by URI. */
  readonly amounts: ReadonlyMap<string, number>;
}

/**
 * Makes the safe fixes of the files that were named; those that they import stay as they are. A file whose mend would
 * add to the errors of another is left alone.
 */
export function fixFiles({ input, project, program: before }: Loaded): Fixed {
  const amounts = new Map<string, number>();
  let state: State = { texts: input.texts, program: before };
  const withTexts = (mends: Iterable<Mend>): State => {
    const texts = new Map([...state.texts, ...[...mends].map(([uri, { text }]) => [uri, text] as const)]);
    return { texts, program: programOf({ texts, unreadable: [] }, project) };
  };
  for (let round = 0; round < mostRounds; round++) {
    const found = mendsOf(state);
    if (found.length === 0) break;
    const whole = withTexts(found);
    let made = found;
    if (hasGrown(errorsIn(state.program), errorsIn(whole.program))) {
      // Some get into the way of others: one after the other tells which.
      made = found.filter((mend) => {
        const next = withTexts([mend]);
        if (hasGrown(errorsIn(state.program), errorsIn(next.program))) return false;
        state = next;
        return true;
      });
    } else {
      state = whole;
    }
    if (made.length === 0) break;
    for (const [uri, { fixes }] of made) amounts.set(uri, (amounts.get(uri) ?? 0) + fixes);
  }
  return { program: state.program, amounts };
}

/** The texts as they are by now, and what they make. */
interface State {
  readonly texts: ReadonlyMap<string, string>;
  readonly program: Program;
}

/** A file and its text with the safe fixes made. */
type Mend = readonly [uri: string, fixed: FixedText];

function mendsOf({ texts, program }: State): Mend[] {
  return [...texts.keys()].flatMap((uri) => {
    const fixed = fixAll(program, uri);
    return fixed === undefined ? [] : [[uri, fixed] as const];
  });
}

/** How many errors each file has that has any. */
function errorsIn(program: Program): ReadonlyMap<string, number> {
  const errors = new Map<string, number>();
  for (const { severity, uri } of program.allDiagnostics()) {
    if (severity === 'error') errors.set(uri, (errors.get(uri) ?? 0) + 1);
  }
  return errors;
}

/** Whether any file has more errors than before. */
function hasGrown(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): boolean {
  return [...after].some(([uri, amount]) => amount > (before.get(uri) ?? 0));
}

/** @throws Fault when one of them cannot be written, and then none of them is */
export function writeFixed({ program, amounts }: Fixed): void {
  const texts = new Map<string, string>();
  for (const uri of amounts.keys()) {
    const text = program.parsed(uri)?.text;
    if (text !== undefined && !isStdin(uri)) texts.set(pathOf(uri), text);
  }
  try {
    writeFiles(texts);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new Fault(error.message, { ...error.extras, help: 'No file was changed.' });
  }
}
