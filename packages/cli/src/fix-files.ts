import { fixAll, type Program } from '@failover/compiler';
import { pathOf } from '@failover/files';
import { Fault } from './fault.js';
import type { Loaded } from './input.js';
import { programOf } from './input.js';
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
  let program = programOf({ texts, unreadable: [] }, project);
  const amounts = new Map<string, number>();
  for (let round = 0; round < mostRounds; round++) {
    let isDone = true;
    for (const uri of texts.keys()) {
      const before = texts.get(uri);
      const fixed = fixAll(program, uri);
      if (fixed === undefined || before === undefined) continue;
      const errors = errorsIn(program);
      texts.set(uri, fixed.text);
      program = program.after([uri]);
      if (errorsIn(program) > errors) {
        texts.set(uri, before);
        program = program.after([uri]);
        continue;
      }
      amounts.set(uri, (amounts.get(uri) ?? 0) + fixed.fixes);
      isDone = false;
    }
    if (isDone) break;
  }
  return { program, amounts };
}

function errorsIn(program: Program): number {
  return program.allDiagnostics().filter(({ severity }) => severity === 'error').length;
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
