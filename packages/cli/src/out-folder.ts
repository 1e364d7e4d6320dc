import { existsSync } from 'node:fs';
import path from 'node:path';
import { isInside, linksLeave, realFolder, realPath } from '@failover/files';
import { Fault } from './fault.js';
import { shownPath } from './paths.js';

/**
 * The folder that failover.json names for what is compiled. A project that somebody else wrote says it, so it is one of the
 * project.
 * @throws Fault when it is elsewhere, by its path or by symbolic links
 */
export function outFolderOf(root: string, outDir: string): string {
  const folder = path.resolve(root, outDir);
  if (!isInside(root, folder) || !isInside(realFolder(root), realPath(folder))) {
    throw new Fault(`\`outDir\` of failover.json leads out of the project, to \`${shownPath(folder)}\``, {
      help: '`-o` writes to any folder.',
    });
  }
  return folder;
}

/**
 * Symbolic links in a folder are followed as long as they stay in it or in the project: who writes there did not put them
 * there.
 * @param flows the names of the flows, of which each is to be a file
 * @throws Fault when one of the files is such a link to elsewhere
 */
export function checkLinks(root: string, folder: string, flows: Iterable<string>): void {
  if (!existsSync(folder)) return;
  const [realRoot, real] = [realFolder(root), realFolder(folder)];
  for (const flow of flows) {
    const file = path.join(folder, `${flow}.json`);
    if (!linksLeave(real, file) || !linksLeave(realRoot, file)) continue;
    throw new Fault(`\`${shownPath(file)}\` cannot be written: it is a symbolic link that leads out of the project`);
  }
}
