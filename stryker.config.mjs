// Mutation testing of the rules, the payload and the limits: npm run mutation [-- --mutate path]. See docs/decisions/mutation.md.

// The same random tests for every mutant.
process.env.PROPERTY_SEED ||= '1';
// Tells vitest.config.ts to run what decides about the request, and nothing else.
process.env.MUTATION = 'on';

export default {
  mutate: [
    'packages/compiler/src/check/**/*.ts',
    'packages/compiler/src/emit/**/*.ts',
    'packages/compiler/src/routee/**/*.ts',
  ],
  // A text is wording, or is compared with: then leaving out the comparison says as much. Those of tables are in the published schemas.
  mutator: { excludedMutations: ['StringLiteral'] },
  buildCommand: 'node scripts/bundle-mutation-tests.mjs',
  testRunner: 'vitest',
  vitest: { related: false },
  coverageAnalysis: 'perTest',
  // What is made when a module loads, such as a table, is tried with every test: on request, for `routee/`.
  ignoreStatic: !process.env.EVERY_TEST,
  // The tests themselves stop at the first that notices.
  disableBail: true,
  concurrency: 1,
  plugins: ['@stryker-mutator/vitest-runner'],
  // Stryker would rewrite a tsconfig with the old compiler's interface, which TypeScript 7 does not have; no test reads one.
  tsconfigFile: 'none',
  // Only what the tests read is copied.
  ignorePatterns: ['/bench', '/docs/decisions', '/packages/vscode-extension', '/packages/*/dist'],
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false },
  jsonReporter: { fileName: 'node_modules/.stryker/report.json' },
  tempDirName: 'node_modules/.stryker/tmp',
  timeoutMS: 20_000,
};
