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
  alias: sourceAlias,
  banner: { js: '#!/usr/bin/env node' },
});
chmodSync(command, 0o755);
