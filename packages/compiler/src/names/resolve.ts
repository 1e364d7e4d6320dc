import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { syntax } from '../diagnostics/fo1-syntax.js';
import { names } from '../diagnostics/fo2-names.js';
import { type Report, Reporter } from '../diagnostics/reporter.js';
import type { ParsedFile } from '../syntax/parse.js';
import type * as tree from '../syntax/tree.js';
import { exact } from '../text/exact.js';
import { resolveConstants } from './constants.js';
import { checkDeclarations, type Declarations, declarationsOf } from './declarations.js';
import { resolveFlow } from './flow.js';
import { importPath, isInside, type ReadResult, resolvePath } from './imports.js';
import type { FileNames, Flow, Import } from './model.js';
import { type Imported, type Scope, scopeOf } from './scope.js';
import type { FlowSymbol, LetSymbol, Reference, ResolvedText } from './symbols.js';

/** What the names of one file need to know of the others. */
export interface Files {
  readonly root: string | undefined;
  readonly defines: ReadonlyMap<string, string>;
  /** What the host has under a URI. */
  read(uri: string): ReadResult;
  /** The imports and declarations of a file that can be read. */
  outline(uri: string): Outline | undefined;
  /** The lets and ids of a file with their names looked up. */
  constants(uri: string): ReadonlyMap<tree.TextNode, ResolvedText>;
}

/** What a file says of itself, before any name is looked up. */
export interface Outline {
  readonly parsed: ParsedFile;
  readonly imports: readonly Import[];
  readonly declarations: Declarations;
}

/** A flow with its names looked up, and what was found on the way. */
export interface ResolvedFlow {
  readonly flow: Flow;
  /** In no order. */
  readonly references: readonly Reference[];
  /** The settings at the top of the file, and its own, that it uses. */
  readonly usedSettings: ReadonlySet<tree.SettingNode>;
  /** Has what is wrong with its names, and takes what the rules say. */
  readonly reporter: Reporter;
}

/**
 * Reads the imports and declarations of a file without looking into other files.
 * @param before the file before an edit, of which is taken over what has not changed
 */
export function outlineOf(parsed: ParsedFile, root: string | undefined, before?: Outline): Outline {
  const declarations = declarationsOf(parsed, before?.declarations);
  if (before?.declarations.shared === declarations.shared) return { parsed, imports: before.imports, declarations };
  const imports: Import[] = [];
  for (const node of parsed.tree.items) {
    if (node.kind !== 'import' || node.path === undefined) continue;
    const path = importPath(node, parsed.uri, () => {});
    const uri = path === undefined ? undefined : resolvePath(parsed.uri, path);
    imports.push({
      node,
      span: node.path,
      path: path ?? '',
      uri: uri !== undefined && isInside(root, uri) ? uri : undefined,
    });
  }
  return { parsed, imports, declarations };
}

/** The imports of a file that can be read, each with what it brings in. The same file twice brings in nothing more. */
function importedBy(outline: Outline, files: Files): Imported[] {
  if (outline.imports.length === 0) return [];
  const result: Imported[] = [];
  const seen = new Set<string>([outline.parsed.uri]);
  for (const one of outline.imports) {
    if (one.uri === undefined || seen.has(one.uri)) continue;
    seen.add(one.uri);
    const declarations = files.outline(one.uri)?.declarations;
    if (declarations !== undefined) result.push({ import: one, declarations });
  }
  return result;
}

/** What can be named in a file. */
export function scopeIn(outline: Outline, files: Files, report?: Report): Scope {
  const isComplete = outline.imports.every(({ uri }) => uri !== undefined && files.outline(uri) !== undefined);
  return scopeOf(outline.declarations, importedBy(outline, files), isComplete, report);
}

function letTextOf(files: Files): (symbol: LetSymbol) => ResolvedText | undefined {
  return (symbol) => symbol.node.value && files.constants(symbol.uri).get(symbol.node.value);
}

