import type { Host, ReadResult } from '@failover/compiler';
import { linksLeave, pathOf, readTextFile, realFolder } from '@failover/files';

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
    // The compiler has looked at the path; a symbolic link on it may lead out of the project all the same.
    this.#realRoot ??= realFolder(this.#root);
    return linksLeave(this.#realRoot, file) ? { problem: 'outside' } : readTextFile(file);
  }
}
