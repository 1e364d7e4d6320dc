// Builds what is published: the compiler as one ES module, the command as one CommonJS file.
import { chmodSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root, sourceAlias } from './paths.mjs';

const compiler = path.join(root, 'packages/compiler');
const cli = path.join(root, 'packages/cli');
for (const folder of [compiler, cli]) rmSync(path.join(folder, 'dist'), { recursive: true, force: true });

const shared = { bundle: true, target: 'node20', logLevel: 'warning', legalComments: 'none' };

await build({
  ...shared,
  entryPoints: [path.join(compiler, 'src/index.ts')],
  outfile: path.join(compiler, 'dist/index.js'),
  platform: 'neutral',
  format: 'esm',
  mainFields: ['module', 'main'],
  external: ['zod'],
});

const command = path.join(cli, 'dist/failover.cjs');
await build({
  ...shared,
  entryPoints: [path.join(cli, 'src/main.ts')],
  outfile: command,
  platform: 'node',
  format: 'cjs',
  minify: true,
  // jsonc-parser's CommonJS build loads its parts in a way that no bundler sees.
  mainFields: ['module', 'main'],
  // commander starts other programs only for subcommands that are files of their own, which we have none of; loading
  // what it takes for that would cost every run a few milliseconds.
  alias: { ...sourceAlias, 'node:child_process': path.join(cli, 'src/no-child-process.ts') },
  // What tinyglobby walks folders with asks where it is, to load a part that it does not use here.
  define: { 'import.meta.url': '__filename' },
  banner: { js: '#!/usr/bin/env node' },
});
chmodSync(command, 0o755);
