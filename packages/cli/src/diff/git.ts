import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import path from 'node:path';
import { Fault } from '../fault.js';
import { shownPath } from '../paths.js';

/** A file of a commit: the name of its content, or what keeps it from having one. */
export type Entry = { readonly blob: string } | { readonly problem: 'symbolic link' | 'submodule' };

/** The files of a commit, by their path from the top of the repository, with slashes. */
export type Tree = ReadonlyMap<string, Entry>;

const fullHistory = 'In GitHub Actions: `fetch-depth: 0` of actions/checkout. Elsewhere: `git fetch --unshallow`.';

/** The repository around a folder, read with the command `git`; nothing in it is written. */
export class Repository {
  /** The top of its work tree. */
  readonly root: string;

  /** @throws Fault when there is none */
  constructor(folder: string) {
    const { status, stdout, stderr } = git(folder, ['rev-parse', '--is-inside-work-tree', '--show-cdup']);
    const [isInside, up = ''] = stdout.toString('utf8').split(/\r?\n/);
    if (status !== 0 || isInside !== 'true') {
      const isNone = status === 0 || /not a git repository/i.test(stderr);
      const problem = isNone ? 'The current folder is in no work tree of git' : `git says: ${firstLine(stderr)}`;
      throw new Fault(problem, { help: 'Without git, `failover diff OLD NEW` compares two files or folders.' });
    }
    this.root = path.resolve(folder, up);
  }

  /** The id of a commit. @throws Fault for a revision that there is not */
  commit(revision: string): string {
    checkRevision(revision);
    const { status, stdout, stderr } = this.#run(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
    if (status === 0) return line(stdout);
    // An ambiguous or broken name is told in git's own words.
    const detail = stderr === '' ? '' : `: ${firstLine(stderr)}`;
    throw new Fault(`git knows no commit \`${revision}\`${detail}`, {
      help: this.#isShallow() ? shallowHelp() : branchHelp(),
    });
  }

  /** Where the histories of two commits part. @throws Fault when they have nothing in common */
  mergeBase(one: string, other: string): string {
    const { status, stdout } = this.#run(['merge-base', this.commit(one), this.commit(other)]);
    if (status === 0) return line(stdout);
    const help = this.#isShallow() ? shallowHelp() : undefined;
    throw new Fault(`\`${one}\` and \`${other}\` have no commit in common`, { help });
  }

  tree(commit: string): Tree {
    const { status, stdout, stderr } = this.#run(['ls-tree', '-r', '-z', '--full-tree', commit]);
    if (status !== 0) throw new Fault(`git cannot list the files of \`${commit}\`: ${firstLine(stderr)}`);
    const entries = stdout.toString('utf8').split('\0').slice(0, -1);
    return new Map(
      entries.map((entry): [string, Entry] => {
        const [, mode = '', , blob = '', file = ''] = /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
        if (mode === '120000') return [file, { problem: 'symbolic link' }];
        return [file, mode === '160000' ? { problem: 'submodule' } : { blob }];
      }),
    );
  }

  /** The contents of many files, by the names of the contents. What git does not have is left out. */
  blobs(names: Iterable<string>): Map<string, Buffer> {
    const wanted = [...new Set(names)];
    const contents = new Map<string, Buffer>();
    if (wanted.length === 0) return contents;
    const { status, stdout, stderr } = this.#run(['cat-file', '--batch'], `${wanted.join('\n')}\n`);
    if (status !== 0) throw new Fault(`git cannot read files of its history: ${firstLine(stderr)}`);
    for (let at = 0; at < stdout.length; ) {
      const end = stdout.indexOf(10, at);
      const [name = '', type, size] = stdout.toString('latin1', at, end).split(' ');
      at = end + 1;
      if (type !== 'blob') continue;
      contents.set(name, stdout.subarray(at, at + Number(size)));
      at += Number(size) + 1;
    }
    return contents;
  }

  /** Where a file is in the repository. @throws Fault when it is elsewhere */
  inside(file: string): string {
    const relative = path.relative(this.root, file);
    if (relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)) {
      throw new Fault(`\`${shownPath(file)}\` is outside of the git repository \`${shownPath(this.root)}\``);
    }
    return relative.split(path.sep).join('/');
  }

  #isShallow(): boolean {
    return line(this.#run(['rev-parse', '--is-shallow-repository']).stdout) === 'true';
  }

  #run(args: readonly string[], input?: string) {
    return git(this.root, args, input);
  }
}

/** What begins with a dash git would take for an option. */
function checkRevision(revision: string): void {
  if (revision === '') throw new Fault('An empty name stands for no commit', { help: branchHelp() });
  if (!revision.startsWith('-')) return;
  throw new Fault(`\`--git\` takes a commit, not \`${revision}\``, { help: branchHelp() });
}

function branchHelp(): string {
  return 'It may be a branch such as `main` or `origin/main`, a tag, a commit or `HEAD~1`.';
}

function shallowHelp(): string {
  return `This clone is shallow: it has no more than the last commits. ${fullHistory}`;
}

/** No shell is between us and git, so that no character of an argument means anything to one. */
function git(cwd: string, args: readonly string[], input = '') {
  // What git says is looked at, and it must not wait for anybody.
  const env = { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
  const result: SpawnSyncReturns<Buffer> = spawnSync('git', args, {
    ...{ cwd, env, input },
    ...{ maxBuffer: Number.POSITIVE_INFINITY, windowsHide: true },
  });
  const { error, signal } = result;
  if (error !== undefined) {
    const { code } = error as NodeJS.ErrnoException;
    const problem = code === 'ENOENT' ? 'it was not found' : error.message;
    throw new Fault(`\`--git\` needs the command \`git\`: ${problem}`, {
      help: 'Install git, or compare two folders.',
    });
  }
  if (signal !== null) throw new Fault(`git was stopped by ${signal}`);
  return { status: result.status, stdout: result.stdout, stderr: result.stderr.toString('utf8').trim() };
}

function line(bytes: Buffer): string {
  return bytes.toString('utf8').replace(/\r?\n$/, '');
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.replace(/^fatal: /, '') ?? '';
}
