import { names } from '../diagnostics/fo2-names.js';
import type { Report } from '../diagnostics/reporter.js';
import type { Channel } from '../routee/channels.js';
import type { ParsedFile } from '../syntax/parse.js';
import type * as tree from '../syntax/tree.js';
import { nearest } from '../text/nearest.js';
import type { Span } from '../text/span.js';
import { takenOver } from '../text/taken-over.js';
import { replaceWith } from './fixes.js';
import { fileNameOf } from './imports.js';
import { channelMeant } from './meant.js';
import { checkParameters } from './parameters.js';
import type {
  FlowSymbol,
  LanguageSymbol,
  LetSymbol,
  Reference,
  SenderSymbol,
  TemplateParameter,
  TemplateSymbol,
} from './symbols.js';
import { typeFromNode } from './types.js';

/** What a file declares itself. */
export interface Declarations extends Shared {
  readonly flows: readonly FlowSymbol[];
  /** The same object for as long as nothing but flows has changed. */
  readonly shared: Shared;
  /** What that was made of. */
  readonly source: SharedSource;
}

/** All items of a file but its flows, with the places that they had when they were read. */
interface SharedSource {
  readonly items: readonly tree.ItemNode[];
  readonly offsets: readonly number[];
}

/** What the flows of a file, and the files that import it, can take from it. */
export interface Shared {
  readonly lets: readonly LetSymbol[];
  readonly senders: readonly SenderSymbol[];
  readonly templates: readonly TemplateSymbol[];
  readonly settings: readonly tree.SettingNode[];
  /** Whether a let or an id is made of other lets, which may be imported. */
  readonly hasHoles: boolean;
}

/** A chain is a flow named after its file: `flows/login.failover` holds the flow `login`. */
export function fileFlowName(uri: string): string {
  return fileNameOf(uri).replace(/\.failover$/, '') || 'flow';
}

/** @param before what the file declared before an edit; it is taken over where it has not changed */
export function declarationsOf(file: ParsedFile, before?: Declarations): Declarations {
  const items = file.tree.items.filter(isShared);
  const held = before !== undefined && holds(before.source, items) ? before : undefined;
  const shared = held?.shared ?? sharedOf(file.uri, items);
  const source = held?.source ?? { items, offsets: items.map(({ offset }) => offset) };
  const { lets, senders, templates, settings, hasHoles } = shared;
  return { lets, senders, templates, settings, hasHoles, shared, source, flows: flowsOf(file, before?.flows ?? []) };
}

function holds(before: SharedSource, items: readonly tree.ItemNode[]): boolean {
  return (
    items.length === before.items.length &&
    items.every((item, index) => item === before.items[index] && item.offset === before.offsets[index])
  );
}

function isShared({ kind }: tree.ItemNode): boolean {
  return kind !== 'flow' && kind !== 'chain';
}

function sharedOf(uri: string, items: readonly tree.ItemNode[]): Shared {
  const lets: LetSymbol[] = [];
  const senders: SenderSymbol[] = [];
  const templates: TemplateSymbol[] = [];
  const settings: tree.SettingNode[] = [];
  for (const item of items) {
    switch (item.kind) {
      case 'let':
        if (item.name) lets.push({ kind: 'let', ...named(uri, item.name), node: item });
        break;
      case 'sender':
        if (item.name) senders.push({ kind: 'sender', ...named(uri, item.name), node: item, ids: idsOf(item) });
        break;
      case 'template':
        if (item.name) templates.push(templateSymbol(uri, item, item.name));
        break;
      case 'from':
      case 'to':
      case 'callback':
        settings.push(item);
        break;
    }
  }
  return { lets, senders, templates, settings, hasHoles: hasHolesIn(lets, senders, templates) };
}

function hasHolesIn(
  lets: readonly LetSymbol[],
  senders: readonly SenderSymbol[],
  templates: readonly TemplateSymbol[],
): boolean {
  return (
    lets.some(({ node }) => hasHole(node.value)) ||
    senders.some(({ node }) => node.ids.some(({ id }) => hasHole(id))) ||
    templates.some(({ node }) => hasHole(node.id))
  );
}

function hasHole(text: tree.TextNode | undefined): boolean {
  return text?.parts.some(({ kind }) => kind === 'hole') === true;
}

/** The symbol of a flow moves with it: see reparse.ts. */
function flowsOf(file: ParsedFile, before: readonly FlowSymbol[]): FlowSymbol[] {
  const nodes = file.tree.items.filter(isNamedFlow);
  // A second chain is out of place, which has been reported.
  const chain = nodes.find(({ kind }) => kind === 'chain');
  const meant = chain === undefined ? nodes : nodes.filter((node) => node.kind !== 'chain' || node === chain);
  const symbols = takenOver(
    meant,
    before,
    ({ node }) => node,
    (node) => flowSymbol(file.uri, node),
  );
  for (const symbol of symbols) symbol.offset = nameOf(symbol.node).offset;
  return symbols;
}

function isNamedFlow(item: tree.ItemNode): item is tree.FlowNode | tree.ChainNode {
  return item.kind === 'chain' || (item.kind === 'flow' && item.name !== undefined);
}

function flowSymbol(uri: string, node: tree.FlowNode | tree.ChainNode): FlowSymbol {
  const { offset, length } = nameOf(node);
  const name = node.kind === 'flow' ? node.name?.text : undefined;
  return { kind: 'flow', uri, name: name ?? fileFlowName(uri), offset, length, node };
}

