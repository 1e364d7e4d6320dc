import path from 'node:path';

/**
 * How to start this command again, as it is pasted into a shell.
 * @param script the file that Node was started with, as an absolute path
 */
export function startedAs(script: string): string {
  if (script.split(path.sep).includes('node_modules')) return 'npx @failover/cli';
  return path.basename(script) === 'failover' ? 'failover' : `node ${shellWord(script)}`;
}

/** A word of a command line as a shell wants it, quoted where it must be. */
export function shellWord(text: string, isWindows: boolean = process.platform === 'win32'): string {
  const word = text.startsWith('-') ? `./${text}` : text;
  if (isWindows) return /^[\p{L}\p{N}_./\\:@+-]+$/u.test(word) ? word : `"${word}"`;
  return /^[\p{L}\p{N}_./:@+-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
