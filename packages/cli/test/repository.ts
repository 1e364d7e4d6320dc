import { execFileSync } from 'node:child_process';
import { Folder } from './folder.js';

/** A folder that is a git repository of its own, whatever git is told elsewhere on this machine. */
export class RepositoryFolder extends Folder {
  constructor(files: Readonly<Record<string, string | Buffer>> = {}) {
    super(files);
    this.git('init', '--quiet', '--initial-branch=main');
    this.commit('first');
  }

  git(...args: readonly string[]): string {
    const settings = ['user.name=A', 'user.email=a@example.com', 'commit.gpgsign=false', 'protocol.file.allow=always'];
    const options = settings.flatMap((setting) => ['-c', setting]);
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
    return execFileSync('git', [...options, ...args], { cwd: this.path, env, encoding: 'utf8', stdio: 'pipe' });
  }

  /** Everything as it is, and a tag of the name. */
  commit(name: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '-m', name);
    this.git('tag', name);
  }
}
