import { execFileSync } from 'node:child_process';
import { Folder } from '../../packages/cli/test/folder.js';

/** What keeps the settings of whoever runs the tests out of them. */
export const gitEnvironment = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
};

/** A git repository of its own for a test, on the branch `main`. */
export class Repository extends Folder {
  constructor(files: Readonly<Record<string, string>> = {}) {
    super();
    this.git('init', '-q', '-b', 'main');
    if (Object.keys(files).length > 0) this.commit(files);
  }

  /** A clone, as actions/checkout makes one: of one commit, with `--depth=1` and without a branch. */
  static checkout(origin: Repository, revision: string): Repository {
    const clone = new Repository();
    clone.git('remote', 'add', 'origin', `file://${origin.path}`);
    clone.git('fetch', '-q', '--no-tags', '--depth=1', 'origin', revision);
    clone.git('checkout', '-q', 'FETCH_HEAD');
    return clone;
  }

  git(...args: string[]): string {
    const env = { ...process.env, ...gitEnvironment };
    return execFileSync('git', args, { cwd: this.path, encoding: 'utf8', env, stdio: 'pipe' }).trim();
  }

  /** Writes files and commits everything. */
  commit(files: Readonly<Record<string, string>>): string {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', 'A change');
    return this.head();
  }

  head(): string {
    return this.git('rev-parse', 'HEAD');
  }
}

/** A repository with a pull request, and the commit that GitHub makes of both for the run. */
export function withPullRequest(
  files: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string>>,
): { origin: Repository; start: string; base: string; head: string; merge: string; event: object } {
  const origin = new Repository(files);
  const start = origin.head();
  origin.git('checkout', '-q', '-b', 'topic');
  const head = origin.commit(changes);
  origin.git('checkout', '-q', 'main');
  const base = origin.commit({ 'other.txt': 'what somebody else did meanwhile' });
  origin.git('checkout', '-q', '--detach');
  origin.git('merge', '-q', '--no-ff', '-m', 'Merge', 'topic');
  const merge = origin.head();
  origin.git('checkout', '-q', 'main');
  return { origin, start, base, head, merge, event: { pull_request: { base: { sha: base }, head: { sha: head } } } };
}
