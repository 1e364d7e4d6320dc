// Runs a TypeScript file of this repository: node scripts/run.mjs FILE.ts [arguments…]
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root, sourceAlias } from './paths.mjs';

const [file, ...args] = process.argv.slice(2);
const folder = mkdtempSync(path.join(root, 'node_modules', '.run-'));
try {
  await build({
    entryPoints: { script: file },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What is loaded when it is wanted stays so: a script may need nothing of it.
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: sourceAlias,
    logLevel: 'warning',
  });
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(path.join(folder, 'script.mjs')).href);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