/** The constants of a file for others to use: whatever is wrong with them is told when the file itself is looked at. */
export function constantsOf(outline: Outline, files: Files): Map<tree.TextNode, ResolvedText> {
  return resolveConstants({
    uri: outline.parsed.uri,
    declarations: outline.declarations,
    scope: scopeIn(outline, files),
    letText: letTextOf(files),
    defines: files.defines,
    report: () => {},
    refer: () => {},
  });
}

/** Looks up the names of a file, flows aside. */
export function resolveNames(outline: Outline, files: Files, report: Report): FileNames {
  const { parsed, declarations, imports } = outline;
  const references: Reference[] = [];
  const refer = (reference: Reference) => void references.push(reference);
  for (const one of imports) reportImport(one, outline, files, report);
  const scope = scopeIn(outline, files, report);
  checkDeclarations(declarations, report, refer);
  const shared = { uri: parsed.uri, declarations, scope, letText: letTextOf(files), defines: files.defines };
  const constants = resolveConstants({ ...shared, report, refer });
  const { lets, senders, templates, settings, hasHoles } = declarations.shared;
  // Each field by its name: a copy of an object to which others are added grows with each of them.
  return {
    lets,
    senders,
    templates,
    settings,
    hasHoles,
    uri: parsed.uri,
    parsed,
    imports,
    declarations,
    scope,
    constants,
    ownReferences: references,
    syntaxFaults: faultsOfCode(parsed),
  };
}

/** Looks up the names of one flow of a file. */
export function resolveFlowIn(symbol: FlowSymbol, names: FileNames, files: Files): ResolvedFlow {
  const { uri, declarations, scope, constants, syntaxFaults } = names;
  const letText = letTextOf(files);
  const reporter = new Reporter(uri);
  const references: Reference[] = [];
  const usedSettings = new Set<tree.SettingNode>();
  const flow = resolveFlow(symbol, {
    uri,
    scope,
    settings: declarations.settings,
    usedSettings,
    letText: (one) => (one.uri === uri ? one.node.value && constants.get(one.node.value) : letText(one)),
    constant: (of, node) => (of === uri ? constants.get(node) : files.constants(of).get(node)),
    syntaxFaults,
    report: reporter.report,
    refer: (reference) => void references.push(reference),
  });
  return { flow, references: exact(references), usedSettings, reporter };
}

/** A comment in the signs of another language is a fault, and yet a comment: nothing around it was misread for it. */
function faultsOfCode({ diagnostics }: ParsedFile): readonly Diagnostic[] {
  if (diagnostics.length === 0) return diagnostics;
  return diagnostics.filter(({ code }) => code !== syntax.foreignComment.code);
}

/** In the order of the text. A setting is looked up by each flow and step that takes it, which is one reference. */
export function referencesInOrder(references: readonly Reference[]): Reference[] {
  const sorted = references.toSorted((a, b) => a.offset - b.offset);
  return sorted.filter((one, index) => {
    for (let at = index - 1; at >= 0; at--) {
      const other = sorted[at];
      if (other === undefined || other.offset !== one.offset) return true;
      if (other.symbol === one.symbol && other.length === one.length && other.implicit === one.implicit) return false;
    }
    return true;
  });
}

function reportImport(one: Import, outline: Outline, files: Files, report: Report): void {
  const { parsed } = outline;
  if (importPath(one.node, parsed.uri, report) === undefined) return;
  if (one.uri === undefined) {
    report(names.importOutside, one.span, { path: one.path });
    return;
  }
  const read = files.read(one.uri);
  if ('text' in read) return;
  if (read.problem === 'missing') report(names.importMissing, one.span, { path: one.path });
  else if (read.problem === 'outside') report(names.importOutside, one.span, { path: one.path });
  else report(names.importUnreadable, one.span, { path: one.path, problem: read.reason });
}
