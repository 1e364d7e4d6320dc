import fc from 'fast-check';

/**
 * Random tests, all of them with the one seed that the run prints. They are repeated with
 * `PROPERTY_SEED=<that number> npx vitest run <file>`.
 */
const seed = Number.parseInt(process.env.PROPERTY_SEED ?? '', 10);
if (Number.isSafeInteger(seed)) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });

export { fc };

/** Somebody hunts for what is rare, and says how often to try. */
const hunted = Number(process.env.PROPERTY_RUNS) || 0;

/** Tests of properties may take as long as they are asked to, in milliseconds. */
export const patience = hunted > 0 ? 3_600_000 : 60_000;

/** How often a property is tried: enough to notice what breaks. */
export function runs(usual: number) {
  if (hunted > 0) return { numRuns: hunted, endOnFailure: true };
  // Making a failing example smaller may take long. A test without `patience` has half of it, and must come to its end too.
  return { numRuns: usual, interruptAfterTimeLimit: patience / 3 };
}