/** A chain is named after its file: its first word stands for its name. */
function nameOf(node: tree.FlowNode | tree.ChainNode): Span {
  return (node.kind === 'flow' ? node.name : node.steps[0]?.channel) ?? node;
}

function named(uri: string, name: tree.WordNode) {
  return { uri, name: name.text, offset: name.offset, length: name.length };
}

/** Faults and references within the declarations, flows aside. */
export function checkDeclarations(
  { lets, senders, templates, flows, settings }: Declarations,
  report: Report,
  refer: (reference: Reference) => void,
): void {
  reportTwice(lets, report);
  reportTwice(senders, report);
  reportTwice(templates, report);
  reportTwice(flows, report);
  for (const sender of senders) checkSender(sender, report);
  for (const template of templates) checkTemplate(template, report, refer);
  reportSettingsTwice(settings, report);
}

function idsOf(node: tree.SenderNode): Map<Channel, tree.SenderIdNode> {
  const ids = new Map<Channel, tree.SenderIdNode>();
  for (const id of node.ids) {
    const channel = channelMeant(id.channel);
    if (!ids.has(channel)) ids.set(channel, id);
  }
  return ids;
}

function templateSymbol(uri: string, node: tree.TemplateNode, name: tree.WordNode): TemplateSymbol {
  const params = (node.params?.list ?? []).map(
    (param): TemplateParameter => ({
      kind: 'template-parameter',
      uri,
      name: param.name.text,
      offset: param.name.offset,
      length: param.name.length,
      node: param,
      template: name.text,
      type: typeFromNode(param.type),
    }),
  );
  const langs = new Map<string, tree.WordingNode>();
  let category: 'otp' | 'transactional' | undefined;
  for (const entry of node.body ?? []) {
    if (entry.kind === 'category') {
      if (entry.word?.text === 'otp' || entry.word?.text === 'transactional') category ??= entry.word.text;
    } else if (entry.lang !== undefined && !langs.has(entry.lang.text)) {
      langs.set(entry.lang.text, entry);
    }
  }
  const place = { uri, name: name.text, offset: name.offset, length: name.length };
  return { kind: 'template', ...place, node, params, category, langs };
}

export function languageSymbol(template: TemplateSymbol, lang: string): LanguageSymbol | undefined {
  const node = template.langs.get(lang);
  if (node?.lang === undefined) return undefined;
  const { offset, length } = node.lang;
  return { kind: 'language', uri: template.uri, name: lang, offset, length, node, template: template.name };
}

type Named = LetSymbol | SenderSymbol | TemplateSymbol | FlowSymbol;

function reportTwice(symbols: readonly Named[], report: Report): void {
  if (symbols.length < 2) return;
  const first = new Map<string, Named>();
  for (const symbol of symbols) {
    const other = first.get(symbol.name);
    if (other === undefined) {
      first.set(symbol.name, symbol);
      continue;
    }
    report(
      names.declaredTwice,
      symbol,
      { what: symbol.kind, name: symbol.name },
      {
        related: [{ uri: other.uri, offset: other.offset, length: other.length, message: 'first declared here' }],
      },
    );
  }
}

function checkSender(sender: SenderSymbol, report: Report): void {
  for (const id of sender.node.ids) {
    const channel = channelMeant(id.channel);
    if (sender.ids.get(channel) !== id) {
      report(names.channelTwice, id.channel, { channel });
    }
  }
}

function checkTemplate(template: TemplateSymbol, report: Report, refer: (reference: Reference) => void): void {
  checkParameters(template.node.params?.list ?? [], template.uri, report);
  const params = new Map(template.params.map((param) => [param.name, param]));
  for (const entry of template.node.body ?? []) {
    if (entry.kind !== 'wording' || entry.lang === undefined) continue;
    if (template.langs.get(entry.lang.text) !== entry) {
      report(names.languageTwice, entry.lang, { lang: entry.lang.text });
    }
    if (entry.text !== undefined) checkWording(template, params, entry.lang.text, entry.text, report, refer);
  }
}

/** A wording uses every parameter and no other name. */
function checkWording(
  template: TemplateSymbol,
  params: ReadonlyMap<string, TemplateParameter>,
  lang: string,
  text: tree.TextNode,
  report: Report,
  refer: (reference: Reference) => void,
): void {
  const used = new Set<string>();
  for (const part of text.parts) {
    if (part.kind !== 'hole' || part.name === undefined) continue;
    used.add(part.name.text);
    const param = params.get(part.name.text);
    if (param !== undefined) {
      refer({ offset: part.name.offset, length: part.name.length, symbol: param, implicit: false });
    } else {
      const suggestion = nearest(part.name.text, params.keys());
      const fixes = suggestion === undefined ? [] : [replaceWith(template.uri, part.name, suggestion)];
      const details = { name: part.name.text, template: template.name, suggestion };
      report(names.wordingUnknownName, part.name, details, { fixes });
    }
  }
  if (!text.sound) return;
  for (const name of params.keys()) {
    if (!used.has(name)) report(names.wordingWithoutParameter, text, { name, lang });
  }
}

/** One `from`, one `callback`, and one `to` of each kind. */
export function reportSettingsTwice(settings: readonly tree.SettingNode[], report: Report): void {
  if (settings.length < 2) return;
  const seen = new Set<string>();
  for (const setting of settings) {
    const key = setting.kind === 'to' ? `to ${setting.channel?.text ?? 'phone'}` : setting.kind;
    if (seen.has(key)) report(names.settingTwice, setting.keyword, { setting: setting.kind });
    seen.add(key);
  }
}
