import type { Definition } from '../diagnostics/define.js';
import { names } from '../diagnostics/fo2-names.js';
import type * as tree from '../syntax/tree.js';
import { nearest } from '../text/nearest.js';
import type { Span } from '../text/span.js';
import { addParameter, replaceWith } from './fixes.js';
import type { FlowContext } from './flow.js';
import type { FlowSymbol, ParameterSymbol, Piece, ResolvedText } from './symbols.js';
import {
  describeRange,
  describeType,
  fits,
  intersect,
  type Type,
  typeFromNode,
  typeText,
  type Wanted,
} from './types.js';

/** The parameters of a flow: those of its list, or those that its places ask for. */
export class FlowParameters {
  readonly listed: boolean;
  readonly #context: FlowContext;
  readonly #flow: FlowSymbol;
  readonly #symbols = new Map<string, ParameterSymbol>();
  /** What all uses together ask for. */
  readonly #wanted = new Map<string, Wanted>();
  /** Names that mean nothing, at each of their places, and what all places of one together ask for. */
  readonly #unknown: { readonly name: string; readonly place: Span }[] = [];
  readonly #unknownTypes = new Map<string, Wanted>();
  readonly #neededNames: () => ReadonlySet<string>;
  #needed: ReadonlySet<string> | undefined;

