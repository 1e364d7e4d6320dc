import { build } from 'esbuild';
import { sourceAlias } from './paths.mjs';

// Runs once in Stryker's copy of the repository, whose sources have every mutant in them: each run then reads one file.
await build({
  entryPoints: ['test/mutation/request.ts'],
  // Beside the source, because the tests find the corpus from where they are.
  outdir: 'test/mutation',
  outExtension: { '.js': '.bundle.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  external: ['vitest'],
  minify: true,
  alias: sourceAlias,
});
