import type { FileModel, Flow } from '../names/model.js';
import { constantText } from '../names/symbols.js';
import type { Channel } from '../routee/channels.js';
import type { FromNode, TextNode } from '../syntax/tree.js';
import { sourceOf, touches } from '../text/span.js';
import { declarationBefore, freshName, type Refactoring, replaced } from './edits.js';

/** Turns a sender that is written in a step into a declared one, for all steps of the channel that have it. */
export function declareSender(file: FileModel, flow: Flow, offset: number): Refactoring[] {
  const found = sendersOf(flow).find(({ text }) => touches(text, offset));
  // A second sender would leave those without one that take the only one there is.
  const isAlone = file.references.some(({ symbol, implicit }) => symbol.kind === 'sender' && implicit);
  if (found === undefined || isAlone) return [];
  const { id, channel, text } = found;
  const name = freshName(nameOf(id), (one) => file.scope.senders.has(one));
  const same = file.flows.flatMap(sendersOf).filter((one) => one.id === id && one.channel === channel);
  const declaration = `sender ${name} {\n  ${channel} ${sourceOf(file.parsed.text, text)}\n}`;
  const edits = same.map((one) => replaced(file.uri, one.text, name));
  return [
    {
      kind: 'extract',
      title: `Declare the sender \`${name}\``,
      edits: [declarationBefore(file, flow.node, declaration), ...edits],
    },
  ];
}

/** The senders that are written in steps. */
function sendersOf(flow: Flow): { id: string; channel: Channel; text: TextNode }[] {
  return flow.steps.flatMap(({ sender, channel, clauses }) => {
    const from = clauses.find((clause): clause is FromNode => clause.kind === 'from')?.sender;
    const id = sender && constantText(sender.id);
    return from?.kind === 'text' && id !== undefined ? [{ id, channel, text: from }] : [];
  });
}

/** A name that reads like an id: `ACME Shop` is `acme-shop`. */
function nameOf(id: string): string {
  const name = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return /^[a-z][a-z0-9-]{0,30}$/.test(name) ? name : 'sender';
}
