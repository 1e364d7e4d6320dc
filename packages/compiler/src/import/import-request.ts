import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { imports } from '../diagnostics/fo6-import.js';
import { type Report, Reporter } from '../diagnostics/reporter.js';
import { format } from '../format/format.js';
import type { EndpointName } from '../routee/channels.js';
import { parse } from '../syntax/parse.js';
import { isCurl, readCurl } from './curl.js';
import { describe, fieldOf, type Located, placeOf, readJson } from './located.js';
import { findHoles, type Parameter } from './parametrize.js';
import { reportFaults } from './report-faults.js';
import { endpointOf } from './steps.js';
import { tidy } from './tidy.js';
import { importedUri, type Request, writeFile } from './write-file.js';

export interface ImportOptions {
  /** Of the input, for its diagnostics. */
  readonly uri: string;
  /** The name of the flow; it is made one that the language can have. */
  readonly name?: string | undefined;
  /** Without it, a curl command's address or the steps tell. */
  readonly endpoint?: EndpointName | undefined;
  /** Values that become parameters of the flow. */
  readonly parameters?: readonly Parameter[] | undefined;
}

export interface Imported {
  /** A formatted .failover file. Nothing, when there is no request to be made out. */
  readonly text: string | undefined;
  /** The names of its flows, one for each request. */
  readonly flows: readonly string[];
  /** What is wrong with the input, left out of the file, or doubtful: FO6, with its place in the input. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Writes a request body of either endpoint as a .failover file. The input is JSON, a list of such requests, or a curl
 * command that sends one. A request that its endpoint's schema takes comes back from the compiler as it was; whatever does
 * not is told. Never throws for what stands in the input.
 */
export function importRequest(input: string, options: ImportOptions): Imported {
  const reporter = new Reporter(options.uri);
  const imported = new Import(reporter.report, options).import(input);
  const diagnostics = reporter.diagnostics.sort((a, b) => a.offset - b.offset || b.length - a.length);
  return { ...imported, diagnostics };
}

class Import {
  #report: Report;
  readonly #options: ImportOptions;
  #endpoint: EndpointName | undefined;

  constructor(report: Report, options: ImportOptions) {
    this.#report = report;
    this.#options = options;
    this.#endpoint = options.endpoint;
  }

  import(input: string): Omit<Imported, 'diagnostics'> {
    const json = isCurl(input) ? this.#bodyOf(input) : input;
    const root = json === undefined ? undefined : readJson(json, this.#report);
    const bodies = root === undefined ? [] : this.#requestsIn(root);
    if (root === undefined || bodies.length === 0) return { text: undefined, flows: [] };
    const { parameters = [], name = 'imported' } = this.#options;
    // Pointers mean the request as it stands, before it is put in order.
    const holes = findHoles(root, bodies, parameters, this.#report);
    for (const body of bodies) tidy(body, this.#report);
    const requests = bodies.map((body): Request => ({ body, endpoint: this.#endpoint ?? endpointOf(body) }));
    const file = writeFile(requests, name, holes.all, [...new Set(parameters.map((parameter) => parameter.name))]);
    const isWritten = file.flows.some(({ text }) => text !== undefined);
    const text = isWritten ? format(parse(importedUri, file.text)) : undefined;
    reportFaults(file.flows, text, holes, this.#report);
    return { text, flows: file.flows.filter((flow) => flow.text !== undefined).map((flow) => flow.name) };
  }

  /** Places in the body become places in the command. */
  #bodyOf(command: string): string | undefined {
    const report = this.#report;
    const read = readCurl(command, report);
    if (read === undefined) return undefined;
    this.#endpoint ??= read.endpoint;
    this.#report = (definition, span, params, extras) => report(definition, read.spanIn(span), params, extras);
    return read.body;
  }

  /** What in a list is no request is told, and keeps none of the others from being imported. */
  #requestsIn(root: Located): Located[] {
    const all = root.kind === 'list' ? root.items : [root];
    if (all.length === 0) this.#report(imports.notARequest, root, { found: describe(root) });
    return all.filter((request) => {
      const flow = fieldOf(request, 'flow');
      if (flow?.kind === 'list' && flow.items.length > 0) return true;
      const without = request.kind === 'object' ? 'an object without `flow`' : describe(request);
      const found = flow === undefined ? without : `one whose \`flow\` is ${describe(flow)}`;
      this.#report(imports.notARequest, placeOf(flow ?? request), { found });
      return false;
    });
  }
}
