import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Files that a script generates: texts by their paths from the root of the repository. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/**
 * Writes generated files, or with `--check` tells which of them are out of date and ends with status 1.
 * @param script its own path, for the message
 * @param folders that hold nothing else: what is left over in them goes
 */
export function keepUpToDate(script: string, files: GeneratedFiles, folders: readonly string[] = []): void {
  const isCheck = process.argv.includes('--check');
  const leftOver = folders.flatMap(filesIn).filter((file) => !files.has(file));
  const changed = [...files].filter(([file, text]) => read(file) !== text);
  if (isCheck) {
    for (const file of [...changed.map(([name]) => name), ...leftOver]) {
      console.error(`${file} is out of date: run node scripts/run.mjs ${script}`);
      process.exitCode = 1;
    }
    return;
  }
  for (const file of leftOver) rmSync(file);
  for (const [file, text] of changed) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Whether a script is what was started: tests import scripts too. */
export function isProgram(script: string): boolean {
  // scripts/run.mjs names the script as the program, and bundles it elsewhere: the folder of the bundle tells nothing.
  return path.resolve(process.argv[1] ?? '').endsWith(path.normalize(script));
}

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => `${folder}/${name}`) : [];
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
