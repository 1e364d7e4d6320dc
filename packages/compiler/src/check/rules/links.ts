import { lint } from '../../diagnostics/fo4-lint.js';
import { insertAt } from '../../names/fixes.js';
import { clauseOf } from '../../names/model.js';
import type { ParameterSymbol } from '../../names/symbols.js';
import { limits, refusedLinkHosts } from '../../routee/limits.js';
import type { ValueNode } from '../../syntax/tree.js';
import type { StepRule } from '../rule.js';
import { readable } from '../texts.js';

const link = /(?:https?:\/\/|www\.)\S+/gi;
const closing = /[.,;:!?)\]}'"»”’]+$/;

/** With `shorten-links`, what stands right after a link becomes part of it. */
export const shortenedWrongly: StepRule = (step, flow, report) => {
  const body = step.node.content;
  if (step.channel !== 'sms' || body?.kind !== 'text') return;
  // Only a parameter that is an address makes a link of its own; within one, any character will do.
  const fill = ({ name, type }: ParameterSymbol) => (type?.kind === 'url' ? `https://${name}` : 'x');
  const source = readable(body, flow, fill);
  // What is too long has been refused.
  if (source.text.length > limits.sms.body.max) return;
  for (const found of source.text.matchAll(link)) {
    const last = closing.exec(found[0]);
    if (last === null) continue;
    const at = source.placeOf(found.index + last.index, last[0].length);
    const fixes = [insertAt(flow.uri, at.offset, ' ', 'Insert a space after the link')];
    report(lint.shortenedWrongly, at, { link: found[0].slice(0, last.index), last: last[0] }, { fixes });
  }
};

const anyLink = /(?<![\w./@-])(?:https?:\/\/|www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?=[/:?#\s]|[.,;!)]|$)/gi;

/** Viber refuses links to some other messengers. */
export const refusedLinks: StepRule = (step, flow, report) => {
  const nodes: (ValueNode | undefined)[] = [step.node.content?.kind === 'text' ? step.node.content : undefined];
  nodes.push(clauseOf(step, 'button')?.url);
  for (const node of nodes) {
    if (node === undefined) continue;
    const source = readable(node, flow, () => ' ');
    if (source.text.length > limits.viber.text.max) continue;
    for (const found of source.text.matchAll(anyLink)) {
      const written = (found[1] ?? '').toLowerCase();
      const host = refusedLinkHosts.find((one) => written === one || written.endsWith(`.${one}`));
      if (host !== undefined) report(lint.refusedLink, source.placeOf(found.index, found[0].length), { host });
    }
  }
};
