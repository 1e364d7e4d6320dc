import { namesInScope } from '../names/queries.js';
import { type Outline, scopeIn } from '../names/resolve.js';
import type { Scope } from '../names/scope.js';
import type { LetSymbol, ParameterSymbol, TemplateParameter, TemplateSymbol } from '../names/symbols.js';
import { type Type, typeFromNode } from '../names/types.js';
import type { Program } from '../program.js';
import type { ParsedFile } from '../syntax/parse.js';
import type * as tree from '../syntax/tree.js';
import { touches } from '../text/span.js';
import type { Around, FlowDraft } from './slots.js';

export type NamedValue = LetSymbol | ParameterSymbol | TemplateParameter;

/** A place of a file, and what can be named there. Each answer is made when it is first asked for. */
export class Question {
  readonly program: Program;
  readonly uri: string;
  readonly offset: number;
  readonly parsed: ParsedFile;
  /** The files that an import could name. */
  readonly files: readonly string[];
  readonly outline: Outline;
  #scope: Scope | undefined;

  constructor(program: Program, outline: Outline, offset: number, files: readonly string[]) {
    this.program = program;
    this.outline = outline;
    this.parsed = outline.parsed;
    this.uri = outline.parsed.uri;
    this.offset = offset;
    this.files = files;
  }

  get scope(): Scope {
    this.#scope ??= scopeIn(this.outline, this.program);
    return this.#scope;
  }

  template(name: string | undefined): TemplateSymbol | undefined {
    return name === undefined ? undefined : this.scope.templates.get(name);
  }

  /** The names that can fill a hole. */
  values(around: Around): NamedValue[] {
    const byName = new Map<string, NamedValue>();
    for (const symbol of this.#valuesOf(around)) if (!byName.has(symbol.name)) byName.set(symbol.name, symbol);
    return [...byName.values()];
  }

  #valuesOf(around: Around): NamedValue[] {
    const lets = [...this.scope.lets.values()];
    switch (around.kind) {
      case 'file':
        return lets;
      case 'let':
        return lets.filter((symbol) => symbol.uri !== this.uri || symbol.node.offset < around.offset);
      case 'template':
        return [...this.templateParameters(around.offset)];
      case 'flow':
        return [...this.parameters(around), ...lets];
    }
  }

  templateParameters(offset: number): readonly TemplateParameter[] {
    return this.outline.declarations.templates.find(({ node }) => node.offset === offset)?.params ?? [];
  }

  /** Those of the list, or those that the flow needs so far: the name that is being typed is not one yet. */
  parameters(flow: FlowDraft): readonly ParameterSymbol[] {
    const list = this.parameterList(flow)?.list;
    if (list !== undefined) return list.map((node) => this.#listed(node));
    const found = namesInScope(this.program, this.uri, flow.offset).flow;
    const isTyped = (hole: tree.HoleNode) => hole.name !== undefined && touches(hole.name, this.offset);
    const others = () => [...(found?.holes.keys() ?? [])].filter((hole) => !isTyped(hole));
    return (found?.parameters ?? []).filter(
      (symbol) => !touches(symbol, this.offset) || others().some((hole) => hole.name?.text === symbol.name),
    );
  }

  parameterList(flow: FlowDraft): tree.ParamsNode | undefined {
    const node = this.itemAt(flow.offset);
    return node?.kind === 'flow' ? node.params : undefined;
  }

  /** The declaration that starts at an offset. */
  itemAt(offset: number): tree.ItemNode | undefined {
    const item = this.parsed.tree.items[lastBefore(this.parsed.tree.items, offset + 1)];
    return item?.offset === offset ? item : undefined;
  }

  #listed(node: tree.ParamNode): ParameterSymbol {
    const type: Type | undefined = typeFromNode(node.type);
    const { offset, length, text: name } = node.name;
    return { kind: 'parameter', name, uri: this.uri, offset, length, flow: '', node, type, effective: type };
  }
}

/** The index of the last item that starts before an offset; -1 where none does. */
export function lastBefore(items: readonly tree.ItemNode[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
