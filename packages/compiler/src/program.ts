import type { RuleSeverities } from './check/severities.js';
import { CheckedFile } from './checked-file.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { names } from './diagnostics/fo2-names.js';
import type { Report } from './diagnostics/reporter.js';
import { type BindProblem, type Bound, bind, type Values } from './emit/bind.js';
import { type Bundle, bundleFrom } from './emit/bundle.js';
import { type Payload, payloadOf } from './emit/payload.js';
import { fileNameOf, findCircles, type ReadResult } from './names/imports.js';
import type { FileModel, FileNames, Flow } from './names/model.js';
import { documentationOf } from './names/queries.js';
import { constantsOf, type Files, type Outline, outlineOf, referencesInOrder } from './names/resolve.js';
import type { LetSymbol, ParameterSymbol, Reference, ResolvedText } from './names/symbols.js';
import { type ParsedFile, parse } from './syntax/parse.js';
import { reparse } from './syntax/reparse.js';
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

/** What was made for a file, and everything that the file can name: it holds for as long as that is the same. */
interface Made<Result> {
  readonly environment: readonly unknown[];
  readonly result: Result;
}

/** How the files of a program hang together. */
interface Shape {
  readonly uris: readonly string[];
  /** The files that others import. */
  readonly imported: ReadonlySet<string | undefined>;
  readonly circles: ReturnType<typeof findCircles>;
}

/** What was made before an edit, and has not been looked at since. */
interface Before {
  readonly changed: ReadonlySet<string>;
  readonly roots: readonly string[];
  readonly shape: Shape | undefined;
  /** Those of the files that have changed. */
  readonly outlines: ReadonlyMap<string, Outline | undefined>;
  readonly constants: Map<string, Made<ReadonlyMap<tree.TextNode, ResolvedText>>>;
  readonly checked: Map<string, Made<CheckedFile>>;
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
  #reads = new Map<string, ReadResult>();
  #outlines = new Map<string, Outline | undefined>();
  #constants = new Map<string, Made<ReadonlyMap<tree.TextNode, ResolvedText>>>();
  #checked = new Map<string, Made<CheckedFile>>();
  /** To be taken over where it still holds. */
  #before: Before | undefined;
  readonly #environments = new Map<string, readonly unknown[]>();
  #shape: Shape | undefined;

  constructor(host: Host, roots: Iterable<string>, options: ProgramOptions = {}) {
    this.#host = host;
    this.roots = [...new Set(roots)];
    this.root = options.root;
    this.defines = options.defines ?? new Map();
    this.rules = options.rules ?? {};
  }

  /**
   * The program after the texts of some files have changed, with the same host, which is asked for them again. What
   * still holds is handed over, so this program is empty afterwards and must not be used.
   * @param changed the files, also those that are new or gone
   */
  after(changed: Iterable<string>, roots: Iterable<string> = this.roots): Program {
    const next = new Program(this.#host, roots, { root: this.root, defines: this.defines, rules: this.rules });
    const stale = new Set(changed);
    const outlines = new Map(this.#before?.outlines);
    for (const uri of outlines.keys()) if (this.#outlines.has(uri)) outlines.delete(uri);
    for (const uri of stale) {
      if (this.#outlines.has(uri)) outlines.set(uri, this.#outlines.get(uri));
      this.#reads.delete(uri);
      this.#outlines.delete(uri);
    }
    next.#reads = this.#reads;
    next.#outlines = this.#outlines;
    next.#before = {
      changed: stale,
      roots: this.roots,
      shape: this.#shape,
      outlines,
      constants: together(this.#before?.constants, this.#constants),
      checked: together(this.#before?.checked, this.#checked),
    };
    // What was checked before looks into the files as they are now.
    for (const { result } of next.#before.checked.values()) result.files = next;
    this.#letGo();
    return next;
  }

  /** V8 looks at its old objects seldom, and until then takes what they hold to be needed. */
  #letGo(): void {
    this.#reads = new Map();
    this.#outlines = new Map();
    this.#constants = new Map();
    this.#checked = new Map();
    this.#before = undefined;
    this.#shape = undefined;
    this.#environments.clear();
  }

  /** Every file of the program that can be read: the roots in their order, then what they import. */
  get uris(): readonly string[] {
    return this.#shaped.uris;
  }

  get #shaped(): Shape {
    this.#shape ??= this.#shapeBefore() ?? this.#newShape();
    return this.#shape;
  }

  /** The shape before an edit, if the edit left all imports alone. */
  #shapeBefore(): Shape | undefined {
    const before = this.#before;
    if (before?.shape === undefined || !isSame(before.roots, this.roots)) return undefined;
    for (const uri of before.changed) {
      const imports = this.outline(uri)?.imports;
      if (imports === undefined || imports !== before.outlines.get(uri)?.imports) return undefined;
    }
    return before.shape;
  }

  #newShape(): Shape {
    const importsOf = (uri: string) => this.outline(uri)?.imports ?? [];
    const found = new Set(this.roots);
    for (const uri of found) for (const one of importsOf(uri)) if (one.uri) found.add(one.uri);
    const uris = [...found].filter((uri) => this.outline(uri) !== undefined);
    const imported = new Set(uris.flatMap((uri) => importsOf(uri).map((one) => one.uri)));
    return { uris, imported, circles: findCircles(uris, importsOf) };
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
      this.#outlines.set(uri, 'text' in read ? this.#outlineOf(uri, read.text) : undefined);
    }
    return this.#outlines.get(uri);
  }

  #outlineOf(uri: string, text: string): Outline {
    const before = this.#before?.outlines.get(uri);
    const parsed = before === undefined ? parse(uri, text) : reparse(before.parsed, text);
    return parsed === before?.parsed ? before : outlineOf(parsed, this.root, before);
  }

