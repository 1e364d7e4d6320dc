import { defineConfig } from 'vitest/config';
import { sourceAlias } from './scripts/paths.mjs';

export default defineConfig({
  resolve: { alias: sourceAlias },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/support/print-seed.ts'],
    // Somebody who hunts for what is rare says how often to try, and waits.
    testTimeout: process.env.PROPERTY_RUNS ? 3_600_000 : 30_000,
  },
});
