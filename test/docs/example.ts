import {
  type BindProblem,
  type Bundle,
  bind,
  type Flow,
  nearest,
  type Program,
  valueDiagnostics,
} from '@failover/compiler';
import { type ImportOptions, importRequest } from '@failover/compiler/import';
import { readSettings } from '@failover/compiler/project';
import { textOf } from '@failover/files';
import { clashesOf } from '../../packages/cli/src/choose-flows.js';
import { readParameters } from '../../packages/cli/src/parameters.js';
import { fileOf, programOf, root } from '../support/project.js';
import type { Block } from './page.js';

/** One thing that was said about an example. */
export interface Remark {
  readonly code: string;
  readonly message: string;
  readonly severity: string;
}

/** Everything that there is to say about an example: its request, or its project file, its files, and then its values. */
export function remarksOn(blocks: readonly Block[]): Remark[] {
  const request = blocks.find(({ name }) => name === 'request.json' || name === 'request.sh');
  if (request !== undefined) return [...importRequest(request.text, importOptionsOf(blocks)).diagnostics];
  const project = jsonOf(blocks, 'failover.json');
  if (project !== undefined) return [...readSettings(`${root}/failover.json`, project).diagnostics];
  const { program, defines } = programOfExample(blocks);
  const found: Remark[] = program.allDiagnostics();
  if (found.some(({ severity }) => severity === 'error')) return found;
  const flows = flowsOf(program);
  return [...found, ...clashesOf(flows), ...unknownDefines(program, defines), ...problemsOf(program, flows, blocks)];
}

export function programOfExample(blocks: readonly Block[]): { program: Program; defines: ReadonlyMap<string, string> } {
  const sources = sourcesOf(blocks);
  const defines = definesOf(blocks);
  const host = { read: (uri: string) => sources.get(fileOf(uri)) ?? { problem: 'missing' as const } };
  return { program: programOf(host, [...sources.keys()], { defines }), defines };
}

/** The first block without a name is `main.failover`. */
function sourcesOf(blocks: readonly Block[]): Map<string, ReturnType<typeof textOf>> {
  const sources = blocks.filter(({ language }) => language === 'failover');
  return new Map(sources.map((block) => [block.name ?? 'main.failover', textOf(bytesOf(block))]));
}

function bytesOf({ text, encoding = 'UTF-8' }: Block): Buffer {
  return encoding === 'UTF-16' ? Buffer.from(`\ufeff${text}`, 'utf16le') : Buffer.from(text);
}

/** The JSON of a name. Without one it is the project file, unless the example has a flow: then it is the values. */
function jsonOf(blocks: readonly Block[], name: string): string | undefined {
  const unnamed = blocks.some(({ language }) => language === 'failover') ? 'values.json' : 'failover.json';
  return blocks.find((block) => block.language === 'json' && (block.name ?? unnamed) === name)?.text;
}

export function flowsOf(program: Program): Flow[] {
  return program.uris.flatMap((uri) => program.flows(uri));
}

function definesOf(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const commands = blocks.filter(({ language }) => language === 'sh').map(({ text }) => text);
  const given = commands.flatMap((command) => [...command.matchAll(/--define ([\w-]+)=(\S+)/g)]);
  return new Map(given.map(([, name = '', text = '']) => [name, text]));
}

/** The options of the import command beside a request. */
function importOptionsOf(blocks: readonly Block[]): ImportOptions {
  const command = blocks.find(({ language, name }) => language === 'sh' && name === undefined)?.text ?? '';
  const [, parametrize] = /--parametrize (\S+)/.exec(command) ?? [];
  return { uri: `${root}/request.json`, parameters: parametrize === undefined ? [] : readParameters(parametrize) };
}

/** The command line asks the program for its lets, and reports definitions of others. */
function unknownDefines(program: Program, defines: ReadonlyMap<string, string>): Remark[] {
  const { code, severity, message } = valueDiagnostics.unknownDefine;
  const lets = new Set(program.lets().map(({ name }) => name));
  const unknown = [...defines.keys()].filter((name) => !lets.has(name));
  return unknown.map((name) => ({ code, severity, message: message({ name, suggestion: nearest(name, lets) }) }));
}

function problemsOf(program: Program, flows: readonly Flow[], blocks: readonly Block[]): Remark[] {
  const bundle = bundleOf(blocks);
  const given = jsonOf(blocks, 'values.json');
  if (bundle === undefined && given === undefined) return [];
  const values = JSON.parse(given ?? '{}');
  const bounds = flows.map((flow) => program.bind(flow, values));
  if (bundle !== undefined) bounds.push(bind(bundle as Bundle, values));
  return bounds.flatMap((bound) => (bound.ok ? [] : bound.problems.map(remarkOf)));
}

/** The JSON called `….bundle.json`, whether it is a bundle or not. */
export function bundleOf(blocks: readonly Block[]): unknown {
  const found = blocks.find(({ name }) => name?.endsWith('.bundle.json'));
  return found && JSON.parse(found.text);
}

function remarkOf({ code, message }: BindProblem): Remark {
  return { code, message, severity: 'error' };
}
