import { checkDeclared, checkFlow, checkParametersUnused, checkUnused } from './check/check.js';
import type { Uses } from './check/rule.js';
import { applyRules, type RuleSeverities } from './check/severities.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { keyOf, type Report, Reporter } from './diagnostics/reporter.js';
import type { FileModel, FileNames, Flow } from './names/model.js';
import {
  type Files,
  type Outline,
  type ResolvedFlow,
  referencesInOrder,
  resolveFlowIn,
  resolveNames,
} from './names/resolve.js';
import type { AnySymbol, FlowSymbol, Reference } from './names/symbols.js';
import type * as tree from './syntax/tree.js';
import { exact } from './text/exact.js';
import { contains, endOf, type Place, type Span, touches } from './text/span.js';
import { takenOver } from './text/taken-over.js';

/** What a file must know of the program around it. */
export interface Surroundings {
  readonly rules: RuleSeverities;
  /** Whether another file imports it. */
  readonly isImported: boolean;
  /** What is wrong with its imports as the program sees them. */
  readonly reportImports: (report: Report) => void;
}

/**
 * A file with its names looked up and its rules checked, one flow after the other. A flow is the same as before an edit
 * when its own text and everything it can name are the same; then what was found in it is taken over.
 */
export class CheckedFile {
  readonly outline: Outline;
  readonly names: FileNames;
  /** The program that the file belongs to now; it may have been checked in one before. */
  files: Files;
  readonly #surroundings: Surroundings;
  readonly #reporter: Reporter;
  readonly #flows: readonly FlowCheck[];
  #resolved: readonly ResolvedFlow[] | undefined;
  #resolvedFlows: readonly Flow[] | undefined;
  #references: readonly Reference[] | undefined;
  #model: FileModel | undefined;
  #diagnostics: readonly Diagnostic[] | undefined;

  /** @param before the same file before an edit, if everything that its flows can name is the same */
  constructor(outline: Outline, files: Files, surroundings: Surroundings, before?: CheckedFile) {
    this.outline = outline;
    this.files = files;
    this.#surroundings = surroundings;
    this.#reporter = new Reporter(outline.parsed.uri);
    this.names = resolveNames(outline, files, this.#reporter.report);
    surroundings.reportImports(this.#reporter.report);
    checkDeclared(this.names, this.#reporter.report);
    this.#flows = takenOver(
      outline.declarations.flows,
      before === undefined ? [] : before.#flows,
      ({ symbol }) => symbol,
      (symbol) => new FlowCheck(symbol),
    );
    for (const flow of this.#flows) flow.follow();
  }

  /** Everything there is to say about the file, in the order of its text. */
  get diagnostics(): readonly Diagnostic[] {
    this.#diagnostics ??= applyRules(this.outline.parsed, this.#find(), this.#surroundings.rules);
    return this.#diagnostics;
  }

  /** The flows with their names looked up. */
  get flows(): readonly Flow[] {
    this.#resolvedFlows ??= this.#allResolved().map(({ flow }) => flow);
    return this.#resolvedFlows;
  }

  /** Every place that names something, in the order of the text. */
  get references(): readonly Reference[] {
    this.#references ??= referencesInOrder([
      ...this.names.ownReferences,
      ...this.#allResolved().flatMap((one) => one.references),
    ]);
    return this.#references;
  }

  get model(): FileModel {
    this.#model ??= modelOf(this);
    return this.#model;
  }

  #allResolved(): readonly ResolvedFlow[] {
    this.#resolved ??= this.#flows.map((flow) => flow.resolved(this.names, this.files));
    return this.#resolved;
  }

  /** The flow that touches an offset; only its names are looked up. */
  flowAt(offset: number): ResolvedFlow | undefined {
    const found = this.#flows.find(({ symbol }) => touches(symbol.node, offset));
    return found?.resolved(this.names, this.files);
  }

