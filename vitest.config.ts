import { defineConfig } from 'vitest/config';
import { sourceAlias } from './scripts/paths.mjs';

export default defineConfig({
  resolve: { alias: sourceAlias },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
