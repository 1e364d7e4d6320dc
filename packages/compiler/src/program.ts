import { checkFile } from './check/check.js';
import { applyRules, type RuleSeverities } from './check/severities.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { names } from './diagnostics/fo2-names.js';
import { Reporter } from './diagnostics/reporter.js';
import { type BindProblem, type Bound, bind, type Values } from './emit/bind.js';
import { type Bundle, bundleFrom } from './emit/bundle.js';
import { payloadOf } from './emit/payload.js';
import { findCircles, type ReadResult } from './names/imports.js';
import type { FileModel, Flow } from './names/model.js';
import { documentationOf } from './names/queries.js';
import { constantsOf, type Files, type Outline, outlineOf, resolveFile, scopeIn } from './names/resolve.js';
import type { LetSymbol, ParameterSymbol, ResolvedText } from './names/symbols.js';
import { type ParsedFile, parse } from './syntax/parse.js';
import type * as tree from './syntax/tree.js';
import type { Place, Span } from './text/span.js';

/** Hands the compiler the text of a file. It is asked once for each URI. */
export interface Host {
  read(uri: string): ReadResult;
}

export interface ProgramOptions {
  /** The folder outside of which nothing is imported, as a URI. Without it, everything may be. */
  readonly root?: string | undefined;
  /** Texts that take the place of lets, by name. */
  readonly defines?: ReadonlyMap<string, string>;
  /** Severities of FO4 diagnostics, by code. */
  readonly rules?: RuleSeverities;
}

interface CheckedFile {
  readonly model: FileModel;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A set of files and everything they import: text → tokens → tree → names → checks. Each stage of each file is made when
 * it is first asked for, and kept. Nothing here throws for what stands in a file.
 */
export class Program implements Files {
  readonly root: string | undefined;
  readonly defines: ReadonlyMap<string, string>;
  readonly rules: RuleSeverities;
  /** The files that were asked for, without those that they import. */
  readonly roots: readonly string[];
  readonly #host: Host;
  readonly #reads = new Map<string, ReadResult>();
  readonly #outlines = new Map<string, Outline | undefined>();
  readonly #constants = new Map<string, ReadonlyMap<tree.TextNode, ResolvedText>>();
  readonly #checked = new Map<string, CheckedFile | undefined>();
  #uris: readonly string[] | undefined;
  #imported: ReadonlySet<string | undefined> | undefined;
  #circles: ReturnType<typeof findCircles> | undefined;

  constructor(host: Host, roots: Iterable<string>, options: ProgramOptions = {}) {
    this.#host = host;
    this.roots = [...new Set(roots)];
    this.root = options.root;
    this.defines = options.defines ?? new Map();
    this.rules = options.rules ?? {};
  }

  /** Every file of the program that can be read: the roots in their order, then what they import. */
  get uris(): readonly string[] {
    if (this.#uris === undefined) {
      const found = new Set(this.roots);
      for (const uri of found) for (const one of this.outline(uri)?.imports ?? []) if (one.uri) found.add(one.uri);
      this.#uris = [...found].filter((uri) => this.outline(uri) !== undefined);
    }
    return this.#uris;
  }

  read(uri: string): ReadResult {
    let result = this.#reads.get(uri);
    if (result === undefined) {
      result = this.#host.read(uri);
      this.#reads.set(uri, result);
    }
    return result;
  }

  /** The file as text, tokens and tree, where it can be read. */
  parsed(uri: string): ParsedFile | undefined {
    return this.outline(uri)?.parsed;
  }

  outline(uri: string): Outline | undefined {
    if (!this.#outlines.has(uri)) {
      const read = this.read(uri);
      this.#outlines.set(uri, 'text' in read ? outlineOf(parse(uri, read.text), this.root) : undefined);
    }
    return this.#outlines.get(uri);
  }

