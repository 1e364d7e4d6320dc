// Builds the extension of VS Code for desktop and web: what stands beside it in its folder is packed as it is.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root, sourceAlias } from './paths.mjs';

const folder = path.join(root, 'packages/vscode-extension');
const dist = path.join(folder, 'dist');

/** One file for Node and for the worker of a browser: what only one of them can load is loaded where it is wanted. */
export async function buildExtension() {
  rmSync(dist, { recursive: true, force: true });
  await build({
    bundle: true,
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    entryPoints: {
      extension: path.join(folder, 'src/extension.ts'),
      server: path.join(root, 'packages/lsp/src/either.ts'),
    },
    outdir: dist,
    platform: 'node',
    format: 'cjs',
    // VS Code 1.91 runs extensions on Node 20.
    target: 'node20',
    external: ['vscode'],
    conditions: ['node', 'browser'],
    // Only `require` finds modules in a worker.
    supported: { 'dynamic-import': false },
    mainFields: ['module', 'main'],
    alias: sourceAlias,
  });
  mkdirSync(dist, { recursive: true });
  copyFileSync(
    path.join(root, 'packages/compiler/schemas/failover.schema.json'),
    path.join(dist, 'failover.schema.json'),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildExtension();
