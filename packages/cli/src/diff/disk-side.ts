import path from 'node:path';
import { Program } from '@failover/compiler';
import { isInside, pathOf, readTextFile, rootAround, uriOf } from '@failover/files';
import { Fault } from '../fault.js';
import { missing, statsOf } from '../files.js';
import { FileHost } from '../host.js';
import { dash, type Input, programOf, readInput } from '../input.js';
import { sourcesOf } from '../output/report.js';
import { stdinUri } from '../paths.js';
import { type Project, readProject } from '../project.js';
import type { ReadSide } from './side.js';

/** What a side of a comparison is called on the command line. */
export type Named =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'stdin' | 'nothing' };

/** Reads one file, standard input, or nothing, which git names for a file that there is not. */
export async function readFileSide(named: Exclude<Named, { kind: 'folder' }>, calledAs: string): Promise<ReadSide> {
  if (named.kind === 'nothing') return emptySide();
  const file = named.kind === 'stdin' ? pathOf(stdinUri()) : named.path;
  const input = await readInput([named.kind === 'stdin' ? dash : file]);
  const [fault] = input.unreadable;
  if (fault !== undefined) throw fault;
  const project = await projectOf(path.dirname(file));
  return sideFrom(input, project, () => calledAs);
}

/** Reads some files on disk. */
export async function readFolderSide(
  files: readonly string[],
  project: Project,
  nameOf: (file: string) => string,
): Promise<ReadSide> {
  return sideFrom(await readInput(files), project, (uri) => nameOf(pathOf(uri)), files);
}

function sideFrom(
  input: Input,
  project: Project,
  nameOf: (uri: string) => string,
  files: readonly string[] = [],
): ReadSide {
  const program = programOf(input, project);
  const unread = files.filter((file) => !input.texts.has(uriOf(file)));
  return {
    side: {
      program,
      files: new Map([...input.texts.keys()].map((uri) => [uri, nameOf(uri)])),
      unreadable: new Map(unread.map((file) => [nameOf(uriOf(file)), reasonFor(file)])),
    },
    prefix: '',
    sources: sourcesOf(program, project.texts),
    settingDiagnostics: project.diagnostics,
    faults: input.unreadable,
  };
}

function reasonFor(file: string): string {
  const read = readTextFile(file);
  return 'reason' in read ? read.reason : 'it cannot be read';
}

function emptySide(): ReadSide {
  const program = new Program(new FileHost(new Map(), process.cwd()), []);
  return {
    side: { program, files: new Map() },
    prefix: '',
    sources: () => undefined,
    settingDiagnostics: [],
    faults: [],
  };
}

/** The project that a folder belongs to: of two checkouts in one folder, each has its own. */
export function projectOf(folder: string): Promise<Project> {
  const current = process.cwd();
  return readProject(rootAround(folder) ?? (isInside(current, folder) ? current : folder));
}

/** What an argument stands for. @throws Fault when there is nothing of its name */
export function namedSide(argument: string): Named {
  if (argument === dash) return { kind: 'stdin' };
  if (argument === '/dev/null' || (process.platform === 'win32' && argument.toLowerCase() === 'nul'))
    return { kind: 'nothing' };
  const file = path.resolve(argument);
  const stats = argument === '' ? undefined : statsOf(file);
  if (stats === undefined) throw new Fault(missing(argument));
  return { kind: stats.isDirectory() ? 'folder' : 'file', path: file };
}