  constants(uri: string): ReadonlyMap<tree.TextNode, ResolvedText> {
    const done = this.#constants.get(uri);
    if (done !== undefined) return done.result;
    const environment = this.#environmentOf(uri);
    const before = taken(this.#before?.constants, uri);
    if (before !== undefined && isSame(before.environment, environment)) {
      this.#constants.set(uri, before);
      return before.result;
    }
    // Files that import each other would ask each other without end: in a circle, a file still under way has nothing.
    this.#constants.set(uri, { environment: [], result: new Map() });
    const outline = this.outline(uri);
    const result = outline === undefined ? new Map() : constantsOf(outline, this);
    this.#constants.set(uri, { environment, result });
    return result;
  }

  /** All that a file can name, directly or through what its lets are made of: the same objects where nothing changed. */
  #environmentOf(uri: string): readonly unknown[] {
    const known = this.#environments.get(uri);
    if (known !== undefined) return known;
    const environment: unknown[] = [];
    const files = new Set([uri]);
    for (const of of files) {
      const outline = this.outline(of);
      environment.push(of, outline?.declarations.shared ?? this.read(of));
      // What an imported file imports itself only matters where its lets and ids are made of it.
      if (outline === undefined || (of !== uri && !outline.declarations.shared.hasHoles)) continue;
      for (const one of outline.imports) if (one.uri) files.add(one.uri);
    }
    this.#environments.set(uri, environment);
    return environment;
  }

  /** The file with its names looked up. */
  model(uri: string): FileModel | undefined {
    return this.#check(uri)?.model;
  }

  /** The flow that touches an offset, without a look at the others. */
  flowAt(uri: string, offset: number): Flow | undefined {
    return this.#check(uri)?.flowAt(offset)?.flow;
  }

  /** The flows of which a part lies in a stretch of a file, without a look at the others. */
  flowsIn(uri: string, span: Span): readonly Flow[] {
    return this.#check(uri)?.flowsIn(span) ?? [];
  }

  /** The places that name something outside of flows and in the flow that touches an offset, in the order of the text. */
  referencesNear(uri: string, offset: number): readonly Reference[] {
    const file = this.#check(uri);
    if (file === undefined) return [];
    return referencesInOrder([...file.names.ownReferences, ...(file.flowAt(offset)?.references ?? [])]);
  }

  /** What a file declares and can name, flows aside. */
  names(uri: string): FileNames | undefined {
    return this.#check(uri)?.names;
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
    return this.#check(uri)?.flows ?? [];
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
        const span =
          at === undefined
            ? flow.parameters.find(({ name }) => name === parameter)
            : places.find((one) => one.at === at)?.text;
        return span && { uri: flow.uri, offset: span.offset, length: span.length };
      },
    };
  }

  #bundle(flow: Flow): { bundle: Bundle; places: Payload['places'] } {
    const payload = payloadOf(flow);
    const describe = (parameter: ParameterSymbol) => documentationOf(this, parameter);
    return { bundle: bundleFrom(flow, payload, describe), places: payload.places };
  }

  /** The lets that a definition can take the place of. */
  lets(): LetSymbol[] {
    return this.uris.flatMap((uri) => this.outline(uri)?.declarations.lets ?? []);
  }

  #check(uri: string): CheckedFile | undefined {
    const done = this.#checked.get(uri);
    const outline = this.outline(uri);
    if (done !== undefined || outline === undefined) return done?.result;
    const { imported, circles } = this.#shaped;
    const isImported = imported.has(uri);
    const closing = circles.filter((one) => one.uri === uri);
    const named = this.#environmentOf(uri);
    const environment = [...named, isImported, ...closing.flatMap((one) => [one.import, ...one.circle])];
    const before = taken(this.#before?.checked, uri);
    const isHeld = before !== undefined && isSame(before.environment, environment);
    if (isHeld && before.result.outline === outline) {
      this.#checked.set(uri, before);
      return before.result;
    }
    const reportImports = (report: Report) => {
      for (const one of closing) report(names.importCircle, one.import.span, { circle: one.circle.map(fileNameOf) });
    };
    const surroundings = { rules: this.rules, isImported, reportImports };
    const result = new CheckedFile(outline, this, surroundings, isHeld ? before.result : undefined);
    this.#checked.set(uri, { environment, result });
    return result;
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

/** What a map has under a key, which is taken out of it. */
function taken<Item>(from: Map<string, Item> | undefined, key: string): Item | undefined {
  const item = from?.get(key);
  from?.delete(key);
  return item;
}

/** All entries of two maps in the larger of them: a stroke in one file of a thousand copies none of the others. */
function together<Item>(first: Map<string, Item> | undefined, second: Map<string, Item>): Map<string, Item> {
  if (first === undefined || first.size === 0) return second;
  const [large, small] = first.size > second.size ? [first, second] : [second, first];
  for (const [key, item] of small) large.set(key, item);
  return large;
}