  /** The flows of which a part lies in a stretch. */
  flowsIn(span: Span): Flow[] {
    const found = this.#flows.filter(
      ({ symbol: { node } }) => node.offset <= endOf(span) && span.offset <= endOf(node),
    );
    return found.map((flow) => flow.resolved(this.names, this.files).flow);
  }

  #find(): Diagnostic[] {
    const checked: Findings[] = [];
    const found = [...this.outline.parsed.diagnostics, ...this.#reporter.diagnostics];
    const told = new Set(this.#reporter.diagnostics.map(keyOf));
    for (const flow of this.#flows) {
      const findings = flow.checked(this.names, this.files);
      checked.push(findings);
      for (const diagnostic of findings.diagnostics) {
        // Several flows may find the same at fault outside of them, in a setting for example.
        if (contains(flow.symbol.node, diagnostic)) found.push(diagnostic);
        else if (!told.has(keyOf(diagnostic))) {
          told.add(keyOf(diagnostic));
          found.push(diagnostic);
        }
      }
    }
    if (found.some(({ severity }) => severity === 'error')) return found;
    const reporter = new Reporter(this.outline.parsed.uri);
    checkUnused(this.names, this.#usesOf(checked), reporter.report);
    return [...found, ...reporter.diagnostics, ...checked.flatMap(({ leftovers }) => leftovers)];
  }

  #usesOf(flows: readonly Findings[]): Uses {
    const symbols = new Set<AnySymbol>(this.names.ownReferences.map(({ symbol }) => symbol));
    const settings = new Set<tree.SettingNode>();
    for (const flow of flows) {
      for (const symbol of flow.symbols) symbols.add(symbol);
      for (const setting of flow.settings) settings.add(setting);
    }
    return { symbols, settings, isImported: this.#surroundings.isImported };
  }
}

/** Names of flows are looked up when somebody asks. */
function modelOf(file: CheckedFile): FileModel {
  return {
    ...file.names,
    get flows() {
      return file.flows;
    },
    get references() {
      return file.references;
    },
  };
}

/** What was found in a flow. */
interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  /** What is only said where nothing is wrong. */
  readonly leftovers: readonly Diagnostic[];
  /** The declarations that it uses. */
  readonly symbols: readonly AnySymbol[];
  readonly settings: readonly tree.SettingNode[];
}

/** One flow, of which each stage is made when it is first asked for. It may be moved by an edit before it. */
class FlowCheck {
  readonly symbol: FlowSymbol;
  #offset: number;
  #resolved: ResolvedFlow | undefined;
  #findings: Findings | undefined;

  constructor(symbol: FlowSymbol) {
    this.symbol = symbol;
    this.#offset = symbol.node.offset;
  }

  /** Moves what was found to where the flow stands now. Its names are looked up again when somebody asks. */
  follow(): void {
    const { offset, length } = this.symbol.node;
    const by = offset - this.#offset;
    if (by === 0) return;
    this.#resolved = undefined;
    this.#findings = this.#findings && moved(this.#findings, { offset: this.#offset, length }, this.symbol.uri, by);
    this.#offset = offset;
  }

  resolved(names: FileNames, files: Files): ResolvedFlow {
    this.#resolved ??= resolveFlowIn(this.symbol, names, files);
    return this.#resolved;
  }

  checked(names: FileNames, files: Files): Findings {
    if (this.#findings !== undefined) return this.#findings;
    const resolved = this.resolved(names, files);
    const { reporter, references, usedSettings } = resolved;
    checkFlow(resolved.flow, reporter.report);
    const leftovers = new Reporter(names.uri);
    checkParametersUnused(resolved, names.scope, leftovers.report);
    this.#findings = {
      diagnostics: reporter.diagnostics,
      leftovers: leftovers.diagnostics,
      symbols: exact(references.map(({ symbol }) => symbol).filter(({ kind }) => kind !== 'parameter')),
      settings: [...usedSettings],
    };
    return this.#findings;
  }
}

/** What lies within a flow has moved with it; what it points to outside has not, or the flow would be checked anew. */
function moved(findings: Findings, flow: Span, uri: string, by: number): Findings {
  if (findings.diagnostics.length === 0 && findings.leftovers.length === 0) return findings;
  const movedPlace = <Item extends Place>(item: Item): Item =>
    item.uri === uri && contains(flow, item) ? { ...item, offset: item.offset + by } : item;
  const movedDiagnostic = (diagnostic: Diagnostic): Diagnostic => ({
    ...movedPlace(diagnostic),
    related: diagnostic.related.map(movedPlace),
    fixes: diagnostic.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(movedPlace) })),
  });
  return {
    ...findings,
    diagnostics: findings.diagnostics.map(movedDiagnostic),
    leftovers: findings.leftovers.map(movedDiagnostic),
  };
}
