import type { Program } from '../program.js';
import { docBefore } from '../syntax/docs.js';
import { contains, type Place, type Span, touches } from '../text/span.js';
import type { Flow } from './model.js';
import { scopeIn } from './resolve.js';
import type { AnySymbol, LetSymbol, ParameterSymbol, Reference, SenderSymbol, TemplateSymbol } from './symbols.js';
import type { Type } from './types.js';

/** What an editor asks of the names of a program. */

export interface NamedPlace extends Place {
  /** True for the place where the name is declared. */
  readonly isDeclaration: boolean;
}

/** What can be named at a place. */
export interface NamesInScope {
  readonly senders: readonly SenderSymbol[];
  readonly templates: readonly TemplateSymbol[];
  readonly lets: readonly LetSymbol[];
  /** The parameters of the flow around the place; none elsewhere. */
  readonly parameters: readonly ParameterSymbol[];
  readonly flow: Flow | undefined;
}

/** The symbol that is named or declared at a place, and the place of its name there. */
export function symbolAt(program: Program, uri: string, offset: number): { symbol: AnySymbol; span: Span } | undefined {
  const model = program.model(uri);
  if (model === undefined) return undefined;
  const reference = touchingReference(model.references, offset);
  if (reference !== undefined) return { symbol: reference.symbol, span: reference };
  const declared = declaredIn(program, uri).find((symbol) => touches(symbol, offset));
  return declared && { symbol: declared, span: declared };
}

/** Written references only: what is taken without being written has no name at its place. */
function touchingReference(references: readonly Reference[], offset: number): Reference | undefined {
  return references.find((reference) => !reference.implicit && touches(reference, offset));
}

/** Every symbol that a file declares, also those within its templates and flows. */
function declaredIn(program: Program, uri: string): AnySymbol[] {
  const model = program.model(uri);
  if (model === undefined) return [];
  const { lets, senders, templates, flows } = model;
  return [
    ...[...lets, ...senders, ...templates],
    ...templates.flatMap(({ params }) => params),
    ...templates.flatMap(({ langs, name, uri: of }) =>
      [...langs].flatMap(([lang, node]): AnySymbol[] =>
        node.lang === undefined
          ? []
          : [{ kind: 'language', uri: of, name: lang, template: name, node, ...spanOnly(node.lang) }],
      ),
    ),
    // A chain is named after its file: there is no name in the text.
    ...flows.filter(({ node }) => node.kind === 'flow').map(({ symbol }) => symbol),
    ...flows.flatMap(({ parameters }) => parameters.filter(({ node }) => node !== undefined)),
  ];
}

function spanOnly({ offset, length }: Span): Span {
  return { offset, length };
}

/** Where the name at a place is declared; for an inferred parameter, where it is first used. */
export function definitionAt(program: Program, uri: string, offset: number): Place | undefined {
  const found = symbolAt(program, uri, offset);
  return found && { uri: found.symbol.uri, offset: found.symbol.offset, length: found.symbol.length };
}

/** Every place of the program that names what is named at a place, its declaration among them. */
export function referencesAt(program: Program, uri: string, offset: number): NamedPlace[] {
  const found = symbolAt(program, uri, offset);
  if (found === undefined) return [];
  const { symbol } = found;
  const places: NamedPlace[] = [];
  const isInferred = symbol.kind === 'parameter' && symbol.node === undefined;
  const { uri: of, offset: at, length } = symbol;
  if (!isInferred) places.push({ uri: of, offset: at, length, isDeclaration: true });
  for (const file of program.uris) {
    for (const reference of program.model(file)?.references ?? []) {
      if (reference.implicit || !isSame(reference.symbol, symbol)) continue;
      places.push({ uri: file, offset: reference.offset, length: reference.length, isDeclaration: false });
    }
  }
  return places;
}

/** A symbol is what is declared at a place: it may be represented more than once. */
export function isSame(a: AnySymbol, b: AnySymbol): boolean {
  return a === b || (a.kind === b.kind && a.uri === b.uri && a.offset === b.offset && a.name === b.name);
}

/** What can be named at a place. */
export function namesInScope(program: Program, uri: string, offset: number): NamesInScope {
  const outline = program.outline(uri);
  if (outline === undefined) return { senders: [], templates: [], lets: [], parameters: [], flow: undefined };
  const scope = scopeIn(outline, program);
  const flow = program.flows(uri).find(({ node }) => contains(node, { offset, length: 0 }));
  return {
    senders: [...scope.senders.values()],
    templates: [...scope.templates.values()],
    lets: [...scope.lets.values()],
    parameters: flow?.parameters ?? [],
    flow,
  };
}

/** The type of the parameter that is named at a place, as its declaration and all its uses make it. */
export function typeAt(program: Program, uri: string, offset: number): Type | undefined {
  const symbol = symbolAt(program, uri, offset)?.symbol;
  if (symbol?.kind === 'parameter') return symbol.effective;
  if (symbol?.kind === 'template-parameter') return symbol.type;
  return symbol?.kind === 'let' ? { kind: 'text' } : undefined;
}

/** The `///` lines of a symbol. */
export function documentationOf(program: Program, symbol: AnySymbol): string | undefined {
  const parsed = program.parsed(symbol.uri);
  if (parsed === undefined || symbol.node === undefined) return undefined;
  return docBefore(parsed, symbol.node.offset);
}
