// Builds what is published: the compiler as one ES module, the command as one CommonJS file.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, transformSync } from 'esbuild';
import { inAscii } from './ascii.mjs';
import { lighterChevrotain } from './lighter-chevrotain.mjs';
import { writeNotices } from './notices.mjs';
import { pagesPlugin } from './pages.mjs';
import { root, sourceAlias } from './paths.mjs';
import { serverStarter } from './server-starter.mjs';

const compiler = path.join(root, 'packages/compiler');
const cli = path.join(root, 'packages/cli');
const lsp = path.join(root, 'packages/lsp');
for (const folder of [compiler, cli, lsp]) rmSync(path.join(folder, 'dist'), { recursive: true, force: true });

const shared = {
  bundle: true,
  target: 'node20',
  logLevel: 'warning',
  legalComments: 'none',
  metafile: true,
  plugins: [lighterChevrotain],
};

const library = await build({
  ...shared,
  entryPoints: {
    index: path.join(compiler, 'src/index.ts'),
    import: path.join(compiler, 'src/import/index.ts'),
    compare: path.join(compiler, 'src/compare/index.ts'),
    project: path.join(compiler, 'src/project/index.ts'),
    story: path.join(compiler, 'src/story/index.ts'),
  },
  outdir: path.join(compiler, 'dist'),
  splitting: true,
  platform: 'neutral',
  format: 'esm',
  mainFields: ['module', 'main'],
  external: ['zod'],
});
writeNotices(path.join(compiler, 'dist'), [library]);

const bundled = await build({
  ...shared,
  entryPoints: [path.join(cli, 'src/main.ts')],
  write: false,
  platform: 'node',
  format: 'cjs',
  minify: true,
  // The code is run as a script of its own, in which only `require` finds modules.
  supported: { 'dynamic-import': false },
  // jsonc-parser's CommonJS build loads its parts in a way that no bundler sees.
  mainFields: ['module', 'main'],
  alias: sourceAlias,
  plugins: [lighterChevrotain, commanderWithoutChildProcess(), pagesPlugin],
  // What tinyglobby walks folders with asks where it is, to load a part that it does not use here.
  define: { 'import.meta.url': '__filename' },
});
const command = path.join(cli, 'dist/failover.cjs');
mkdirSync(path.dirname(command), { recursive: true });
writeFileSync(command, withStarter(bundled.outputFiles[0].text));
chmodSync(command, 0o755);
writeNotices(path.join(cli, 'dist'), [bundled]);
warmUp();

const server = { ...shared, minify: true, mainFields: ['module', 'main'], alias: sourceAlias };
const ownServer = path.join(lsp, 'dist/failover-language-server.cjs');
const serverCode = path.join(lsp, 'dist/server.cjs');
const forNode = await build({
  ...server,
  entryPoints: [path.join(lsp, 'src/node/main.ts')],
  outfile: serverCode,
  write: false,
  platform: 'node',
  format: 'cjs',
  // The code is compiled as a function of its own, in which only `require` finds modules.
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': '__filename' },
});
mkdirSync(path.dirname(ownServer), { recursive: true });
writeFileSync(serverCode, inAscii(forNode.outputFiles[0].text));
writeFileSync(ownServer, serverStarter(path.basename(serverCode)));
chmodSync(ownServer, 0o755);

const forBrowser = await build({
  ...server,
  entryPoints: [path.join(lsp, 'src/browser/worker.ts')],
  outfile: path.join(lsp, 'dist/browser.js'),
  platform: 'browser',
  format: 'iife',
});
writeNotices(path.join(lsp, 'dist'), [forNode, forBrowser]);

/**
 * The command as one file: a few lines that start it, and its code as a text. Compiling the code and its functions is half
 * of what a short run costs, so V8's own form of it may lie beside the command, in failover.cache. It is taken only when it
 * was made of this very code, by this very version of Node; without it the command runs as well, later by some 50 ms.
 * The text is a comment, which V8 passes over sooner than it reads a string. It is ASCII, of which V8 takes half the memory,
 * and one line, so that it can be taken as it stands, without a copy.
 */
function withStarter(bundle) {
  const ascii = inAscii(bundle);
  // Minified code breaks lines in template literals only.
  const code = ascii.trimEnd().replaceAll('\n', '\\n');
  if (minified(code) !== minified(ascii)) throw new Error('The code cannot be written in one line');
  const id = createHash('sha256').update(code).digest('hex').slice(0, 16);
  return `#!/usr/bin/env node
'use strict';
const { readFileSync, writeFileSync } = require('node:fs');
const { Script } = require('node:vm');
const id = ${JSON.stringify(id)};
const cacheFile = __dirname + '/failover.cache';
let cachedData;
try {
  const file = readFileSync(cacheFile);
  if (file.toString('latin1', 0, id.length) === id) cachedData = file.subarray(id.length);
} catch {}
const text = code.toString();
const script = new Script(text.slice(text.indexOf('//') + 2, text.lastIndexOf('\\n')), { filename: __filename, cachedData });
if (process.env.FAILOVER_WRITE_CACHE === id) {
  process.on('exit', () => writeFileSync(cacheFile, Buffer.concat([Buffer.from(id, 'latin1'), script.createCachedData()])));
}
script.runInThisContext().call(exports, exports, require, module, __filename, __dirname);
function code() {
//(function (exports, require, module, __filename, __dirname) {${code}})
}
`;
}

function minified(code) {
  return transformSync(code, { minify: true }).code;
}

/**
 * commander starts other programs only for subcommands that are files of their own, which we have none of; loading what it
 * takes for that would cost every run a few milliseconds.
 */
function commanderWithoutChildProcess() {
  return {
    name: 'commander-without-child-process',
    setup: ({ onResolve }) => {
      onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
        /[\\/]node_modules[\\/]commander[\\/]/.test(importer)
          ? { path: path.join(cli, 'src/no-child-process.ts') }
          : { path: 'node:child_process', external: true },
      );
    },
  };
}

/** Runs the command once on an example, after which V8 knows the functions that a run needs, and writes them down. */
function warmUp() {
  const id = /^const id = "(\w+)";$/m.exec(readFileSync(command, 'utf8'))?.[1];
  const example = path.join(root, 'examples/sign-in');
  const values = ['--values', path.join(example, 'values.json'), '--set', 'pin=8213'];
  const args = ['compile', path.join(example, 'login.failover'), ...values];
  const env = { ...process.env, FAILOVER_WRITE_CACHE: id };
  const { status, stderr } = spawnSync(process.execPath, [command, ...args], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The example does not compile: ${stderr}`);
}
