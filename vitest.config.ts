import { defineConfig } from 'vitest/config';
import { sourceAlias } from './scripts/paths.mjs';

const all = ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'];
/** For a run for each mutant: see docs/decisions/mutation.md. */
const ofTheRequest = ['test/mutation/*.bundle.mjs'];

const isMutation = Boolean(process.env.MUTATION);

export default defineConfig({
  resolve: { alias: sourceAlias },
  test: {
    include: isMutation ? ofTheRequest : all,
    globalSetup: ['test/support/print-seed.ts'],
    // Somebody who hunts for what is rare says how often to try, and waits.
    testTimeout: process.env.PROPERTY_RUNS ? 3_600_000 : 30_000,
  },
});
