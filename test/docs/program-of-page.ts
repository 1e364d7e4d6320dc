import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { sourceAlias } from '../../scripts/paths.mjs';
import { type Example, isProgram } from './examples-of-page.js';
import { repository } from './markdown-files.js';

/** What is printed between what two blocks print. */
const between = '\u0000';

/** The blocks of JavaScript and TypeScript of a page as one module, which prints a mark after each. */
export function moduleOf(examples: readonly Example[]): string | undefined {
  const programs = examples.filter(isProgram);
  if (programs.length === 0) return undefined;
  return programs.map(({ text }) => `${text}\nconsole.log(${JSON.stringify(between)});\n`).join('\n');
}

/** Runs the module in a folder, with the compiler of the repository. @returns what each block prints, in order */
export async function runModule(source: string, folder: string): Promise<string[]> {
  const bundled = await build({
    stdin: { contents: source, loader: 'ts', resolveDir: repository, sourcefile: 'page.ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    alias: { ...sourceAlias },
    logLevel: 'silent',
  });
  const file = path.join(folder, 'page-of-the-documentation.mjs');
  writeFileSync(file, bundled.outputFiles[0]?.text ?? '');
  return execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' }).split(`${between}\n`);
}
