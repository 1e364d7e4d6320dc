import { endOf, type Span } from '../text/span.js';

/**
 * The tree of a file: what the author wrote, with the place of each part. What is missing in a broken file is
 * `undefined`; what could not be understood is a `skipped` item. Places are absolute, finite, and nested.
 */

interface NodeOf<Kind extends string> extends Span {
  readonly kind: Kind;
}

/** A name as it was written, or a keyword as it was meant. */
export interface WordNode extends NodeOf<'word'> {
  readonly text: string;
}

/** `{name}`: in a text, or alone as a value. */
export interface HoleNode extends NodeOf<'hole'> {
  readonly name: WordNode | undefined;
}

/** Characters of a text and what they stand for: equal, but for escapes and line breaks. */
export interface CharsNode extends NodeOf<'chars'> {
  readonly value: string;
}

export interface TextNode extends NodeOf<'text'> {
  readonly parts: readonly (CharsNode | HoleNode)[];
  /** False when its end or one of its escapes is at fault, so that nothing more is said about its content. */
  readonly sound: boolean;
}

export interface IntegerNode extends NodeOf<'integer'> {
  readonly value: number | undefined;
  /** As it was written. */
  readonly image: string;
}

export interface DurationNode extends NodeOf<'duration'> {
  readonly seconds: number | undefined;
  /** As it was written, which a message shows: `90m`, and not `1h30m`. */
  readonly image: string;
}

export interface SizeNode extends NodeOf<'size'> {
  readonly megabytes: number | undefined;
  /** As it was written. */
  readonly image: string;
}

export type ValueNode = TextNode | HoleNode;

// Declarations

export interface ImportNode extends NodeOf<'import'> {
  readonly path: TextNode | undefined;
}

export interface LetNode extends NodeOf<'let'> {
  readonly name: WordNode | undefined;
  readonly value: TextNode | undefined;
}

export interface SenderIdNode extends NodeOf<'sender-id'> {
  readonly channel: WordNode;
  readonly id: TextNode | undefined;
}

export interface SenderNode extends NodeOf<'sender'> {
  readonly name: WordNode | undefined;
  readonly ids: readonly SenderIdNode[];
}

export interface CategoryNode extends NodeOf<'category'> {
  readonly word: WordNode | undefined;
}

export interface WordingNode extends NodeOf<'wording'> {
  readonly lang: WordNode | undefined;
  readonly text: TextNode | undefined;
}

export interface TemplateNode extends NodeOf<'template'> {
  readonly name: WordNode | undefined;
  readonly params: ParamsNode | undefined;
  readonly id: TextNode | undefined;
  readonly body: readonly (CategoryNode | WordingNode)[] | undefined;
}

export interface FlowNode extends NodeOf<'flow'> {
  readonly endpoint: WordNode | undefined;
  readonly name: WordNode | undefined;
  readonly params: ParamsNode | undefined;
  /** One that stands among the steps, which is a fault, is left out. */
  readonly settings: readonly SettingNode[];
  readonly chain: ChainNode | undefined;
}

export interface ParamsNode extends NodeOf<'params'> {
  readonly list: readonly ParamNode[];
}

export interface ParamNode extends NodeOf<'param'> {
  readonly name: WordNode;
  readonly type: TypeNode | undefined;
  readonly default: TextNode | IntegerNode | undefined;
}

export interface TypeNode extends NodeOf<'type'> {
  readonly name: WordNode;
  readonly range: RangeNode | undefined;
  readonly langs: readonly WordNode[] | undefined;
}

export interface RangeNode extends NodeOf<'range'> {
  readonly min: IntegerNode | undefined;
  readonly max: IntegerNode | undefined;
}

export type SettingNode = FromNode | ToNode | CallbackNode;

export interface CallbackNode extends NodeOf<'callback'> {
  readonly keyword: WordNode;
  readonly value: ValueNode | undefined;
  readonly moment: WordNode | undefined;
}

/** Tokens that could not be understood. */
export interface SkippedNode extends NodeOf<'skipped'> {}

// Steps

export interface ChainNode extends NodeOf<'chain'> {
  readonly steps: readonly StepNode[];
}

export interface StepNode extends NodeOf<'step'> {
  readonly thenWord: WordNode | undefined;
  readonly channel: WordNode;
  readonly content: ContentNode | undefined;
  readonly clauses: readonly ClauseNode[];
}

export type ContentNode = TextNode | TemplateUseNode | VerbsNode;

export interface TemplateUseNode extends NodeOf<'template-use'> {
  readonly keyword: WordNode;
  readonly template: WordNode | TextNode | undefined;
  readonly args: ArgsNode | undefined;
}

export interface ArgsNode extends NodeOf<'args'> {
  readonly list: readonly ArgNode[];
}

export interface ArgNode extends NodeOf<'arg'> {
  readonly name: WordNode;
  readonly value: TextNode | IntegerNode | HoleNode | undefined;
}

export interface VerbsNode extends NodeOf<'verbs'> {
  /** In braces, each clause belongs to the verb before it; without, the voice step's clauses follow its only verb. */
  readonly braces: boolean;
  readonly list: readonly VerbNode[];
}

