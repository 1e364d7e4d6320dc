import type { Program } from '../program.js';
import { docBefore } from '../syntax/docs.js';
import { type Place, type Span, touches } from '../text/span.js';
import type { Flow } from './model.js';
import type {
  AnySymbol,
  DeclaredSymbol,
  LetSymbol,
  ParameterSymbol,
  Reference,
  SenderSymbol,
  TemplateSymbol,
} from './symbols.js';
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
  // Written references only: what is taken without being written has no name at its place.
  const isHere = (reference: Reference) => !reference.implicit && touches(reference, offset);
  const reference = program.referencesNear(uri, offset).find(isHere);
  if (reference !== undefined) return { symbol: reference.symbol, span: reference };
  const declared = declaredAt(program, uri, offset);
  return declared && { symbol: declared, span: declared };
}

/** The symbol of which the name is declared at a place. */
function declaredAt(program: Program, uri: string, offset: number): AnySymbol | undefined {
  const names = program.names(uri);
  if (names === undefined) return undefined;
  const isHere = (place: Span) => touches(place, offset);
  const { lets, senders, templates, declarations } = names;
  return (
    lets.find(isHere) ??
    senders.find(isHere) ??
    templates.find(isHere) ??
    templates.find(({ node }) => touches(node, offset))?.params.find(isHere) ??
    languageAt(templates, offset) ??
    // A chain is named after its file: there is no name in the text.
    declarations.flows.find((symbol) => symbol.node.kind === 'flow' && isHere(symbol)) ??
    program.flowAt(uri, offset)?.parameters.find((symbol) => symbol.node !== undefined && isHere(symbol))
  );
}

function languageAt(templates: readonly TemplateSymbol[], offset: number): AnySymbol | undefined {
  for (const { langs, name, uri } of templates) {
    for (const [lang, node] of langs) {
      if (node.lang === undefined || !touches(node.lang, offset)) continue;
      return { kind: 'language', uri, name: lang, template: name, node, ...spanOnly(node.lang) };
    }
  }
  return undefined;
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
  const symbol = symbolAt(program, uri, offset)?.symbol;
  return symbol === undefined ? [] : placesOf(program, symbol, filesNaming(program, symbol));
}

/** The places of one file that name what is named at a place. */
export function referencesIn(program: Program, uri: string, offset: number): NamedPlace[] {
  const symbol = symbolAt(program, uri, offset)?.symbol;
  return symbol === undefined ? [] : placesOf(program, symbol, [uri]).filter((place) => place.uri === uri);
}

function placesOf(program: Program, symbol: AnySymbol, files: readonly string[]): NamedPlace[] {
  const { uri, offset, length } = symbol;
  const isInferred = symbol.kind === 'parameter' && symbol.node === undefined;
  const places: NamedPlace[] = isInferred ? [] : [{ uri, offset, length, isDeclaration: true }];
  for (const file of files) {
    // A parameter is named in its flow only.
    const isLocal = symbol.kind === 'parameter';
    for (const reference of isLocal ? program.referencesNear(file, offset) : (program.model(file)?.references ?? [])) {
      if (reference.implicit || !isSame(reference.symbol, symbol)) continue;
      places.push({ uri: file, offset: reference.offset, length: reference.length, isDeclaration: false });
    }
  }
  return places;
}

/** The lets, senders, templates and named flows of a file, before any name is looked up. */
export function declarationsIn(program: Program, uri: string): DeclaredSymbol[] {
  const declarations = program.outline(uri)?.declarations;
  if (declarations === undefined) return [];
  const { lets, senders, templates, flows } = declarations;
  return [...lets, ...senders, ...templates, ...flows];
}

/** The files whose names are worth looking up: those that can see the symbol and have its name in their text. */
function filesNaming(program: Program, { kind, uri, name }: AnySymbol): string[] {
  if (kind === 'parameter' || kind === 'flow') return [uri];
  return filesSeeing(program, uri).filter((file) => program.parsed(file)?.text.includes(name));
}

/** A file, and those that import it. */
export function filesSeeing(program: Program, uri: string): string[] {
  return program.uris.filter((file) => file === uri || program.outline(file)?.imports.some((one) => one.uri === uri));
}

/** A symbol is what is declared at a place: it may be represented more than once. */
export function isSame(a: AnySymbol, b: AnySymbol): boolean {
  return a === b || (a.kind === b.kind && a.uri === b.uri && a.offset === b.offset && a.name === b.name);
}

/** What can be named at a place. */
export function namesInScope(program: Program, uri: string, offset: number): NamesInScope {
  const scope = program.names(uri)?.scope;
  if (scope === undefined) return { senders: [], templates: [], lets: [], parameters: [], flow: undefined };
  const flow = program.flowAt(uri, offset);
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
