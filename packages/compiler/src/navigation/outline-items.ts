import { fileFlowName } from '../names/declarations.js';
import { channelMeant } from '../names/meant.js';
import { waitOf } from '../names/timeline.js';
import type { Program } from '../program.js';
import { canonicalDuration } from '../syntax/numbers.js';
import type * as tree from '../syntax/tree.js';
import { crop } from '../text/crop.js';
import { endOf, type Span, sourceOf } from '../text/span.js';

/** A line of the outline of a file. */
export interface OutlineItem extends Span {
  readonly kind: 'let' | 'sender' | 'sender-id' | 'template' | 'template-parameter' | 'language' | 'flow' | 'step';
  readonly name: string;
  readonly detail: string;
  /** The place of its name; that of its first word where it has none yet. Always within its own. */
  readonly nameSpan: Span;
  readonly children: readonly OutlineItem[];
}

/** What a file declares, and the steps of its flows, in the order of the text: also of what is not complete yet. */
export function outlineItems(program: Program, uri: string): OutlineItem[] {
  const parsed = program.parsed(uri);
  if (parsed === undefined) return [];
  const { text } = parsed;
  return parsed.tree.items.flatMap((node): OutlineItem[] => {
    switch (node.kind) {
      case 'let':
        return [item('let', text, node, node.name, node.value ? excerpt(text, node.value) : '')];
      case 'sender':
        return [item('sender', text, node, node.name, '', senderIds(text, node))];
      case 'template':
        return [item('template', text, node, node.name, paramsText(text, node.params), templateParts(text, node))];
      case 'flow':
        return [item('flow', text, node, node.name, paramsText(text, node.params), stepItems(text, node.chain))];
      case 'chain': {
        const chain = item('flow', text, node, undefined, '', stepItems(text, node));
        return [{ ...chain, name: fileFlowName(uri) }];
      }
      default:
        return [];
    }
  });
}

function item(
  kind: OutlineItem['kind'],
  text: string,
  node: Span,
  name: tree.WordNode | undefined,
  detail: string,
  children: readonly OutlineItem[] = [],
): OutlineItem {
  const [first = ''] = /^[^\s{("]+/.exec(sourceOf(text, node)) ?? [];
  const nameSpan = name ?? { offset: node.offset, length: first.length };
  return {
    kind,
    name: name?.text ?? (first || kind),
    detail,
    offset: node.offset,
    length: node.length,
    nameSpan: { offset: nameSpan.offset, length: nameSpan.length },
    children,
  };
}

function excerpt(text: string, node: Span): string {
  return crop(sourceOf(text, node).replace(/\s+/g, ' '));
}

function paramsText(text: string, params: tree.ParamsNode | undefined): string {
  const types = params?.list.map(({ name, type }) =>
    type === undefined ? name.text : `${name.text}: ${excerpt(text, type)}`,
  );
  return types === undefined ? '' : `(${types.join(', ')})`;
}

function senderIds(text: string, node: tree.SenderNode): OutlineItem[] {
  return node.ids.map((one) => item('sender-id', text, one, one.channel, one.id ? excerpt(text, one.id) : ''));
}

function templateParts(text: string, node: tree.TemplateNode): OutlineItem[] {
  const params = (node.params?.list ?? []).map((param) =>
    item('template-parameter', text, param, param.name, param.type ? excerpt(text, param.type) : ''),
  );
  const wordings = (node.body ?? []).flatMap((entry) =>
    entry.kind === 'wording' && entry.lang !== undefined
      ? [item('language', text, entry, entry.lang, entry.text ? excerpt(text, entry.text) : '')]
      : [],
  );
  return [...params, ...wordings];
}

function stepItems(text: string, chain: tree.ChainNode | undefined): OutlineItem[] {
  if (chain === undefined) return [];
  const times = timesOf(chain);
  return chain.steps.map((step) => {
    const line = item('step', text, step, step.channel, times.get(step) ?? '');
    return { ...line, name: stepName(text, step) };
  });
}

/** `viber template otp`, `sms "Your code …"`. */
function stepName(text: string, { channel, content }: tree.StepNode): string {
  if (content?.kind === 'text') return `${channel.text} ${excerpt(text, content)}`;
  if (content?.kind === 'template-use') {
    const template = content.template && excerpt(text, content.template);
    return [channel.text, 'template', template].filter((one) => one !== undefined).join(' ');
  }
  const [verb] = content?.list ?? [];
  return verb === undefined ? channel.text : `${channel.text} ${crop(excerptTo(text, verb))}`;
}

function excerptTo(text: string, verb: tree.VerbNode): string {
  const end = verb.value === undefined ? endOf(verb.keyword) : endOf(verb.value);
  return text.slice(verb.offset, end).replace(/\s+/g, ' ');
}

/** When each step starts at the latest, and how long it waits. */
/** When each step starts and how long it waits. The tree tells that, without a look at any name. */
function timesOf({ steps }: tree.ChainNode): Map<tree.StepNode, string> {
  const found = new Map<tree.StepNode, string>();
  let seconds: number | undefined = 0;
  for (const [index, node] of steps.entries()) {
    const wait = waitOf({ channel: channelMeant(node.channel), clauses: node.clauses });
    const starts = index === 0 || seconds === undefined ? [] : [`after ${canonicalDuration(seconds)}`];
    const ttl = index === steps.length - 1 || wait === undefined ? [] : [`ttl ${canonicalDuration(wait)}`];
    found.set(node, [...starts, ...ttl].join(', '));
    // Nobody knows how long a phone rings.
    seconds = wait === undefined || seconds === undefined ? undefined : seconds + wait;
  }
  return found;
}