  /** @param neededNames what any step makes a parameter, asked for only if there is no list */
  constructor(
    flow: FlowSymbol,
    params: tree.ParamsNode | undefined,
    context: FlowContext,
    neededNames: () => ReadonlySet<string>,
  ) {
    this.#flow = flow;
    this.#neededNames = neededNames;
    this.#context = context;
    this.listed = params !== undefined;
    for (const node of params?.list ?? []) {
      if (this.#symbols.has(node.name.text)) continue;
      const type = typeFromNode(node.type);
      this.#symbols.set(node.name.text, this.#symbol(node.name.text, node.name, node, type));
    }
  }

  list(): ParameterSymbol[] {
    return [...this.#symbols.values()];
  }

  /** Whether a name can be a parameter here: it is in the list, or there is none. */
  has(name: string): boolean {
    return this.#symbols.has(name) || !this.listed;
  }

  /** Whether a name means something in this flow: a parameter, a let, or what any of its steps makes a parameter. */
  isMeant(name: string): boolean {
    if (this.#symbols.has(name) || this.#context.scope.lets.has(name)) return true;
    if (this.listed) return false;
    this.#needed ??= this.#neededNames();
    return this.#needed.has(name);
  }

  /** What stands for a name at a place. Nothing, and a diagnostic, where the name means nothing there. */
  use(name: string, wanted: Wanted, place: Span, implicit: boolean): readonly Piece[] | undefined {
    const declared = this.#symbols.get(name);
    if (declared !== undefined) return this.#useDeclared(declared, wanted, place, implicit);
    const constant = name === 'to' && implicit ? undefined : this.#context.scope.lets.get(name);
    if (constant !== undefined) {
      this.#context.refer({ offset: place.offset, length: place.length, symbol: constant, implicit });
      const text = this.#context.letText(constant);
      return text?.known ? text.pieces : undefined;
    }
    if (this.listed) {
      this.#unknownName(name, wanted, place);
      return undefined;
    }
    const symbol = this.#symbol(name, place, undefined, undefined);
    this.#symbols.set(name, symbol);
    return this.#useInferred(symbol, wanted, place, implicit);
  }

  #useDeclared(symbol: ParameterSymbol, wanted: Wanted, place: Span, implicit: boolean): readonly Piece[] | undefined {
    if (symbol.node === undefined) return this.#useInferred(symbol, wanted, place, implicit);
    this.#context.refer({ offset: place.offset, length: place.length, symbol, implicit });
    const pieces = [{ parameter: symbol, offset: place.offset, length: place.length }];
    const { type } = symbol;
    if (type === undefined || wanted.kind === 'any') return pieces;
    if (!fits(type, wanted)) {
      this.#mismatch(symbol, type, wanted, place, implicit);
      return undefined;
    }
    this.#checkRange(symbol, type, wanted, place);
    this.#want(symbol.name, wanted);
    return pieces;
  }

  #useInferred(symbol: ParameterSymbol, wanted: Wanted, place: Span, implicit: boolean): readonly Piece[] {
    this.#context.refer({ offset: place.offset, length: place.length, symbol, implicit });
    const before = this.#wanted.get(symbol.name);
    if (!this.#want(symbol.name, wanted) && before !== undefined && before.kind !== 'any' && wanted.kind !== 'any') {
      const params = { name: symbol.name, first: describeType(before), second: describeType(wanted) };
      this.#context.report(names.inferredConflict, place, params, {
        related: [{ uri: symbol.uri, offset: symbol.offset, length: symbol.length, message: 'first used here' }],
      });
    }
    return [{ parameter: symbol, offset: place.offset, length: place.length }];
  }

  #want(name: string, wanted: Wanted): boolean {
    const before = this.#wanted.get(name) ?? { kind: 'any' };
    const both = intersect(before, wanted);
    if (both !== undefined) this.#wanted.set(name, both);
    return both !== undefined;
  }

  /** Asks more of a parameter that stands alone, without a word: what its value must be besides is a rule's to say. */
  narrow(text: ResolvedText, wanted: Type): void {
    const only = text.pieces[0];
    if (text.pieces.length === 1 && typeof only === 'object') this.#want(only.parameter.name, wanted);
  }

  #mismatch(symbol: ParameterSymbol, type: Type, wanted: Type, place: Span, implicit: boolean): void {
    const { uri, report } = this.#context;
    const typeNode = symbol.node?.type;
    const fixes = typeNode === undefined ? [] : [replaceWith(uri, typeNode, typeText(wanted))];
    // Where nothing is written, the fault is in the declaration.
    const at = implicit && typeNode !== undefined ? typeNode : place;
    const params = { name: symbol.name, type: `\`${typeText(type)}\``, wanted: describeType(wanted) };
    report(names.typeMismatch, at, params, {
      fixes,
      related: [
        at === place
          ? { uri, offset: symbol.offset, length: symbol.length, message: 'declared here' }
          : { uri, offset: place.offset, length: place.length, message: 'needed here' },
      ],
    });
  }

  #checkRange(symbol: ParameterSymbol, type: Type, wanted: Type, place: Span): void {
    const { report } = this.#context;
    if (type.kind === 'lang' && wanted.kind === 'lang') {
      const missing = wanted.langs.length === 0 ? undefined : type.langs.find((lang) => !wanted.langs.includes(lang));
      if (missing === undefined) return;
      const params = { name: symbol.name, lang: missing, template: wanted.of ?? '', langs: wanted.langs };
      report(names.languageNotInTemplate, place, params);
      return;
    }
    if ((type.kind !== 'text' && type.kind !== 'int') || type.kind !== wanted.kind) return;
    const tooSmall = type.min !== undefined && wanted.min !== undefined && type.min < wanted.min;
    const tooLarge = type.max !== undefined && wanted.max !== undefined && type.max > wanted.max;
    if (!tooSmall && !tooLarge) return;
    const range = `${type.kind === 'text' ? 'have' : 'be'} ${describeRange(type)}`;
    const params = { name: symbol.name, range, limit: describeRange(wanted), where: 'this place' };
    const typeNode = symbol.node?.type;
    const both = intersect(type, wanted);
    const narrower = typeText(both === undefined || both.kind === 'any' ? wanted : both);
    report(names.rangeTooWide, place, params, {
      fixes: typeNode === undefined ? [] : [replaceWith(this.#context.uri, typeNode, narrower)],
    });
  }

  /** It is reported in the end: the parameter that may be missing is one that fits all its places. */
  #unknownName(name: string, wanted: Wanted, place: Span): void {
    if (!this.#context.scope.isComplete) return;
    const before = this.#unknownTypes.get(name);
    this.#unknownTypes.set(name, (before && intersect(before, wanted)) ?? wanted);
    this.#unknown.push({ name, place });
  }

  #reportUnknown(name: string, place: Span): void {
    const { uri, scope, report } = this.#context;
    const wanted = this.#unknownTypes.get(name) ?? { kind: 'any' };
    const suggestion = nearest(name, [...this.#symbols.keys(), ...scope.lets.keys()]);
    const type = typeText(wanted.kind === 'any' ? { kind: 'text' } : wanted);
    const fixes = suggestion === undefined ? [] : [replaceWith(uri, place, suggestion)];
    if (this.#flow.node.kind === 'flow') fixes.push(...addParameter(uri, this.#flow.node, `${name}: ${type}`));
    report(names.unknownName, place, { name, where: `The flow \`${this.#flow.name}\``, suggestion }, { fixes });
  }

  /** The same for names of other kinds. */
  unknown(
    definition: Definition<{ name: string; suggestion?: string | undefined }>,
    word: tree.WordNode,
    candidates: Iterable<string>,
  ): void {
    if (!this.#context.scope.isComplete) return;
    const suggestion = nearest(word.text, candidates);
    const fixes = suggestion === undefined ? [] : [replaceWith(this.#context.uri, word, suggestion)];
    this.#context.report(definition, word, { name: word.text, suggestion }, { fixes });
  }

  /** Gives each parameter its type, once all its uses are known. */
  settle(): void {
    for (const { name, place } of this.#unknown) this.#reportUnknown(name, place);
    for (const symbol of this.#symbols.values()) {
      const wanted = this.#wanted.get(symbol.name) ?? { kind: 'any' };
      const type = wanted.kind === 'any' ? undefined : wanted;
      if (symbol.node === undefined) {
        // A language that any template takes, whatever it is, is a text.
        symbol.type = type === undefined || (type.kind === 'lang' && type.langs.length === 0) ? { kind: 'text' } : type;
        symbol.effective = symbol.type;
      } else if (symbol.type !== undefined) {
        const both = type === undefined ? symbol.type : intersect(symbol.type, type);
        symbol.effective = both === undefined || both.kind === 'any' ? symbol.type : both;
      }
    }
  }

  #symbol(name: string, place: Span, node: tree.ParamNode | undefined, type: Type | undefined): ParameterSymbol {
    const { offset, length } = place;
    const { uri } = this.#context;
    return { kind: 'parameter', name, uri, offset, length, flow: this.#flow.name, node, type, effective: type };
  }
}
