import { type Flow, nearest, valueDiagnostics } from '@failover/compiler';
import { readTextFile, uriOf } from '@failover/files';
import { Fault } from './fault.js';
import { UnreadableFile } from './input.js';
import { nearestPath } from './nearest-path.js';
import { type Finding, findingWithoutPlace } from './output/finding.js';
import { shownPath } from './paths.js';

/** Values for parameters by name: those of a file as JSON has them, those of the command line as texts. */
export interface GivenValues {
  readonly fromFile: ReadonlyMap<string, unknown>;
  readonly fromLine: ReadonlyMap<string, string>;
}

/** Reads `{ "pin": "8213", … }`. */
export async function readValuesFile(file: string): Promise<Map<string, unknown>> {
  const name = shownPath(file);
  const read = readTextFile(file);
  if (!('text' in read)) throw new UnreadableFile(file, read, nearestPath(file, '.json'));
  const values = await parseStrictly(file, read.text);
  if (typeof values === 'object' && values !== null && !Array.isArray(values)) return new Map(Object.entries(values));
  throw new Fault(`\`${name}\` must be a JSON object with a value for each parameter`, {
    help: 'For example: { "to": "+306912345678", "pin": "8213" }',
  });
}

async function parseStrictly(file: string, text: string): Promise<unknown> {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    const { parseJson } = await import('@failover/compiler/project');
    const { fault } = parseJson(text, { disallowComments: true, allowTrailingComma: false });
    const { problem, offset, length } = fault ?? { problem: 'it is no value', offset: 0, length: 0 };
    const place = { uri: uriOf(file), offset, length };
    throw new Fault(`\`${shownPath(file)}\` is not JSON: ${problem}`, { place, text });
  }
}

/** The values of a flow's own parameters. What is on the command line comes before what is in the file. */
export function valuesFor(flow: Flow, { fromFile, fromLine }: GivenValues): Record<string, unknown> {
  const values: Record<string, unknown> = Object.create(null);
  for (const { name, effective } of flow.parameters) {
    const text = fromLine.get(name);
    if (text === undefined) {
      if (fromFile.has(name)) values[name] = fromFile.get(name);
    } else {
      values[name] = effective?.kind === 'int' && /^-?\d+$/.test(text) ? Number(text) : text;
    }
  }
  return values;
}

/** Values that none of the flows takes. */
export function unknownValues(flows: readonly Flow[], { fromFile, fromLine }: GivenValues): Finding[] {
  const names = new Set(flows.flatMap(({ parameters }) => parameters.map(({ name }) => name)));
  const given = new Set([...fromFile.keys(), ...fromLine.keys()]);
  return [...given]
    .filter((name) => !names.has(name))
    .map((name) => findingWithoutPlace(valueDiagnostics.unknown, { name, suggestion: nearest(name, names) }));
}
