import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { CallbackMoment, Channel, EndpointName } from '../routee/channels.js';
import type { ParsedFile } from '../syntax/parse.js';
import type * as tree from '../syntax/tree.js';
import { type Span, touches } from '../text/span.js';
import type { Declarations, Shared } from './declarations.js';
import type { Scope } from './scope.js';
import type {
  DeclaredSymbol,
  FlowSymbol,
  ParameterSymbol,
  Piece,
  Reference,
  ResolvedText,
  SenderSymbol,
  TemplateSymbol,
} from './symbols.js';

/** A file with the names of all but its flows looked up. */
export interface FileNames extends Shared {
  readonly uri: string;
  readonly parsed: ParsedFile;
  readonly imports: readonly Import[];
  /** What can be named in the file. */
  readonly scope: Scope;
  readonly declarations: Declarations;
  /** Each let, sender id and template id with its names looked up, by its node. */
  readonly constants: ReadonlyMap<tree.TextNode, ResolvedText>;
  /** The places outside of flows where a name is used. */
  readonly ownReferences: readonly Reference[];
  /** Faults of the grammar, in the order of the text: what lies around one may not be what was meant. */
  readonly syntaxFaults: readonly Diagnostic[];
}

/** A file with its names looked up: what the rules check and the payload is made of. */
export interface FileModel extends FileNames {
  readonly flows: readonly Flow[];
  /** Every place where a name of this or another file is used, in the order of the text. */
  readonly references: readonly Reference[];
}

export interface Import {
  readonly node: tree.ImportNode;
  /** The place of the path, quotes and all. */
  readonly span: Span;
  readonly path: string;
  /** The file it leads to, where there is one. */
  readonly uri: string | undefined;
}

export interface Flow {
  readonly symbol: FlowSymbol;
  readonly name: string;
  readonly uri: string;
  /** A chain at the end of a file is a flow named after the file. */
  readonly node: tree.FlowNode | tree.ChainNode;
  readonly endpoint: EndpointName;
  /** What fixes the endpoint: the word, the first template step, or nothing. */
  readonly endpointFrom: tree.WordNode | tree.TemplateUseNode | undefined;
  readonly parameters: readonly ParameterSymbol[];
  /** Whether the author wrote the parameter list. */
  readonly listed: boolean;
  readonly callback: Callback | undefined;
  readonly steps: readonly Step[];
  /** Every text and value of the flow and its settings with its names looked up, by its node. */
  readonly texts: ReadonlyMap<tree.ValueNode, ResolvedText>;
  /** What stands for each hole of these texts: the characters of a let, or a parameter. */
  readonly holes: ReadonlyMap<tree.HoleNode, readonly Piece[]>;
  /** False where a fault of the grammar lies in it: then nothing is said about what it lacks. */
  readonly sound: boolean;
}

export interface Callback {
  readonly node: tree.CallbackNode;
  readonly url: ResolvedText | undefined;
  readonly moment: CallbackMoment;
}

export interface Step {
  readonly node: tree.StepNode;
  readonly channel: Channel;
  /** From 1. */
  readonly order: number;
  readonly isLast: boolean;
  readonly sender: SenderUse | undefined;
  readonly recipients: readonly Recipient[];
  readonly template: TemplateUse | undefined;
  readonly verbs: readonly Verb[];
  /** The clauses of the step itself; those of a verb without braces are with the verb. */
  readonly clauses: readonly tree.ClauseNode[];
}

export interface SenderUse {
  /** The id on the step's channel. */
  readonly id: ResolvedText;
  /** Where it is written, when that is in a `from` and not in a declaration. */
  readonly literal: Span | undefined;
  /** Nothing where the id itself is written. */
  readonly symbol: SenderSymbol | undefined;
}

export interface Recipient {
  readonly kind: 'phone' | 'viber' | 'sip';
  readonly value: ResolvedText;
}

export interface TemplateUse {
  readonly node: tree.TemplateUseNode;
  /** The declared template; nothing where the id is written, or the name is not known. */
  readonly symbol: TemplateSymbol | undefined;
  readonly id: ResolvedText | undefined;
  readonly arguments: readonly Argument[];
  /** Whether `templateParams` is written at all. */
  readonly hasArguments: boolean;
  readonly lang: tree.WordNode | tree.HoleNode | undefined;
  readonly langText: ResolvedText | undefined;
}

export interface Argument extends Span {
  readonly name: string;
  /** A number where an integer is written. */
  readonly value: ResolvedText | number;
  /** Whether a single parameter is sent as a JSON number. */
  readonly asNumber: boolean;
  /** Where it is written; nothing where it is taken by its name or from its default. */
  readonly node: tree.ArgNode | undefined;
}

export interface Verb {
  readonly node: tree.VerbNode;
  readonly clauses: readonly tree.ClauseNode[];
}

export type ClauseOfKind<Kind extends tree.ClauseKind> = tree.ClauseNode extends infer Node
  ? Node extends tree.ClauseNode
    ? Kind extends Node['kind']
      ? Node
      : never
    : never
  : never;

/** The clause of a kind, the first where it stands twice. */
export function clauseOf<Kind extends tree.ClauseKind>(
  owner: { readonly clauses: readonly tree.ClauseNode[] },
  kind: Kind,
): ClauseOfKind<Kind> | undefined {
  const { clauses } = owner;
  for (let at = 0; at < clauses.length; at++) {
    const clause = clauses[at];
    if (clause?.kind === kind) return clause as ClauseOfKind<Kind>;
  }
  return undefined;
}

/** The step of a flow that an offset lies in: where two touch, the one that starts there. */
export function stepAt(flow: Flow, offset: number): Step | undefined {
  return flow.steps.findLast(({ node }) => touches(node, offset));
}

/** A flag: true where it is written, false behind `no`, nothing where it is absent. */
export function flagOf(owner: { readonly clauses: readonly tree.ClauseNode[] }, name: string): boolean | undefined {
  const flag = owner.clauses.find((clause) => clause.kind === 'flag' && clause.keyword.text === name);
  return flag?.kind === 'flag' ? flag.no === undefined : undefined;
}

export type { DeclaredSymbol };
