import { names } from '../diagnostics/fo2-names.js';
import type { Report } from '../diagnostics/reporter.js';
import type { Channel } from '../routee/channels.js';
import type { ParsedFile } from '../syntax/parse.js';
import type * as tree from '../syntax/tree.js';
import { nearest } from '../text/nearest.js';
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
export interface Declarations {
  readonly lets: readonly LetSymbol[];
  readonly senders: readonly SenderSymbol[];
  readonly templates: readonly TemplateSymbol[];
  readonly flows: readonly FlowSymbol[];
  readonly settings: readonly tree.SettingNode[];
  /** Faults and references within the declarations, to be told when the file itself is looked at. */
  readonly check: (report: Report, refer: (reference: Reference) => void) => void;
}

/** A chain is a flow named after its file: `flows/login.failover` holds the flow `login`. */
export function fileFlowName(uri: string): string {
  return fileNameOf(uri).replace(/\.failover$/, '') || 'flow';
}

export function declarationsOf(file: ParsedFile): Declarations {
  const { uri } = file;
  const lets: LetSymbol[] = [];
  const senders: SenderSymbol[] = [];
  const templates: TemplateSymbol[] = [];
  const flows: FlowSymbol[] = [];
  const settings: tree.SettingNode[] = [];
  const named = (name: tree.WordNode) => ({ uri, name: name.text, offset: name.offset, length: name.length });
  for (const item of file.tree.items) {
    switch (item.kind) {
      case 'let':
        if (item.name) lets.push({ kind: 'let', ...named(item.name), node: item });
        break;
      case 'sender':
        if (item.name) senders.push({ kind: 'sender', ...named(item.name), node: item, ids: idsOf(item) });
        break;
      case 'template':
        if (item.name) templates.push(templateSymbol(uri, item, item.name));
        break;
      case 'flow':
        if (item.name) flows.push({ kind: 'flow', ...named(item.name), node: item });
        break;
      case 'chain': {
        // A second one is out of place, which has been reported.
        if (flows.some(({ node }) => node.kind === 'chain')) break;
        const place = item.steps[0]?.channel ?? item;
        flows.push({
          kind: 'flow',
          uri,
          name: fileFlowName(uri),
          offset: place.offset,
          length: place.length,
          node: item,
        });
        break;
      }
      case 'from':
      case 'to':
      case 'callback':
        settings.push(item);
        break;
    }
  }
  return {
    lets,
    senders,
    templates,
    flows,
    settings,
    check: (report, refer) => {
      for (const list of [lets, senders, templates, flows]) reportTwice(list, report);
      for (const sender of senders) checkSender(sender, report);
      for (const template of templates) checkTemplate(template, report, refer);
      reportSettingsTwice(settings, report);
    },
  };
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
  const seen = new Set<string>();
  for (const setting of settings) {
    const key = setting.kind === 'to' ? `to ${setting.channel?.text ?? 'phone'}` : setting.kind;
    if (seen.has(key)) report(names.settingTwice, setting.keyword, { setting: setting.kind });
    seen.add(key);
  }
}
