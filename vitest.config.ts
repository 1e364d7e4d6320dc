import { defineConfig } from 'vitest/config';
import { sourceAlias } from './scripts/paths.mjs';

const all = ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'];
/** What decides about the request, and describes it: the rules, the payload, the limits. */
const ofTheRequest = ['packages/compiler/test/{check,describe,emit,routee}/**/*.test.ts'];

const isMutation = Boolean(process.env.MUTATION);

export default defineConfig({
  resolve: { alias: sourceAlias },
  test: {
    include: isMutation ? ofTheRequest : all,
    // Tests of pure functions can share their modules, which a run for each mutant must not load again and again.
    isolate: !isMutation,
    globalSetup: ['test/support/print-seed.ts'],
    // Somebody who hunts for what is rare says how often to try, and waits.
    testTimeout: process.env.PROPERTY_RUNS ? 3_600_000 : 30_000,
  },
});
