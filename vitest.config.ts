import { defineConfig } from 'vitest/config';
import { sourceAlias } from './scripts/paths.mjs';

const all = ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'];
/** What decides about the request: the rules, the payload, the limits, and the page of each diagnostic. */
const ofTheRequest = ['packages/compiler/test/{check,emit}/**/*.test.ts', 'packages/compiler/test/routee/*.test.ts'];

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
