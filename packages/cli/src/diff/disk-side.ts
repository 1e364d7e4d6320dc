import path from 'node:path';
import { Program } from '@failover/compiler';
import { isInside, pathOf, rootAround, uriOf } from '@failover/files';
import { Fault } from '../fault.js';
import { missing, statsOf } from '../files.js';
import { FileHost } from '../host.js';
import { dash, type Input, programOf, readInput } from '../input.js';
import { sourcesOf } from '../output/report.js';
import { shownUri } from '../paths.js';
import { type Project, readProject } from '../project.js';
import type { ReadSide } from './side.js';

/** What an argument stands for. Nothing is what git names for a file that there is not. */
export type Named =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'stdin' }
  | { readonly kind: 'nothing' };

/** @throws Fault when there is nothing of its name */
export function namedSide(argument: string): Named {
  if (argument === dash) return { kind: 'stdin' };
  const isNull = argument === '/dev/null' || (process.platform === 'win32' && argument.toLowerCase() === 'nul');
  if (isNull) return { kind: 'nothing' };
  const file = path.resolve(argument);
  const stats = argument === '' ? undefined : statsOf(file);
  if (stats === undefined) throw new Fault(missing(argument));
  return { kind: stats.isDirectory() ? 'folder' : 'file', path: file };
}

/** A file, read. */
export interface ReadFile {
  /** Where it stands; standard input stands in the current folder. */
  readonly uri: string;
  readonly text: string;
}

/** @throws Fault when it cannot be read */
export async function readNamed(named: Extract<Named, { kind: 'file' | 'stdin' }>): Promise<ReadFile> {
  const input = await readInput([named.kind === 'stdin' ? dash : named.path]);
  for (const [uri, text] of input.texts) return { uri, text };
  throw input.unreadable[0] ?? new Fault('There is nothing to read');
}

/**
 * @param calledAs what the file is called on both sides
 * @param at where it is to stand: the files that it imports are looked for from there
 */
export async function fileSide({ uri, text }: ReadFile, calledAs: string, at = uri): Promise<ReadSide> {
  const project = await projectOf(path.dirname(pathOf(at)));
  const nameOf = (other: string) => shownUri(other === at ? uri : other);
  return sideFrom({ texts: new Map([[at, text]]), unreadable: [] }, project, () => calledAs, nameOf);
}

export function emptySide(): ReadSide {
  const program = new Program(new FileHost(new Map(), process.cwd()), []);
  const nothing = { settingDiagnostics: [], faults: [], sources: () => undefined };
  return { side: { program, files: new Map() }, nameOf: shownUri, prefix: '', ...nothing };
}

/** Reads some files on disk. @param nameOf what each is called on both sides */
export async function readFolderSide(
  files: readonly string[],
  project: Project,
  nameOf: (file: string) => string,
): Promise<ReadSide> {
  return sideFrom(await readInput(files), project, (uri) => nameOf(pathOf(uri)), shownUri);
}

function sideFrom(
  input: Input,
  project: Project,
  calledAs: (uri: string) => string,
  nameOf: (uri: string) => string,
): ReadSide {
  const program = programOf(input, project);
  const sources = sourcesOf(program, project.texts);
  return {
    side: {
      program,
      files: new Map([...input.texts.keys()].map((uri) => [uri, calledAs(uri)])),
      unreadable: new Map(input.unreadable.map(({ file, reason }) => [calledAs(uriOf(file)), reason])),
    },
    nameOf,
    prefix: '',
    sources: (uri) => {
      const source = sources(uri);
      return source && { ...source, name: nameOf(uri) };
    },
    settingDiagnostics: project.diagnostics,
    faults: input.unreadable,
  };
}

/** The project that a folder belongs to: of two checkouts in one folder, each has its own. */
export function projectOf(folder: string): Promise<Project> {
  const current = process.cwd();
  return readProject(rootAround(folder) ?? (isInside(current, folder) ? current : folder));
}
