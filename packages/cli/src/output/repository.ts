import path from 'node:path';
import { isInside, pathOf, realFolder, repositoryAround } from '@failover/files';
import { isStdin } from '../paths.js';

/** The repository that a check is about: what GitHub names files relative to. */
export interface Repository {
  readonly root: string;
  /** The path of a file below the root, with slashes; nothing for standard input and for a file outside. */
  pathOf(uri: string): string | undefined;
}

/** The folder that GitHub checked out, else the nearest with .git around the project, else the project itself. */
export function repositoryOf(projectRoot: string): Repository {
  const real = realFolder(projectRoot);
  const workspace = process.env.GITHUB_WORKSPACE;
  const checkedOut = workspace ? realFolder(path.resolve(workspace)) : undefined;
  const root = checkedOut && isInside(checkedOut, real) ? checkedOut : (repositoryAround(real) ?? real);
  return {
    root,
    pathOf: (uri) => {
      if (isStdin(uri)) return undefined;
      const file = path.join(real, path.relative(projectRoot, pathOf(uri)));
      return isInside(root, file) ? path.relative(root, file).split(path.sep).join('/') : undefined;
    },
  };
}
