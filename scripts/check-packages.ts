// Packs what is published and looks at it as those who install it find it: node scripts/run.mjs scripts/check-packages.ts
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkPackage, createPackageFromTarballData, type Problem } from '@arethetypeswrong/core';
import picomatch from 'picomatch';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const always = ['LICENSE', 'README.md', 'package.json', 'dist/THIRD-PARTY-NOTICES.txt'];

/** What is in each package: every file is one of these, and of each there is a file. */
const packed = {
  'packages/cli': [...always, 'dist/failover.cjs', 'dist/failover.cache'],
  'packages/compiler': [
    ...always,
    'dist/{index,import,compare,project,story}.js',
    'dist/chunk-*.js',
    'dist/types/**/*.d.ts',
    'schemas/{failover,standard-request,transactional-request}.schema.json',
  ],
  'packages/lsp': [...always, 'dist/failover-language-server.cjs', 'dist/server.cjs', 'dist/browser.js'],
};

const folder = mkdtempSync(path.join(os.tmpdir(), 'failover-packages-'));
try {
  for (const [name, patterns] of Object.entries(packed)) {
    const { file, files } = pack(name);
    const faults = [
      ...faultsOfFiles(files, patterns),
      ...faultsOfScripts(name, files),
      ...(await faultsOfManifest(file)),
      ...(await faultsOfTypes(file)),
    ];
    console.log(`${name}: ${files.length} files, ${faults.length === 0 ? 'ready to be published' : 'not ready'}`);
    for (const fault of faults) console.error(`  ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function pack(name: string): { readonly file: Buffer; readonly files: readonly string[] } {
  const args = ['pack', path.resolve(name), '--pack-destination', folder, '--json'];
  const { status, stdout, stderr, error } = spawnSync('npm', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} cannot be packed: ${error?.message ?? (stderr || stdout)}`);
  // An array, or from npm 12 on an object by the names of the packages
  const [made] = Object.values(JSON.parse(stdout) as Readonly<Record<string, Packed>>);
  if (made === undefined) throw new Error(`${name} gave no package`);
  return { file: readFileSync(path.join(folder, made.filename)), files: made.files.map((file) => file.path) };
}

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

function faultsOfFiles(files: readonly string[], patterns: readonly string[]): string[] {
  const isExpected = picomatch([...patterns]);
  return [
    ...files.filter((file) => !isExpected(file)).map((file) => `${file} is packed, and nobody needs it`),
    ...patterns
      .filter((pattern) => !files.some((file) => picomatch.isMatch(file, pattern)))
      .map((pattern) => `There is no ${pattern}: run npm run build`),
  ];
}

/** What is CommonJS by its name must be so by its contents. */
function faultsOfScripts(name: string, files: readonly string[]): string[] {
  const scripts = files.filter((file) => file.endsWith('.cjs'));
  const isBroken = (file: string) => spawnSync(process.execPath, ['--check', path.join(name, file)]).status !== 0;
  return scripts.filter(isBroken).map((file) => `${file} is no CommonJS`);
}

async function faultsOfManifest(tarball: Buffer): Promise<string[]> {
  const { messages, pkg } = await publint({ pack: { tarball: arrayBuffer(tarball) }, level: 'warning' });
  // It takes the language's `import "…"` in our texts for JavaScript's; `faultsOfScripts` reads the code.
  const real = messages.filter(
    ({ code, path: at }) =>
      code !== 'FILE_INVALID_EXPLICIT_FORMAT' && !(code === 'FILE_INVALID_FORMAT' && at[0] === 'bin'),
  );
  return real.map((message) => `${message.code}: ${formatMessage(message, pkg)}`);
}

/** All but what the package does not offer: the resolution of before Node 12.7, and CommonJS. */
async function faultsOfTypes(tarball: Buffer): Promise<string[]> {
  const result = await checkPackage(createPackageFromTarballData(tarball));
  if (!result.types) return [];
  const isOffered = (problem: Problem) =>
    !('resolutionKind' in problem && problem.resolutionKind === 'node10') && problem.kind !== 'CJSResolvesToESM';
  return result.problems.filter(isOffered).map((problem) => `types: ${JSON.stringify(problem)}`);
}

function arrayBuffer(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
