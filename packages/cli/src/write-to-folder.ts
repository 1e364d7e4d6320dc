import { count, thousands } from '@failover/compiler';
import { stderr } from './output/streams.js';
import { visible } from './output/visible.js';
import { shownPath } from './paths.js';
import { writeFolder } from './write-files.js';

/**
 * Writes files into a folder, which is made if it is not there: all of them or none. Says how many have changed.
 * @param texts by the names of the files
 */
export function writeToFolder(folder: string, texts: ReadonlyMap<string, string>): void {
  stderr.write(`${summary(visible(shownPath(folder)), writeFolder(folder, texts), texts.size)}\n`);
}

function summary(folder: string, written: number, total: number): string {
  if (written === 0) return `${folder} is up to date: ${count(total, 'file')}`;
  const rest = written === total ? '' : `, ${thousands(total - written)} up to date`;
  return `${count(written, 'file')} written to ${folder}${rest}`;
}