  constants(uri: string): ReadonlyMap<tree.TextNode, ResolvedText> {
    const done = this.#constants.get(uri);
    if (done !== undefined) return done;
    // Files that import each other would ask each other without end: in a circle, a file still under way has nothing.
    this.#constants.set(uri, new Map());
    const outline = this.outline(uri);
    const constants = outline === undefined ? new Map() : constantsOf(outline, this);
    this.#constants.set(uri, constants);
    return constants;
  }

  /** The file with its names looked up. */
  model(uri: string): FileModel | undefined {
    return this.#check(uri)?.model;
  }

  /** Everything there is to say about a file, in the order of its text. */
  diagnostics(uri: string): readonly Diagnostic[] {
    return this.#check(uri)?.diagnostics ?? [];
  }

  /** The diagnostics of every file, in the order of `uris`. */
  allDiagnostics(): Diagnostic[] {
    return this.uris.flatMap((uri) => this.diagnostics(uri));
  }

  /** The flows of a file, also where they have faults. */
  flows(uri: string): readonly Flow[] {
    return this.model(uri)?.flows ?? [];
  }

  /**
   * The flow as a bundle: its request body, and what to fill its holes with. Meant for flows of files without errors;
   * of others it holds what could be understood.
   */
  bundle(flow: Flow): Bundle {
    return this.#bundle(flow).bundle;
  }

  /**
   * The request body with values for the parameters. A problem that can be pinned to a text of the flow has its place.
   */
  bind(flow: Flow, values: Values): Bound & { readonly placeOf?: (problem: BindProblem) => Place | undefined } {
    const { bundle, places } = this.#bundle(flow);
    const bound = bind(bundle, values);
    if (bound.ok) return bound;
    return {
      ...bound,
      placeOf: ({ at, parameter }) => {
        const span = at === undefined ? flow.parameters.find(({ name }) => name === parameter) : places.get(at);
        return span && { uri: flow.uri, offset: span.offset, length: span.length };
      },
    };
  }

  #bundle(flow: Flow): { bundle: Bundle; places: ReadonlyMap<string, Span> } {
    const payload = payloadOf(flow);
    const describe = (parameter: ParameterSymbol) => documentationOf(this, parameter);
    return { bundle: bundleFrom(flow, payload, describe), places: payload.places };
  }

  /** The lets that a definition can take the place of. */
  lets(): LetSymbol[] {
    return this.uris.flatMap((uri) => this.outline(uri)?.declarations.lets ?? []);
  }

  #check(uri: string): CheckedFile | undefined {
    if (!this.#checked.has(uri)) {
      const outline = this.outline(uri);
      this.#checked.set(uri, outline && this.#checkOutline(outline));
    }
    return this.#checked.get(uri);
  }

  #checkOutline(outline: Outline): CheckedFile {
    const { parsed } = outline;
    const reporter = new Reporter(parsed.uri);
    const model = resolveFile(outline, this, reporter.report);
    this.#reportCircles(parsed.uri, reporter);
    const surroundings = {
      isImported: this.#isImported(parsed.uri),
      hasLet: (name: string) => scopeIn(outline, this).lets.has(name),
    };
    const hasErrors = () =>
      [...parsed.diagnostics, ...reporter.diagnostics].some(({ severity }) => severity === 'error');
    checkFile(model, reporter.report, surroundings, hasErrors);
    const found = [...parsed.diagnostics, ...reporter.diagnostics];
    return { model, diagnostics: applyRules(model, found, this.rules) };
  }

  #isImported(uri: string): boolean {
    this.#imported ??= new Set(this.uris.flatMap((of) => (this.outline(of)?.imports ?? []).map((one) => one.uri)));
    return this.#imported.has(uri);
  }

  #reportCircles(uri: string, reporter: Reporter): void {
    this.#circles ??= findCircles(this.uris, (of) => this.outline(of)?.imports ?? []);
    for (const found of this.#circles) {
      if (found.uri !== uri) continue;
      const circle = found.circle.map((one) => one.slice(one.lastIndexOf('/') + 1));
      reporter.report(names.importCircle, found.import.span, { circle });
    }
  }
}
