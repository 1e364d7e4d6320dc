import type { FileModel, Flow } from '../../names/model.js';
import { isSame } from '../../names/queries.js';
import type { AnySymbol } from '../../names/symbols.js';
import type * as tree from '../../syntax/tree.js';
import { clauseOrder } from '../../syntax/words.js';
import { endOf } from '../../text/span.js';
import type { RenameEdit, Taken } from './edits.js';

/**
 * The parameter `to` is the recipient because of its name. Under another name it is written out: once for the flow where
 * the flow can have a setting of its own, else in each step.
 */
export function writtenRecipients(
  model: FileModel,
  flow: Flow,
  symbol: AnySymbol,
  name: string,
  taken: Taken,
): RenameEdit[] {
  if (symbol.kind !== 'parameter' || symbol.name !== 'to') return [];
  const steps = flow.steps.filter(({ node }) =>
    taken.get(node.channel.offset)?.some((one) => isSame(one.symbol, symbol)),
  );
  const standsFor = steps.map(({ node }) => node.channel.offset);
  if (steps.length === 0) return [];
  const { node, uri } = flow;
  const settings = node.kind === 'flow' ? [...node.settings, ...model.settings] : [];
  if (node.kind === 'flow' && node.chain !== undefined && !settings.some(({ kind }) => kind === 'to')) {
    return [{ uri, length: 0, ...settingBefore(model, node, node.chain, `to {${name}}`), standsFor }];
  }
  return steps.map((step) => {
    const after = clauseOrder.slice(clauseOrder.indexOf('to') + 1);
    const next = step.node.clauses.find(({ kind }) => after.includes(kind));
    const [offset, text] = next === undefined ? [endOf(step.node), ` to {${name}}`] : [next.offset, `to {${name}} `];
    return { uri, offset, length: 0, text, standsFor: [step.node.channel.offset] };
  });
}

/** Before the first callback or step, and the comments that belong to it; on a line of its own where that has one. */
function settingBefore({ parsed }: FileModel, flow: tree.FlowNode, chain: tree.ChainNode, setting: string) {
  const { text, comments } = parsed;
  let offset = (flow.settings.find(({ kind }) => kind === 'callback') ?? chain).offset;
  for (const comment of comments.toReversed()) {
    if (comment.offset > offset) continue;
    if (/\S/.test(text.slice(endOf(comment), offset)) || /\S/.test(lineBefore(text, comment.offset))) break;
    offset = comment.offset;
  }
  const before = lineBefore(text, offset);
  if (/\S/.test(before)) return { offset, text: `${setting} ` };
  const start = offset - before.length;
  const lineBreak = text[start - 2] === '\r' ? '\r\n' : '\n';
  return { offset, text: `${setting}${lineBreak}${before}` };
}

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}
