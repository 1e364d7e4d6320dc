import type { Channel } from '../routee/channels.js';
import type {
  ChainNode,
  FlowNode,
  LetNode,
  ParamNode,
  SenderIdNode,
  SenderNode,
  TemplateNode,
  WordingNode,
} from '../syntax/tree.js';
import type { Place, Span } from '../text/span.js';
import type { Type } from './types.js';

/** What a name can stand for. Its place is that of the name where it is declared. */
interface SymbolOf<Kind extends string> extends Place {
  readonly kind: Kind;
  readonly name: string;
}

export interface LetSymbol extends SymbolOf<'let'> {
  readonly node: LetNode;
}

export interface SenderSymbol extends SymbolOf<'sender'> {
  readonly node: SenderNode;
  readonly ids: ReadonlyMap<Channel, SenderIdNode>;
}

export interface TemplateSymbol extends SymbolOf<'template'> {
  readonly node: TemplateNode;
  readonly params: readonly TemplateParameter[];
  readonly category: 'otp' | 'transactional' | undefined;
  /** The languages it has; none where every language is accepted. */
  readonly langs: ReadonlyMap<string, WordingNode>;
}

export interface TemplateParameter extends SymbolOf<'template-parameter'> {
  readonly node: ParamNode;
  readonly template: string;
  /** Nothing where the declaration has a fault of its own. */
  readonly type: Type | undefined;
}

export interface FlowSymbol extends SymbolOf<'flow'> {
  /** It changes when the text before it does. */
  offset: number;
  readonly node: FlowNode | ChainNode;
}

/** A parameter of a flow. One that is inferred has no node, and its place is its first use. */
export interface ParameterSymbol extends SymbolOf<'parameter'> {
  readonly flow: string;
  readonly node: ParamNode | undefined;
  /** As declared, or as its uses ask for. Nothing where the declaration has a fault of its own. */
  type: Type | undefined;
  /** What its declaration and all its uses together allow: what a value must be. */
  effective: Type | undefined;
}

/** A language of a template, as `lang` names it. */
export interface LanguageSymbol extends SymbolOf<'language'> {
  readonly node: WordingNode;
  readonly template: string;
}

export type AnySymbol =
  | LetSymbol
  | SenderSymbol
  | TemplateSymbol
  | TemplateParameter
  | FlowSymbol
  | ParameterSymbol
  | LanguageSymbol;

export type DeclaredSymbol = LetSymbol | SenderSymbol | TemplateSymbol | FlowSymbol;

/** A place at which a symbol is named. `implicit` where nothing is written: the only sender, an argument by its name. */
export interface Reference extends Span {
  readonly symbol: AnySymbol;
  readonly implicit: boolean;
}

/** A piece of a text whose lets are filled in: characters, or a parameter to be filled in. */
export type Piece = string | HolePiece;

export interface HolePiece extends Span {
  readonly parameter: ParameterSymbol;
}

/** A text or value with every name looked up. */
export interface ResolvedText extends Span {
  readonly pieces: readonly Piece[];
  /** False where a name or the text itself is at fault, so that nothing more can be said about it. */
  readonly known: boolean;
}

export function constant(span: Span, text: string): ResolvedText {
  return { offset: span.offset, length: span.length, pieces: text === '' ? [] : [text], known: true };
}

/** The characters of a text without parameters. */
export function constantText(text: ResolvedText): string | undefined {
  if (!text.known || text.pieces.some((piece) => typeof piece !== 'string')) return undefined;
  return text.pieces.join('');
}

/** The characters that are the same whatever the parameters are. */
export function fixedText(text: ResolvedText): string {
  return text.pieces.filter((piece) => typeof piece === 'string').join('');
}

/** A text with its lets filled in, in which each parameter stands as it is written. */
export function writtenText({ pieces }: ResolvedText): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : `{${piece.parameter.name}}`)).join('');
}

/** The pieces of a text as plain data. */
export function plainPieces({ pieces }: ResolvedText): (string | { readonly param: string })[] {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : { param: piece.parameter.name }));
}
