import {
  count,
  type Diagnostic,
  diagnosticOf,
  type Flow,
  nameDiagnostics,
  nearest,
  type Program,
  thousands,
} from '@failover/compiler';
import { Fault } from './fault.js';
import { didYouMean } from './output/did-you-mean.js';
import { shownUri } from './paths.js';

/** A longer list helps nobody to choose. */
const mostListed = 20;

/**
 * The flows of the files that a command was given.
 * @throws Fault when there is none
 */
export function flowsOf(program: Program): readonly Flow[] {
  const all = program.roots.flatMap((uri) => program.flows(uri));
  if (all.length === 0) throw noFlow(program.roots);
  return all;
}

function noFlow(files: readonly string[]): Fault {
  const [file = ''] = files;
  const where = files.length === 1 ? `\`${shownUri(file)}\`` : `these ${count(files.length, 'file')}`;
  return new Fault(`There is no flow in ${where}`, { help: 'Flows of imported files do not count.' });
}

/**
 * The flows to compile: the one of a name, else all.
 * @param all the flows of the files that the command was given
 * @param severalFit whether there is room for more than one
 * @throws Fault when it takes a choice that was not made
 */
export function chooseFlows(all: readonly Flow[], name: string | undefined, severalFit: boolean): readonly Flow[] {
  const flows = name === undefined ? all : all.filter((flow) => flow.name === name);
  if (flows.length === 0) {
    const meant = nearest(name ?? '', new Set(all.map((flow) => flow.name)));
    throw new Fault(`There is no flow \`${name}\`${didYouMean(meant)}`, { list: listOf(all) });
  }
  if (flows.length === 1 || severalFit) return flows;
  const list = listOf(flows);
  if (name !== undefined) {
    throw new Fault(`${count(flows.length, 'flow')} are called \`${name}\``, {
      list,
      help: 'Name only one of their files.',
    });
  }
  const help = 'Choose one with `--flow NAME`, or write all with `-o DIR`.';
  throw new Fault(`There are ${count(flows.length, 'flow')}`, { list, help });
}

function listOf(flows: readonly Flow[]): string[] {
  const shown = flows.slice(0, mostListed).map(({ name, uri }) => ({ name: cropped(name), file: shownUri(uri) }));
  const width = Math.max(...shown.map(({ name }) => name.length));
  const lines = shown.map(({ name, file }) => `${name.padEnd(width)}  ${file}`);
  return flows.length > mostListed ? [...lines, `… and ${thousands(flows.length - mostListed)} more`] : lines;
}

function cropped(name: string): string {
  return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}

/** Flows that would be written to one file. Some file systems take `Login` and `login` for the same name. */
export function clashesOf(flows: readonly Flow[]): Diagnostic[] {
  const first = new Map<string, Flow>();
  return flows.flatMap((flow) => {
    const key = flow.name.normalize('NFC').toLowerCase();
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, flow);
      return [];
    }
    const { uri, offset, length } = other.symbol;
    const params = { flow: flow.name, other: shownUri(uri) };
    const related = [{ uri, offset, length, message: 'the other flow' }];
    return [diagnosticOf(flow.uri, nameDiagnostics.fileNameTaken, flow.symbol, params, { related })];
  });
}
