import { Program } from '@failover/compiler';
import { type FileText, pathOf, readTextFile, reasonOf, textOf, uriOf } from '@failover/files';
import { Fault } from './fault.js';
import { findFiles, findProjectFiles } from './files.js';
import { FileHost } from './host.js';
import { prepareFor } from './many-files.js';
import { didYouMean } from './output/did-you-mean.js';
import { shownPath, stdinUri } from './paths.js';
import { findProject, type Project } from './project.js';

/** The argument that stands for standard input. */
export const dash = '-';

/** The files that a command was given, read. */
export interface Input {
  /** By URI, in the order of the files. */
  readonly texts: ReadonlyMap<string, string>;
  /** Why the others cannot be read. */
  readonly unreadable: readonly UnreadableFile[];
}

/** What a command was given, read and put together. */
export interface Loaded {
  readonly project: Project;
  readonly input: Input;
  readonly program: Program;
}

/** @param defines texts that take the place of lets, in addition to those of the project */
export async function load(patterns: readonly string[], defines?: ReadonlyMap<string, string>): Promise<Loaded> {
  const { project, files } = await locate(patterns);
  const input = await readInput(files);
  return { project, input, program: programOf(input, project, defines) };
}

/** The project around the files that are named; its own files, when none are. */
export async function locate(patterns: readonly string[]): Promise<{ project: Project; files: readonly string[] }> {
  const isStdin = patterns.includes(dash);
  const named = await findFiles(patterns.filter((pattern) => pattern !== dash));
  const project = await findProject(isStdin ? [...named, pathOf(stdinUri())] : named);
  if (isStdin) return { project, files: [dash, ...named] };
  // With mistakes in failover.json nobody knows which files it means.
  const isUnknown = patterns.length > 0 || project.diagnostics.length > 0;
  return { project, files: isUnknown ? named : await findProjectFiles(project) };
}

export async function readInput(files: readonly string[]): Promise<Input> {
  await prepareFor(files.length);
  const texts = new Map<string, string>();
  const unreadable: UnreadableFile[] = [];
  for (const file of files) {
    const isStdin = file === dash;
    const read = isStdin ? await readStdin() : readTextFile(file);
    if ('text' in read) texts.set(isStdin ? stdinUri() : uriOf(file), read.text);
    else unreadable.push(new UnreadableFile(file, read));
  }
  return { texts, unreadable };
}

/** A file that was named and cannot be read. */
export class UnreadableFile extends Fault {
  /** Its path, or the argument for standard input. */
  readonly file: string;
  readonly reason: string;

  /** @param meant what was most likely meant, where there is no such file */
  constructor(file: string, read: Exclude<FileText, { text: string }>, meant?: string) {
    const name = file === dash ? 'Standard input' : `\`${shownPath(file)}\``;
    const isMissing = read.problem === 'missing';
    super(isMissing ? `There is no file ${name}${didYouMean(meant)}` : `${name} cannot be read: ${read.reason}`);
    this.file = file;
    this.reason = isMissing ? 'there is no such file' : read.reason;
  }
}

async function readStdin(): Promise<FileText> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  } catch (error) {
    return { problem: 'unreadable', reason: reasonOf(error) };
  }
  return textOf(Buffer.concat(chunks));
}

/** @param defines texts that take the place of lets, in addition to those of the project */
export function programOf(
  { texts }: Input,
  project: Project,
  defines: ReadonlyMap<string, string> = new Map(),
): Program {
  return new Program(new FileHost(texts, project.root), texts.keys(), {
    root: uriOf(project.root),
    defines: new Map([...project.settings.define, ...defines]),
    rules: project.settings.rules,
  });
}
