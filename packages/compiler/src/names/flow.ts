import type { Diagnostic, Fix } from '../diagnostics/diagnostic.js';
import { names } from '../diagnostics/fo2-names.js';
import type { Report } from '../diagnostics/reporter.js';
import type { CallbackMoment, Channel } from '../routee/channels.js';
import type * as tree from '../syntax/tree.js';
import { clauseOrder, settingWords, targetWords } from '../syntax/words.js';
import { firstFrom } from '../text/first-from.js';
import { endOf, type Span } from '../text/span.js';
import { reportSettingsTwice } from './declarations.js';
import { addParameter } from './fixes.js';
import { FlowParameters } from './flow-parameters.js';
import { channelMeant, endpointMeant } from './meant.js';
import type { Callback, Flow, Recipient, SenderUse, Step, Verb } from './model.js';
import { neededNames } from './needed-names.js';
import { checkParameters } from './parameters.js';
import { longestText, plainText, resolveText, type Scope } from './scope.js';
import type {
  FlowSymbol,
  LetSymbol,
  Piece,
  Reference,
  ResolvedText,
  SenderSymbol,
  TemplateParameter,
} from './symbols.js';
import { resolveTemplateUse } from './template-use.js';
import { anything, typeText, type Wanted } from './types.js';

export interface FlowContext {
  readonly uri: string;
  readonly scope: Scope;
  readonly settings: readonly tree.SettingNode[];
  readonly usedSettings: Set<tree.SettingNode>;
  readonly letText: (symbol: LetSymbol) => ResolvedText | undefined;
  readonly constant: (uri: string, node: tree.TextNode) => ResolvedText | undefined;
  readonly syntaxFaults: readonly Diagnostic[];
  readonly report: Report;
  readonly refer: (reference: Reference) => void;
}

/** Looks up every name of a flow, and fills in what is taken when nothing is written. */
export function resolveFlow(symbol: FlowSymbol, context: FlowContext): Flow {
  return new FlowResolver(symbol, context).resolve();
}

const wantedByClause: Readonly<Partial<Record<tree.ClauseKind, Wanted>>> = {
  image: { kind: 'url', https: true },
  inbound: { kind: 'url', https: true },
};
const phone: Wanted = { kind: 'phone' };
const url: Wanted = { kind: 'url' };
const httpsUrl: Wanted = { kind: 'url', https: true };

export class FlowResolver {
  readonly context: FlowContext;
  readonly parameters: FlowParameters;
  readonly texts = new Map<tree.ValueNode, ResolvedText>();
  readonly holes = new Map<tree.HoleNode, readonly Piece[]>();
  readonly node: tree.FlowNode | tree.ChainNode;
  private readonly symbol: FlowSymbol;
  private readonly settings: readonly tree.SettingNode[];
  /** The lets of which has been said that they do not fit. */
  saidOfLets: Set<string> | undefined;
  private saidNoSender = false;
  private saidNoRecipient = false;

  constructor(symbol: FlowSymbol, context: FlowContext) {
    this.symbol = symbol;
    this.context = context;
    this.node = symbol.node;
    const params = this.node.kind === 'flow' ? this.node.params : undefined;
    const needed = () => neededNames(this.node, context.scope.templates, (step) => this.takesParameterTo(step));
    this.parameters = new FlowParameters(symbol, params, context, needed);
    this.settings = inOrder(settingsOf(this.node, context.settings), settingWords);
  }

  resolve(): Flow {
    const { symbol, node, context } = this;
    if (node.kind === 'flow') {
      checkParameters(node.params?.list ?? [], context.uri, context.report);
      reportSettingsTwice(node.settings, context.report);
    }
    const { stepNodes } = this;
    const callback = this.resolveSettings(stepNodes);
    const steps = stepNodes.map((step, index) => this.resolveStep(step, index + 1, index === stepNodes.length - 1));
    const firstTemplate = steps.find((step) => step.channel === 'viber' && step.template !== undefined);
    const endpointWord = node.kind === 'flow' ? node.endpoint : undefined;
    const endpoint =
      endpointWord === undefined
        ? firstTemplate === undefined
          ? 'standard'
          : 'transactional'
        : endpointMeant(endpointWord);
    this.parameters.settle();
    return {
      symbol,
      name: symbol.name,
      uri: context.uri,
      node,
      endpoint,
      endpointFrom: endpointWord ?? firstTemplate?.template?.node,
      parameters: this.parameters.list(),
      listed: this.parameters.listed,
      callback,
      steps,
      texts: this.texts,
      holes: this.holes,
      sound: !hasFaultIn(context.syntaxFaults, node),
    };
  }

