import { isInside } from '@failover/files';
import { Fault } from '../fault.js';
import { filesOf, noFileFor } from '../files.js';
import { dash } from '../input.js';
import { commonFolder, findProject, type Project } from '../project.js';
import { CommitFiles } from './commit-files.js';
import { readFolderSide } from './disk-side.js';
import { Repository } from './git.js';
import type { ReadSide } from './side.js';

/**
 * The sides of `failover diff --git BASE`: a commit and the work tree, or, for `BASE..HEAD`, two commits. With three dots
 * the first is where the histories of the two part, as for git.
 */
export async function gitSides(revisions: string, patterns: readonly string[]): Promise<[ReadSide, ReadSide]> {
  if (patterns.includes(dash))
    throw new Fault('`-` has no use with `--git`', { help: 'Name files, folders or globs.' });
  const repository = new Repository(process.cwd());
  const [, first = '', dots, second = ''] = /^(.*?)(?:(\.{2,3})(?!\.)(.*))?$/s.exec(revisions) ?? [];
  const base = dots === undefined ? first : first || 'HEAD';
  const head = dots === undefined ? undefined : second || 'HEAD';
  const commit = dots === '...' && head !== undefined ? repository.mergeBase(base, head) : repository.commit(base);
  const old = new CommitFiles(repository, dots === '...' ? commit.slice(0, 9) : base, commit);
  const next = head === undefined ? undefined : new CommitFiles(repository, head, repository.commit(head));
  const [oldFiles, newFiles] = await filesOfBoth(patterns, old, next);
  const nameOf = (file: string) => repository.inside(file);
  return [
    old.side(oldFiles, await projectAround(oldFiles, old)),
    next === undefined
      ? await readFolderSide(newFiles, await findProject(newFiles), nameOf)
      : next.side(newFiles, await projectAround(newFiles, next)),
  ];
}

/** The files to compare. What is named needs to be there on one side only: the other has lost it, or not had it yet. */
async function filesOfBoth(
  patterns: readonly string[],
  old: CommitFiles,
  next: CommitFiles | undefined,
): Promise<[string[], string[]]> {
  const current = process.cwd();
  const found: [Set<string>, Set<string>] = [new Set(), new Set()];
  const add = (side: 0 | 1, files: readonly string[]) => {
    for (const file of files) found[side].add(file);
  };
  for (const pattern of patterns) {
    const [was, is] = [
      old.select(pattern, current),
      next?.select(pattern, current) ?? (await filesOf(pattern, current)),
    ];
    if (was.length === 0 && (is === undefined || is.length === 0)) throw noFileFor(pattern, is);
    add(0, was);
    add(1, is ?? []);
  }
  if (patterns.length === 0) {
    const ofOld = await old.project(current);
    for (const pattern of ofOld.settings.include ?? [current]) add(0, old.select(pattern, ofOld.root));
    const ofNew = next === undefined ? await findProject([]) : await next.project(current);
    for (const pattern of ofNew.settings.include ?? [current]) {
      add(1, next?.select(pattern, ofNew.root) ?? (await filesOf(pattern, ofNew.root)) ?? []);
    }
    if (found[0].size + found[1].size === 0) {
      throw new Fault('Neither side has a .failover file', { help: 'Name files, folders or globs.' });
    }
  }
  return [[...found[0]].sort(), [...found[1]].sort()];
}

/** As for files on disk: the project around the current folder, or, for files outside of it, around their own. */
async function projectAround(files: readonly string[], commit: CommitFiles): Promise<Project> {
  const here = await commit.project(process.cwd());
  return files.every((file) => isInside(here.root, file)) ? here : commit.project(commonFolder(files));
}
