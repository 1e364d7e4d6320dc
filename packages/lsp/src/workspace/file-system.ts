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
  /** The roots of the projects that the .failover files below a folder belong to. */
  rootsIn(folder: string): Promise<string[]>;
  /**
   * The .failover files of a project, without those of a project within it. A root that is neither one by a file of its
   * own nor a workspace folder is just where somebody opened a file: its subfolders may be half a disk, and do not count.
   * @param include globs, files and folders relative to the root; all without it
   */
  find(root: string, include: readonly string[] | undefined, folders: readonly string[]): Promise<string[]>;
}