  private get stepNodes(): readonly tree.StepNode[] {
    const chain = this.node.kind === 'flow' ? this.node.chain : this.node;
    return chain?.steps ?? [];
  }

  // Texts

  /** A text that is one hole asks the same of its parameter as the hole alone. */
  text(node: tree.ValueNode, wanted: Wanted): ResolvedText {
    const done = this.texts.get(node);
    if (done !== undefined) return done;
    const plain = plainText(node);
    if (plain !== undefined) {
      this.texts.set(node, plain);
      return plain;
    }
    const alone = node.kind === 'hole' || (node.parts.length === 1 && node.parts[0]?.kind === 'hole');
    const lookUp = (hole: tree.HoleNode, name: string) => {
      const pieces = this.parameters.use(name, alone ? wanted : anything, hole.name ?? hole, false);
      this.holes.set(hole, pieces ?? []);
      return pieces;
    };
    const tooLong = () => this.context.report(names.textTooLong, node, { max: longestText });
    const text = resolveText(node, lookUp, tooLong);
    this.texts.set(node, text);
    return text;
  }

  /** A template parameter of which the flow knows nothing can become one of its own. */
  missingArgumentFixes(param: TemplateParameter): Fix[] {
    if (this.node.kind !== 'flow' || param.type === undefined) return [];
    return addParameter(this.context.uri, this.node, `${param.name}: ${typeText(param.type)}`);
  }

  // Settings

  private resolveSettings(steps: readonly tree.StepNode[]): Callback | undefined {
    const isUsed = (kind: 'from' | 'to') => steps.some((step) => !step.clauses.some((clause) => clause.kind === kind));
    let callback: Callback | undefined;
    for (const setting of this.settings) {
      if (setting.kind === 'callback') {
        const moment: CallbackMoment = setting.moment?.text === 'step' ? 'step' : 'completion';
        callback ??= { node: setting, url: setting.value && this.text(setting.value, url), moment };
      } else if (!isUsed(setting.kind)) {
        continue;
      } else if (setting.kind === 'from') {
        if (setting.sender?.kind === 'text') this.text(setting.sender, anything);
        else if (setting.sender !== undefined) this.sender(setting.sender);
      } else if (setting.value !== undefined) {
        this.text(setting.value, wantedOfTarget(setting));
      }
      this.context.usedSettings.add(setting);
    }
    return callback;
  }

  // Steps

  private resolveStep(node: tree.StepNode, order: number, isLast: boolean): Step {
    const channel = channelMeant(node.channel);
    const ownTargets = node.clauses.filter((clause) => clause.kind === 'to');
    const implicit = ownTargets.length === 0 ? this.inheritedRecipients(node, channel) : [];
    const template = node.content?.kind === 'template-use' ? resolveTemplateUse(this, node, node.content) : undefined;
    if (node.content?.kind === 'text') this.text(node.content, anything);
    const verbNodes = node.content?.kind === 'verbs' ? node.content.list : [];
    for (const verb of verbNodes) {
      if (verb.value) this.text(verb.value, verb.keyword.text === 'play' ? url : anything);
      for (const clause of inOrder(verb.clauses, clauseOrder)) this.resolveClause(clause);
    }
    for (const clause of inOrder(node.clauses, clauseOrder)) this.resolveClause(clause);
    const hasOpenVerbs = node.content?.kind === 'verbs' && !node.content.braces;
    const recipients = ownTargets.length === 0 ? implicit : ownTargets.flatMap((target) => this.recipient(target));
    const sender = this.senderOf(node, channel);
    return {
      node,
      channel,
      order,
      isLast,
      sender,
      recipients,
      template,
      verbs: hasOpenVerbs ? openVerbs(verbNodes, node.clauses) : verbNodes.map(verbInBraces),
      clauses: hasOpenVerbs ? node.clauses.filter((clause) => !isOfVerb(clause)) : node.clauses,
    };
  }

