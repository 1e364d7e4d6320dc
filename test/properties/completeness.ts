import { childrenOf, type ParsedFile, type tree } from '@failover/compiler';
import { runsOf } from '../support/render-tokens.js';

/** What must be there, by kind of node. */
const required: Readonly<Record<string, readonly string[]>> = {
  import: ['path'],
  let: ['name', 'value'],
  sender: ['name'],
  'sender-id': ['id'],
  template: ['name', 'id'],
  category: ['word'],
  wording: ['lang'],
  flow: ['name', 'chain'],
  callback: ['value'],
  param: ['type'],
  'template-use': ['template'],
  arg: ['value'],
  verb: ['value'],
  image: ['value'],
  inbound: ['value'],
  button: ['caption', 'url'],
  file: ['url', 'name'],
  video: ['url', 'thumbnail', 'size', 'duration'],
  label: ['text'],
  lang: ['lang'],
  devices: ['word'],
  gender: ['word'],
  machine: ['word'],
  seq: ['value'],
  repeat: ['times'],
  to: ['value'],
  from: ['sender'],
  ttl: ['duration'],
  hole: ['name'],
  integer: ['value'],
  duration: ['seconds'],
  size: ['megabytes'],
};

/**
 * What is missing in a file, or could not be understood, and of which nothing has been said: neither in the declaration
 * or steps around it, nor in those before, which may have taken a part of it.
 */
export function silentGapsIn(file: ParsedFile): string[] {
  const said = file.diagnostics.map(({ offset }) => offset);
  const strange = runsOf(file).filter(({ type }) => type === 'unknown' || type === 'foreign-comment');
  const gaps = strange.map(({ offset, text }) => ({ offset, what: `${text} at ${offset}` }));
  const pending: tree.SyntaxNode[] = [file.tree];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const { offset } = node;
    gaps.push(...gapsOf(node).map((what) => ({ offset, what })));
    pending.push(...childrenOf(node));
  }
  const starts = file.tree.items.map(({ offset }) => offset);
  return gaps.flatMap(({ offset, what }) => {
    const to = starts.find((start) => start > offset) ?? file.text.length + 1;
    return said.some((at) => at < to) ? [] : [what];
  });
}

function gapsOf(node: tree.SyntaxNode): string[] {
  const fields = new Map<string, unknown>(Object.entries(node));
  const missing = (required[node.kind] ?? []).filter((field) => fields.get(field) === undefined);
  if (node.kind === 'step' && node.channel.text !== 'viber' && node.content === undefined) missing.push('content');
  if (node.kind === 'machine' && node.word?.text === 'continue' && node.value === undefined) missing.push('value');
  if (node.kind === 'shorten-links' && node.for !== undefined && node.duration === undefined) missing.push('duration');
  if (node.kind === 'on' && node.statuses.length === 0) missing.push('statuses');
  if (node.kind === 'verbs' && node.list.length === 0) missing.push('list');
  const gaps = missing.map((field) => `no ${field} of ${node.kind} at ${node.offset}`);
  if (node.kind === 'skipped' || (node.kind === 'text' && !node.sound)) gaps.push(`${node.kind} at ${node.offset}`);
  return gaps;
}
