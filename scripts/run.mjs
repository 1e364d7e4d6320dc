// Runs a TypeScript file of this repository: node scripts/run.mjs FILE.ts [arguments…]
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root, sourceAlias } from './paths.mjs';

const [file, ...args] = process.argv.slice(2);
const folder = mkdtempSync(path.join(root, 'node_modules', '.run-'));
try {
  const outfile = path.join(folder, 'script.mjs');
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: sourceAlias,
    logLevel: 'warning',
  });
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