  private resolveClause(clause: tree.ClauseNode): void {
    switch (clause.kind) {
      case 'image':
      case 'inbound':
        if (clause.value) this.text(clause.value, wantedByClause[clause.kind] ?? url);
        break;
      case 'button':
        if (clause.caption) this.text(clause.caption, anything);
        if (clause.url) this.text(clause.url, url);
        break;
      case 'file':
        if (clause.url) this.text(clause.url, httpsUrl);
        if (clause.name) this.text(clause.name, anything);
        break;
      case 'video':
        if (clause.url) this.text(clause.url, httpsUrl);
        if (clause.thumbnail) this.text(clause.thumbnail, httpsUrl);
        break;
      case 'label':
        if (clause.text) this.text(clause.text, anything);
        break;
      case 'machine':
        if (clause.value) this.text(clause.value, url);
        break;
      case 'to':
        if (clause.value) this.text(clause.value, wantedOfTarget(clause));
        break;
      case 'from':
        if (clause.sender?.kind === 'text') this.text(clause.sender, anything);
        break;
    }
  }

  // Recipients

  private recipient(node: tree.ToNode): Recipient[] {
    if (node.value === undefined) return [];
    return [{ kind: kindOfTarget(node), value: this.text(node.value, wantedOfTarget(node)) }];
  }

  private takesParameterTo(step: tree.StepNode): boolean {
    const hasOwn = step.clauses.some(({ kind }) => kind === 'to');
    return !hasOwn && this.reachableTargets(channelMeant(step.channel)).length === 0;
  }

  private reachableTargets(channel: Channel): tree.ToNode[] {
    const targets = this.settings.filter((setting) => setting.kind === 'to');
    return targets.filter((target) => channel === 'voice' || kindOfTarget(target) === 'phone');
  }

  /** Those of the settings that the channel can reach, else the parameter `to`. */
  private inheritedRecipients(node: tree.StepNode, channel: Channel): Recipient[] {
    const reachable = this.reachableTargets(channel);
    if (reachable.length > 0) return reachable.flatMap((target) => this.recipient(target));
    const place = node.channel;
    if (!this.parameters.has('to')) {
      if (!this.saidNoRecipient && !hasFaultIn(this.context.syntaxFaults, node)) {
        const flow = this.symbol.node.kind === 'flow' ? `The flow \`${this.symbol.name}\`` : 'The flow';
        const fixes = this.node.kind === 'flow' ? addParameter(this.context.uri, this.node, 'to: phone') : [];
        this.context.report(names.noRecipient, place, { flow }, { fixes });
      }
      this.saidNoRecipient = true;
      return [];
    }
    const pieces = this.parameters.use('to', phone, place, true);
    const value = { offset: place.offset, length: place.length, pieces: pieces ?? [], known: pieces !== undefined };
    return [{ kind: 'phone', value }];
  }

  // Senders

  private senderOf(node: tree.StepNode, channel: Channel): SenderUse | undefined {
    const clause = node.clauses.find((one) => one.kind === 'from');
    const setting = this.settings.find((one) => one.kind === 'from');
    const from = clause ?? setting;
    if (from !== undefined) {
      if (from.sender === undefined) return undefined;
      if (from.sender.kind === 'text') {
        return { id: this.text(from.sender, anything), literal: from.sender, symbol: undefined };
      }
      const symbol = this.sender(from.sender);
      return symbol && this.idOf(symbol, channel, clause === undefined ? node.channel : from.sender);
    }
    const { senders } = this.context.scope;
    const only = senders.size === 1 ? senders.values().next().value : undefined;
    if (only !== undefined) {
      this.context.refer({ offset: node.channel.offset, length: node.channel.length, symbol: only, implicit: true });
      return this.idOf(only, channel, node.channel);
    }
    if (!this.saidNoSender) this.reportNoSender(node, [...senders.values()]);
    this.saidNoSender = true;
    return undefined;
  }

  private reportNoSender(node: tree.StepNode, senders: readonly SenderSymbol[]): void {
    const { report, scope, syntaxFaults } = this.context;
    // It may stand in what could not be read.
    if (!scope.isComplete || hasFaultIn(syntaxFaults, node)) return;
    const channel = channelMeant(node.channel);
    const fitting = senders.filter(({ ids }) => ids.has(channel)).slice(0, 8);
    const fixes = fitting.map((sender) => this.addSender(sender));
    report(names.noSender, node.channel, { senders: senders.map(({ name }) => name) }, { fixes });
  }