export interface VerbNode extends NodeOf<'verb'> {
  readonly keyword: WordNode;
  readonly value: ValueNode | undefined;
  readonly clauses: readonly ClauseNode[];
}

// Clauses: the keyword names the clause, also on a step that does not take it.

interface ClauseOf<Kind extends string> extends NodeOf<Kind> {
  readonly keyword: WordNode;
}

export interface ValueClauseNode extends ClauseOf<'image' | 'inbound'> {
  readonly value: ValueNode | undefined;
}

export interface ButtonNode extends ClauseOf<'button'> {
  readonly caption: TextNode | undefined;
  readonly url: ValueNode | undefined;
}

export interface FileNode extends ClauseOf<'file'> {
  readonly url: ValueNode | undefined;
  readonly name: TextNode | undefined;
  readonly type: WordNode | undefined;
}

export interface VideoNode extends ClauseOf<'video'> {
  readonly url: ValueNode | undefined;
  readonly thumbnail: ValueNode | undefined;
  readonly size: SizeNode | undefined;
  readonly duration: DurationNode | undefined;
}

export interface LabelNode extends ClauseOf<'label'> {
  readonly text: TextNode | undefined;
}

/** `no` is written before the flag, which is the keyword. */
export interface FlagNode extends ClauseOf<'flag'> {
  readonly no: WordNode | undefined;
}

export interface LangNode extends ClauseOf<'lang'> {
  readonly lang: WordNode | HoleNode | undefined;
}

export interface WordClauseNode extends ClauseOf<'devices' | 'gender'> {
  readonly word: WordNode | undefined;
}

export interface SeqNode extends ClauseOf<'seq'> {
  readonly value: IntegerNode | undefined;
}

export interface ShortenLinksNode extends ClauseOf<'shorten-links'> {
  readonly for: WordNode | undefined;
  readonly duration: DurationNode | undefined;
}

export interface MachineNode extends ClauseOf<'machine'> {
  readonly word: WordNode | undefined;
  readonly value: ValueNode | undefined;
}

export interface RepeatNode extends ClauseOf<'repeat'> {
  readonly times: IntegerNode | WordNode | undefined;
}

export interface ToNode extends ClauseOf<'to'> {
  readonly channel: WordNode | undefined;
  readonly value: ValueNode | undefined;
}

export interface FromNode extends ClauseOf<'from'> {
  readonly sender: WordNode | TextNode | undefined;
}

export interface TtlNode extends ClauseOf<'ttl'> {
  readonly duration: DurationNode | undefined;
}

export interface OnNode extends ClauseOf<'on'> {
  readonly statuses: readonly WordNode[];
}

export type ClauseNode =
  | ValueClauseNode
  | ButtonNode
  | FileNode
  | VideoNode
  | LabelNode
  | FlagNode
  | LangNode
  | WordClauseNode
  | SeqNode
  | ShortenLinksNode
  | MachineNode
  | RepeatNode
  | ToNode
  | FromNode
  | TtlNode
  | OnNode;

export type ClauseKind = ClauseNode['kind'];

export type DeclarationNode = LetNode | SenderNode | TemplateNode | FlowNode;
export type ItemNode = ImportNode | SettingNode | DeclarationNode | ChainNode | SkippedNode;

export interface FileTree extends NodeOf<'source'> {
  /** In the order of the text. */
  readonly items: readonly ItemNode[];
}

export type SyntaxNode =
  | FileTree
  | ItemNode
  | WordNode
  | HoleNode
  | CharsNode
  | TextNode
  | IntegerNode
  | DurationNode
  | SizeNode
  | SenderIdNode
  | CategoryNode
  | WordingNode
  | ParamsNode
  | ParamNode
  | TypeNode
  | RangeNode
  | StepNode
  | TemplateUseNode
  | ArgsNode
  | ArgNode
  | VerbsNode
  | VerbNode
  | ClauseNode;

/** The parts of a node in the order of the text. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  eachPart(node, (part) => children.push(part));
  return children.sort((a, b) => a.offset - b.offset || a.length - b.length);
}

/** Visits the parts of a node in any order, with nothing made on the way. */
export function eachPart(node: SyntaxNode, visit: (part: SyntaxNode) => void): void {
  for (const key in node) {
    const value: unknown = node[key as keyof SyntaxNode];
    if (Array.isArray(value)) {
      for (const one of value) if (isNode(one)) visit(one);
    } else if (isNode(value)) {
      visit(value);
    }
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'kind' in value && 'offset' in value;
}

/** The nodes that touch an offset, from the file to the narrowest. */
export function pathTo(tree: FileTree, offset: number): SyntaxNode[] {
  const path: SyntaxNode[] = [tree];
  for (let node: SyntaxNode | undefined = tree; node !== undefined; ) {
    node = lastTouching(node, offset);
    if (node !== undefined) path.push(node);
  }
  return path;
}

/** Where two parts touch, the later one is meant: a cursor stands before what it is about to change. */
function lastTouching(node: SyntaxNode, offset: number): SyntaxNode | undefined {
  let last: SyntaxNode | undefined;
  eachPart(node, (part) => {
    if (offset < part.offset || offset > endOf(part)) return;
    const isLater =
      last === undefined || part.offset > last.offset || (part.offset === last.offset && part.length >= last.length);
    if (isLater) last = part;
  });
  return last;
}
