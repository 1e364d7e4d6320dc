import { fixAll, type Program } from '@failover/compiler';
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
export function fixFiles({ input, project }: Loaded): Fixed {
  const texts = new Map(input.texts);
  const amounts = new Map<string, number>();
  const programNow = () => programOf({ texts: new Map(texts), unreadable: [] }, project);
  let program = programNow();
  for (let round = 0; round < mostRounds; round++) {
    const found = [...texts.keys()].flatMap((uri) => {
      const fixed = fixAll(program, uri);
      return fixed === undefined ? [] : [[uri, fixed] as const];
    });
    let errors = errorsIn(program);
    const before = new Map(texts);
    for (const [uri, { text }] of found) texts.set(uri, text);
    let made = found;
    if (hasGrown(errors, errorsIn(programNow()))) {
      // Some get into the way of others: one after the other tells which.
      for (const [uri, text] of before) texts.set(uri, text);
      made = found.filter(([uri, { text }]) => {
        texts.set(uri, text);
        const after = errorsIn(programNow());
        const isHarmful = hasGrown(errors, after);
        if (isHarmful) texts.set(uri, before.get(uri) ?? text);
        else errors = after;
        return !isHarmful;
      });
    }
    if (made.length === 0) break;
    for (const [uri, { fixes }] of made) amounts.set(uri, (amounts.get(uri) ?? 0) + fixes);
    program = programNow();
  }
  return { program, amounts };
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
