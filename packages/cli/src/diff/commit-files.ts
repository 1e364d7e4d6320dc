import path from 'node:path';
import { noSettings, Program, projectFileName, type ReadResult } from '@failover/compiler';
import { ending, isGlob, isInside, pathOf, textOf, uriOf } from '@failover/files';
import picomatch from 'picomatch';
import { checkGlob } from '../files.js';
import { sourcesOf } from '../output/report.js';
import { shownUri } from '../paths.js';
import type { Project } from '../project.js';
import type { Repository, Tree } from './git.js';
import type { ReadSide } from './side.js';

/** The files of a commit, as if they stood where the work tree is: so an import leads from one to the other. */
export class CommitFiles {
  /** What the commit is called, for messages. */
  readonly revision: string;
  readonly #repository: Repository;
  readonly #tree: Tree;
  /** Of the files that a program can ask for. */
  readonly #contents: ReadonlyMap<string, Buffer>;

  constructor(repository: Repository, revision: string, commit: string) {
    this.revision = revision;
    this.#repository = repository;
    const wanted = [...repository.tree(commit)].filter(([name]) => name.endsWith(ending) || isProjectFile(name));
    this.#tree = new Map(wanted);
    this.#contents = repository.blobs(wanted.flatMap(([, entry]) => ('blob' in entry ? [entry.blob] : [])));
  }

  /**
   * The .failover files that a file, folder or glob stands for, as absolute paths: as on disk, but that symbolic links and
   * submodules are passed over.
   * @param base the folder from which a relative pattern starts
   */
  select(pattern: string, base: string): string[] {
    const names = [...this.#tree]
      .filter(([name, entry]) => 'blob' in entry && name.endsWith(ending))
      .map(([name]) => name);
    const wanted = this.#repository.inside(path.resolve(base, pattern));
    const below = wanted === '' ? '' : `${wanted}/`;
    const isNamed = (name: string) =>
      name === wanted || (name.startsWith(below) && isSearched(name.slice(below.length)));
    const named = names.filter(isNamed);
    const found = named.length > 0 || !isGlob(pattern) ? named : names.filter(this.#matcher(pattern, base));
    return found.map((name) => this.#pathOf(name));
  }

  /** As a shell would have it: a folder that matches stands for everything in it. */
  #matcher(pattern: string, base: string): (name: string) => boolean {
    checkGlob(pattern);
    const slashes = path.sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
    const [, ups = '', rest = ''] = /^((?:\.{1,2}\/)*)(.*)$/s.exec(slashes) ?? [];
    const from = this.#repository.inside(path.resolve(base, ups));
    const isMatch = picomatch([rest, `${rest.replace(/\/+$/, '')}/**`], { ignore: '**/node_modules/**' });
    const below = from === '' ? '' : `${from}/`;
    return (name) => name.startsWith(below) && isMatch(name.slice(below.length));
  }

  /** The project of a folder, as the commit has it. */
  async project(folder: string): Promise<Project> {
    const root = this.#rootAround(folder);
    const file = path.join(root, projectFileName);
    const read = this.#read(file);
    if (!('text' in read)) return { root, settings: noSettings, diagnostics: [], texts: new Map() };
    const { readSettings } = await import('@failover/compiler/project');
    return { root, texts: new Map([[uriOf(file), read.text]]), ...readSettings(uriOf(file), read.text) };
  }

  #rootAround(folder: string): string {
    const { root } = this.#repository;
    for (let at = folder; isInside(root, at); at = path.dirname(at)) {
      if ('text' in this.#read(path.join(at, projectFileName))) return at;
      if (at === path.dirname(at)) break;
    }
    return root;
  }

  /** @param files absolute paths */
  side(files: readonly string[], project: Project): ReadSide {
    const read = (uri: string) => this.#read(pathOf(uri));
    const reads = files.map((file) => ({ file, result: this.#read(file) }));
    const roots = reads.filter(({ result }) => 'text' in result).map(({ file }) => uriOf(file));
    const { define, rules } = project.settings;
    const program = new Program({ read }, roots, { root: uriOf(project.root), defines: define, rules });
    const nameOf = (file: string) => this.#repository.inside(file);
    const unread = reads.flatMap(({ file, result }): [string, string][] =>
      'text' in result ? [] : [[nameOf(file), 'reason' in result ? result.reason : 'it cannot be read']],
    );
    const sources = sourcesOf(program, project.texts);
    return {
      side: {
        program,
        files: new Map(roots.map((uri) => [uri, nameOf(pathOf(uri))])),
        unreadable: new Map(unread),
      },
      nameOf: shownUri,
      prefix: `${this.revision}:`,
      sources: (uri) => {
        const source = sources(uri);
        return source && { ...source, name: `${this.revision}:${source.name}` };
      },
      settingDiagnostics: project.diagnostics,
      faults: [],
    };
  }

  #read(file: string): ReadResult {
    if (!isInside(this.#repository.root, file)) return { problem: 'outside' };
    const entry = this.#tree.get(this.#repository.inside(file));
    if (entry === undefined) return { problem: 'missing' };
    if ('problem' in entry) {
      return { problem: 'unreadable', reason: `it is a ${entry.problem}, which is not followed in a commit` };
    }
    const content = this.#contents.get(entry.blob);
    if (content === undefined) return { problem: 'unreadable', reason: 'git does not have its content' };
    return textOf(content);
  }

  #pathOf(name: string): string {
    return path.join(this.#repository.root, ...name.split('/'));
  }
}

function isProjectFile(name: string): boolean {
  return name === projectFileName || name.endsWith(`/${projectFileName}`);
}

/** Folders are searched as on disk: without node_modules, and without those whose name starts with a dot. */
function isSearched(rest: string): boolean {
  const folders = rest.split('/').slice(0, -1);
  return folders.every((folder) => folder !== 'node_modules' && !folder.startsWith('.'));
}