  /** To every step of the flow that needs a sender and can have this one: of all of them, only the first is told of. */
  private addSender({ name, ids }: SenderSymbol): Fix {
    const { uri, syntaxFaults } = this.context;
    const needsIt = (step: tree.StepNode) =>
      ids.has(channelMeant(step.channel)) &&
      !step.clauses.some(({ kind }) => kind === 'from') &&
      !hasFaultIn(syntaxFaults, step);
    const steps = this.stepNodes.filter(needsIt);
    const edits = steps.map((step) => ({ uri, offset: endOf(step), length: 0, text: ` from ${name}` }));
    return { title: `Add \`from ${name}\`${steps.length > 1 ? ` to ${steps.length} steps` : ''}`, edits };
  }

  private idOf(symbol: SenderSymbol, channel: Channel, place: Span): SenderUse | undefined {
    const node = symbol.ids.get(channel);
    if (node === undefined) {
      this.context.report(
        names.senderWithoutChannel,
        place,
        { sender: symbol.name, channel },
        {
          related: [{ uri: symbol.uri, offset: symbol.offset, length: symbol.length, message: 'declared here' }],
        },
      );
      return undefined;
    }
    const id = node.id && this.context.constant(symbol.uri, node.id);
    return id && { id, literal: undefined, symbol };
  }

  private sender(word: tree.WordNode): SenderSymbol | undefined {
    const symbol = this.context.scope.senders.get(word.text);
    if (symbol === undefined) {
      this.parameters.unknown(names.unknownSender, word, this.context.scope.senders.keys());
      return undefined;
    }
    this.context.refer({ offset: word.offset, length: word.length, symbol, implicit: false });
    return symbol;
  }
}

/** The settings of a flow, and those of its file that it does not set itself. */
function settingsOf(
  node: tree.FlowNode | tree.ChainNode,
  ofFile: readonly tree.SettingNode[],
): readonly tree.SettingNode[] {
  const own = node.kind === 'flow' ? node.settings : [];
  if (own.length === 0) return ofFile;
  const kinds = new Set(own.map((setting) => setting.kind));
  return [...ofFile.filter((setting) => !kinds.has(setting.kind)), ...own];
}

/** Whether one of the faults, which stand in the order of the text, lies in a node. */
function hasFaultIn(faults: readonly Diagnostic[], node: Span): boolean {
  const first = faults[firstFrom(faults, node.offset, (fault) => fault.offset)];
  return first !== undefined && first.offset <= endOf(node);
}

/**
 * Parts in the order in which the formatter writes them. Names are looked up in that order, so that the parameters of a
 * flow without a list do not change places when the file is formatted.
 */
function inOrder<Part extends tree.ClauseNode | tree.SettingNode>(
  parts: readonly Part[],
  kinds: readonly string[],
): readonly Part[] {
  const rank = (part: Part) =>
    kinds.indexOf(part.kind) * targetWords.length + (part.kind === 'to' ? targetWords.indexOf(kindOfTarget(part)) : 0);
  let last = 0;
  for (const part of parts) {
    const next = rank(part);
    if (next < last) return [...parts].sort((a, b) => rank(a) - rank(b));
    last = next;
  }
  return parts;
}

function kindOfTarget(node: tree.ToNode): Recipient['kind'] {
  const word = node.channel?.text;
  return word === 'viber' || word === 'sip' ? word : 'phone';
}

function wantedOfTarget(node: tree.ToNode): Wanted {
  return kindOfTarget(node) === 'sip' ? { kind: 'text' } : { kind: 'phone' };
}

function verbInBraces(node: tree.VerbNode): Verb {
  return { node, clauses: node.clauses };
}

/**
 * Verbs without braces, with those clauses of their step that are theirs. Several of them are a fault, which has been
 * reported: a clause belongs to the verb before it.
 */
function openVerbs(nodes: readonly tree.VerbNode[], clauses: readonly tree.ClauseNode[]): Verb[] {
  const ofVerbs = clauses.filter(isOfVerb);
  const isLater = (clause: tree.ClauseNode, index: number) => clause.offset > (nodes[index]?.offset ?? Infinity);
  return nodes.map((node, index) => ({
    node,
    clauses: ofVerbs.filter((one) => isLater(one, index) && !isLater(one, index + 1)),
  }));
}

function isOfVerb({ kind }: tree.ClauseNode): boolean {
  return kind === 'lang' || kind === 'gender' || kind === 'repeat' || kind === 'flag';
}
