import { realpathSync } from 'node:fs';
import type { Host, ReadResult } from '@failover/compiler';
import { isInside, pathOf } from './paths.js';
import { readTextFile } from './read-text.js';

/** Reads the files that others import. Those that the command was given have been read already. */
export class FileHost implements Host {
  readonly #given: ReadonlyMap<string, string>;
  readonly #root: string;
  #realRoot: string | undefined;

  /** @param given the texts of the files that the command was given, by URI */
  constructor(given: ReadonlyMap<string, string>, root: string) {
    this.#given = given;
    this.#root = root;
  }

  read(uri: string): ReadResult {
    const text = this.#given.get(uri);
    if (text !== undefined) return { text };
    const file = pathOf(uri);
    return this.#leavesRoot(file) ? { problem: 'outside' } : readTextFile(file);
  }

  /** The compiler has looked at the path; a symbolic link on it may lead out of the project all the same. */
  #leavesRoot(file: string): boolean {
    try {
      this.#realRoot ??= realpathSync.native(this.#root);
      return !isInside(this.#realRoot, realpathSync.native(file));
    } catch {
      // What is not there, or goes in a circle, is told when it is read.
      return false;
    }
  }
}
