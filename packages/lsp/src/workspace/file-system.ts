import type { ReadResult } from '@failover/compiler';

/** The files that are not open in the editor. Nothing here throws for what stands in a file, or for a file that is gone. */
export interface FileSystem {
  /** @param root the folder that the file must lie in, symbolic links followed */
  read(uri: string, root: string): Promise<ReadResult>;
  /**
   * The project that a file belongs to: the nearest folder upward with failover.json, else the nearest with .git, else
   * the workspace folder that holds it, else its own folder.
   */
  rootOf(uri: string, folders: readonly string[]): Promise<string>;
  /** The .failover files of a project. @param include globs, files and folders relative to the root; all without it */
  find(root: string, include: readonly string[] | undefined): Promise<string[]>;
}
