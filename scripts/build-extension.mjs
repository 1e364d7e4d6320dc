// Builds the extension of VS Code for desktop and web: what stands beside it in its folder is packed as it is.
import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { lighterChevrotain } from './lighter-chevrotain.mjs';
import { writeNotices } from './notices.mjs';
import { root, sourceAlias } from './paths.mjs';

const folder = path.join(root, 'packages/vscode-extension');
const dist = path.join(folder, 'dist');

/** One file for Node and for the worker of a browser: what only one of them can load is loaded where it is wanted. */
export async function buildExtension() {
  rmSync(dist, { recursive: true, force: true });
  const shared = {
    bundle: true,
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    outdir: dist,
    platform: 'node',
    // VS Code 1.91 runs extensions on Node 20.
    target: 'node20',
    conditions: ['node', 'browser'],
    // Only `require` finds modules in a worker.
    supported: { 'dynamic-import': false },
    mainFields: ['module', 'main'],
    alias: sourceAlias,
    metafile: true,
    plugins: [lighterChevrotain],
  };
  const client = await build({
    ...shared,
    entryPoints: [path.join(folder, 'src/extension.ts')],
    format: 'cjs',
    external: ['vscode'],
  });
  const server = await build({
    ...shared,
    entryPoints: { server: path.join(root, 'packages/lsp/src/either.ts') },
    // A worker is a script, and knows nothing of modules.
    format: 'iife',
    // What walks folders asks where it is, to load a part that it does not use here.
    define: { 'import.meta.url': '""' },
  });
  writeNotices(dist, [client, server]);
  copyFileSync(
    path.join(root, 'packages/compiler/schemas/failover.schema.json'),
    path.join(dist, 'failover.schema.json'),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildExtension();
