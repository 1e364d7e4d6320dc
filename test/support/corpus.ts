import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Bound,
  type Flow,
  format,
  type ParsedFile,
  type Program,
  type RuleSeverities,
  type Values,
} from '@failover/compiler';
import { decode, folderHost, programOf, uriOf, valuesFor } from './project.js';
import { renderDiagnostics } from './render-diagnostics.js';
import { renderTokens } from './render-tokens.js';
import { renderTree } from './render-tree.js';

/**
 * A folder of the corpus. `main.failover` is what it shows; beside it stand the files that it imports, `values.json` with
 * values for the parameters of its flows, and `options.json`. Everything else is generated from these.
 */
export interface Sample {
  readonly name: string;
  readonly folder: string;
  readonly values: Values | undefined;
  readonly options: SampleOptions;
}

export interface SampleOptions {
  /** Texts that take the place of lets. */
  readonly defines?: Readonly<Record<string, string>>;
  /** Severities of FO4 diagnostics. */
  readonly rules?: RuleSeverities;
}

export const main = 'main.failover';
const generated = /^(?:tokens\.txt|tree\.txt|diagnostics\.txt|formatted\.failover|(?:bundle|payload|problems)\..+)$/;

export function samplesIn(corpus: string): Sample[] {
  const names = readdirSync(corpus, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  return names.sort().map((name) => {
    const folder = path.join(corpus, name);
    const options = (readJson(path.join(folder, 'options.json')) ?? {}) as SampleOptions;
    return { name, folder, options, values: readJson(path.join(folder, 'values.json')) as Values | undefined };
  });
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** @param instead texts that take the place of files, by name */
export function programOfSample({ folder, options }: Sample, instead?: ReadonlyMap<string, string>): Program {
  const { defines, rules } = options;
  return programOf(folderHost(folder, instead), [main], {
    ...(defines && { defines: new Map(Object.entries(defines)) }),
    ...(rules && { rules }),
  });
}

export function mainOf(program: Program): ParsedFile {
  const parsed = program.parsed(uriOf(main));
  if (parsed === undefined) throw new Error(`${main} cannot be read`);
  return parsed;
}

export function hasErrors(program: Program): boolean {
  return program.allDiagnostics().some(({ severity }) => severity === 'error');
}

/** The request body of a flow, where its parameters have values. */
export function boundFlow(program: Program, flow: Flow, { values }: Sample): Bound | undefined {
  if (flow.parameters.length > 0 && values === undefined) return undefined;
  return program.bind(flow, valuesFor(flow, values ?? {}));
}

/** What is generated from a sample: texts by the names of their files. */
export function siblingsOf(sample: Sample): Map<string, string> {
  const program = programOfSample(sample);
  const parsed = mainOf(program);
  const siblings = new Map([
    ['tokens.txt', renderTokens(parsed)],
    ['tree.txt', renderTree(parsed)],
    ['formatted.failover', format(parsed)],
  ]);
  const diagnostics = renderDiagnostics(program);
  if (diagnostics !== undefined) siblings.set('diagnostics.txt', diagnostics);
  if (hasErrors(program)) return siblings;
  for (const flow of program.flows(uriOf(main))) {
    siblings.set(`bundle.${flow.name}.json`, json(program.bundle(flow)));
    const bound = boundFlow(program, flow, sample);
    if (bound?.ok) siblings.set(`payload.${flow.name}.json`, json(bound.payload));
    else if (bound !== undefined) siblings.set(`problems.${flow.name}.json`, json(bound.problems));
  }
  return siblings;
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** The generated files that stand in the folder of a sample. */
export function siblingsOnDisk({ folder }: Sample): Map<string, string> {
  const names = readdirSync(folder).filter((name) => generated.test(name));
  return new Map(names.sort().map((name) => [name, decode(readFileSync(path.join(folder, name)))]));
}

/** The names of generated files that are missing, out of date or left over. */
export function outOfDate(sample: Sample): string[] {
  const wanted = siblingsOf(sample);
  const found = siblingsOnDisk(sample);
  const changed = [...wanted].filter(([name, text]) => found.get(name) !== text).map(([name]) => name);
  const leftOver = [...found.keys()].filter((name) => !wanted.has(name));
  return [...changed, ...leftOver].sort();
}
