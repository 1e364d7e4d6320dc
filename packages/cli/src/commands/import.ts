import { existsSync } from 'node:fs';
import path from 'node:path';
import { count, type EndpointName, projectFileName, thousands } from '@failover/compiler';
import { type Imported, importRequest, isName, type Parameter, parameterCodes } from '@failover/compiler/import';
import { pathOf, readTextFile } from '@failover/files';
import { Fault } from '../fault.js';
import { findFiles } from '../files.js';
import { dash, readInput } from '../input.js';
import { findingOf, findingOfFault } from '../output/finding.js';
import { report, sourcesOf } from '../output/report.js';
import { stderr, stdout } from '../output/streams.js';
import { countFindings } from '../output/summary.js';
import { shownPath, shownUri, stdinUri } from '../paths.js';
import { writeToFolder } from '../write-to-folder.js';

export interface ImportOptions {
  /** A folder, to which each file is written. */
  readonly out?: string | undefined;
  /** Writes over files that are there. */
  readonly force?: boolean | undefined;
  readonly name?: string | undefined;
  readonly endpoint?: EndpointName | undefined;
  /** Values that become parameters. */
  readonly parametrize?: readonly Parameter[] | undefined;
}

/** Writes request bodies as flows: one to standard output, or each as a file. What a flow cannot say is told. */
export async function importFiles(patterns: readonly string[], options: ImportOptions): Promise<number> {
  const files = await filesToImport(patterns);
  checkUsage(files, options);
  const input = await readInput(files);
  const sources = sourcesOf(undefined, input.texts);
  if (input.unreadable.length > 0) {
    await report(input.unreadable.map(findingOfFault), sources);
    return 2;
  }
  const imported = new Map([...input.texts].map(([uri, text]) => [uri, importOne(uri, text, options)]));
  const results = [...imported.values()];
  const findings = results.flatMap(({ diagnostics }) => diagnostics.map(findingOf));
  if (findings.some(({ code }) => code !== undefined && parameterCodes.has(code))) {
    // What the command line has wrong is put right there, and what had been written would be in the way then.
    await report(findings, sources);
    stderr.write(`\n${countFindings(findings)}: nothing was imported\n`);
    return 1;
  }
  const texts = options.out === undefined ? undefined : textsByFile(imported, options);
  const folder = path.resolve(options.out ?? '.');
  if (texts !== undefined && !options.force) refuseExisting(folder, texts);
  await report(findings, sources);
  if (findings.length > 0) stderr.write(`\n${countFindings(findings)}${lossOf(results)}\n`);
  if (texts === undefined) for (const { text } of results) stdout.write(text ?? '');
  else if (texts.size > 0) writeToFolder(folder, texts);
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

async function filesToImport(patterns: readonly string[]): Promise<string[]> {
  const named = patterns.filter((pattern) => pattern !== dash);
  const found = await findFiles(named, { ending: '.json', leavesOut: [projectFileName], takesAny: true });
  return patterns.includes(dash) ? [dash, ...found] : found;
}

function checkUsage(files: readonly string[], { out, force, name }: ImportOptions): void {
  if (out === '') throw new Fault('An empty name stands for no folder', { help: '`-o .` writes to the current one.' });
  if (name !== undefined && !isName(name)) {
    const help = 'A name is letters, digits and `_`, with single `-` inside, and starts with a letter or `_`.';
    throw new Fault(`\`${name}\` is not a name that a flow can have`, { help });
  }
  if (force && out === undefined) throw new Fault('`--force` has no use without `-o`: no file is written');
  if (files.length === 1) return;
  if (name !== undefined) throw new Fault(`\`--name\` is for one file, and there are ${thousands(files.length)}`);
  if (out === undefined)
    throw new Fault(`There are ${count(files.length, 'file')}`, { help: 'Write all with `-o DIR`.' });
}

function importOne(uri: string, text: string, { name, endpoint, parametrize }: ImportOptions): Imported {
  return importRequest(text, { uri, name: name ?? stemOf(uri), endpoint, parameters: parametrize });
}

/** `login` of `requests/login.json`. */
function stemOf(uri: string): string {
  return uri === stdinUri() ? 'imported' : path.parse(pathOf(uri)).name;
}

/** The texts by the names of their files. Some file systems take `Login` and `login` for the same name. */
function textsByFile(imported: ReadonlyMap<string, Imported>, { name }: ImportOptions): Map<string, string> {
  const texts = new Map<string, string>();
  const first = new Map<string, string>();
  for (const [uri, { text }] of imported) {
    const file = `${name ?? stemOf(uri)}.failover`;
    const key = file.normalize('NFC').toLowerCase();
    const other = first.get(key);
    if (other !== undefined) {
      throw new Fault(`\`${shownUri(other)}\` and \`${shownUri(uri)}\` would both be written to \`${file}\``, {
        help: 'Import them one after the other, with a `--name` each.',
      });
    }
    first.set(key, uri);
    if (text !== undefined) texts.set(file, text);
  }
  return texts;
}

/** A longer list helps nobody. */
const mostListed = 20;

function refuseExisting(folder: string, texts: ReadonlyMap<string, string>): void {
  const taken = [...texts].flatMap(([name, text]) => {
    const file = path.join(folder, name);
    const read = existsSync(file) ? readTextFile(file) : undefined;
    return read === undefined || ('text' in read && read.text === text) ? [] : shownPath(file);
  });
  if (taken.length === 0) return;
  const more = taken.length > mostListed ? [`… and ${thousands(taken.length - mostListed)} more`] : [];
  throw new Fault(
    `${taken.length === 1 ? 'A file is' : `${count(taken.length, 'file')} are`} there already: nothing is written`,
    {
      list: [...taken.slice(0, mostListed), ...more],
      help: '`--force` writes over what is there.',
    },
  );
}

function lossOf(results: readonly Imported[]): string {
  const lost = results.filter(({ text }) => text === undefined).length;
  if (lost === 0) return '';
  return results.length === 1
    ? ': nothing was imported'
    : `: ${thousands(lost)} of ${count(results.length, 'file')} not imported`;
}
