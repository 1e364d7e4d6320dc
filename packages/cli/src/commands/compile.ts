import path from 'node:path';
import type { Flow, Program } from '@failover/compiler';
import { chooseFlows, clashesOf, flowsOf } from '../choose-flows.js';
import { Fault } from '../fault.js';
import { type Loaded, load } from '../input.js';
import { checkLinks, outFolderOf } from '../out-folder.js';
import { type Finding, findingOf, findingOfFault, findingOfProblem } from '../output/finding.js';
import { jsonText } from '../output/json-text.js';
import { report, sourcesOf } from '../output/report.js';
import { stderr, stdout } from '../output/streams.js';
import { countFindings } from '../output/summary.js';
import { hasErrors, seriousOf, unknownDefines } from '../serious.js';
import { type GivenValues, readValuesFile, unknownValues, valuesFor } from '../values.js';
import { writeToFolder } from '../write-to-folder.js';

export interface CompileOptions {
  /** A folder, to which each flow is written as a file. */
  readonly out?: string | undefined;
  readonly flow?: string | undefined;
  /** Values for parameters. */
  readonly set?: ReadonlyMap<string, string> | undefined;
  /** A JSON file with values for parameters. */
  readonly values?: string | undefined;
  /** Texts that take the place of lets. */
  readonly define?: ReadonlyMap<string, string> | undefined;
  readonly emit: 'payload' | 'bundle';
  /** Compiles again after each change. */
  readonly watch?: boolean | undefined;
}

/** Writes flows as request bodies or bundles: all of them, or none where anything is at fault. */
export async function compile(patterns: readonly string[], options: CompileOptions): Promise<number> {
  checkUsage(options);
  if (!options.watch) return compileLoaded(await load(patterns, options.define), patterns, options);
  const { watch } = await import('../watch/watch.js');
  return watch({
    ...{ patterns, defines: options.define, others: options.values === undefined ? [] : [options.values] },
    run: (loaded) => compileLoaded(loaded, patterns, options),
  });
}

async function compileLoaded(
  { project, input, program }: Loaded,
  patterns: readonly string[],
  options: CompileOptions,
): Promise<number> {
  const sources = sourcesOf(program, project.texts);
  if (input.unreadable.length > 0) {
    await report(input.unreadable.map(findingOfFault), sources);
    return 2;
  }
  // What failover.json was meant to say decides what the files mean, so it is put right first.
  const broken = project.diagnostics.length > 0 ? project.diagnostics : seriousOf(program);
  const findings = broken.map(findingOf);
  let outputs: Outputs | undefined;
  if (!hasErrors(findings)) {
    const folder = outFolder(patterns, options, project.root, project.settings.outDir);
    const fromFile = options.values === undefined ? new Map() : await readValuesFile(path.resolve(options.values));
    const flows = chooseFlows(flowsOf(program), options.flow, folder !== undefined);
    findings.push(...unknownDefines(program, options.define ?? new Map()));
    for (const clash of folder === undefined ? [] : clashesOf(flows)) findings.push(findingOf(clash));
    const compiled = compileFlows(program, flows, options, { fromFile, fromLine: options.set ?? new Map() });
    for (const finding of compiled.findings) findings.push(finding);
    outputs = { folder, texts: compiled.texts };
    if (folder !== undefined) checkLinks(project.root, folder, compiled.texts.keys());
  }
  await report(findings, sources);
  if (outputs === undefined || hasErrors(findings)) {
    stderr.write(`\n${countFindings(findings)}: nothing was compiled\n`);
    return 1;
  }
  write(outputs);
  return 0;
}

/** What is to be written. */
interface Outputs {
  /** Nothing, where standard output takes it. */
  readonly folder: string | undefined;
  /** The JSON texts by the names of their flows. */
  readonly texts: ReadonlyMap<string, string>;
}

function checkUsage({ out, emit, set, values }: CompileOptions): void {
  if (out === '') throw new Fault('An empty name stands for no folder', { help: '`-o .` writes to the current one.' });
  if (emit === 'payload' || (set ?? values) === undefined) return;
  const option = set === undefined ? '--values' : '--set';
  throw new Fault(`\`${option}\` has no use with \`--emit bundle\`: a bundle keeps its parameters open`, {
    help: 'Leave one of them out.',
  });
}

/** Where to write: what was asked for; the project's folder, when nothing was asked for at all. */
function outFolder(
  patterns: readonly string[],
  { out, flow }: CompileOptions,
  root: string,
  outDir: string | undefined,
): string | undefined {
  if (out !== undefined) return path.resolve(out);
  return outDir === undefined || patterns.length > 0 || flow !== undefined ? undefined : outFolderOf(root, outDir);
}

function compileFlows(
  program: Program,
  flows: readonly Flow[],
  { emit }: CompileOptions,
  given: GivenValues,
): { texts: ReadonlyMap<string, string>; findings: readonly Finding[] } {
  const texts = new Map<string, string>();
  const findings = unknownValues(flows, given);
  for (const flow of flows) {
    if (emit === 'bundle') {
      texts.set(flow.name, jsonText(program.bundle(flow)));
      continue;
    }
    const bound = program.bind(flow, valuesFor(flow, given));
    if (bound.ok) texts.set(flow.name, jsonText(bound.payload));
    else for (const problem of bound.problems) findings.push(findingOfProblem(problem, bound.placeOf?.(problem)));
  }
  return { texts, findings };
}

function write({ folder, texts }: Outputs): void {
  if (folder === undefined) {
    for (const text of texts.values()) stdout.write(text);
    return;
  }
  writeToFolder(folder, new Map([...texts].map(([name, text]) => [`${name}.json`, text])));
}
