import type { FileModel, Flow } from '../names/model.js';
import { filesSeeing } from '../names/queries.js';
import { constantText } from '../names/symbols.js';
import type { Program } from '../program.js';
import type { Channel } from '../routee/channels.js';
import type { ClauseNode, SettingNode, TextNode } from '../syntax/tree.js';
import { channelWords } from '../syntax/words.js';
import { sourceOf, touches } from '../text/span.js';
import { declarationBefore, freshName, isInUse, type Refactoring, replaced } from './edits.js';

/**
 * Turns a sender that is written in a step, or in a setting of a flow, into a declared one, with its id on each channel on
 * which that place uses it, and names it wherever the same id stands for some of these channels.
 */
export function declareSender(program: Program, file: FileModel, flow: Flow, offset: number): Refactoring[] {
  const found = sendersOf(flow).find(({ text }) => touches(text, offset));
  if (found === undefined || isOnlyTaken(program, file.uri)) return [];
  const { id, channels, text } = found;
  const name = freshName(nameOf(id), isInUse(program, file.uri, 'senders'));
  const same = file.flows
    .flatMap(sendersOf)
    .filter((one) => one.id === id && one.channels.every((channel) => channels.includes(channel)));
  const source = sourceOf(file.parsed.text, text);
  const ids = channelWords.filter((channel) => channels.includes(channel)).map((channel) => `  ${channel} ${source}`);
  const declaration = `sender ${name} {\n${ids.join('\n')}\n}`;
  const edits = same.map((one) => replaced(file.uri, one.text, name));
  return [
    {
      kind: 'extract',
      title: `Declare the sender \`${name}\``,
      edits: [declarationBefore(file, flow.node, declaration), ...edits],
    },
  ];
}

/** A second sender would leave those without one that take the only one there is, in any file that sees it. */
function isOnlyTaken(program: Program, uri: string): boolean {
  return filesSeeing(program, uri).some((file) =>
    program.model(file)?.references.some(({ symbol, implicit }) => symbol.kind === 'sender' && implicit),
  );
}

interface WrittenSender {
  readonly id: string;
  readonly channels: readonly Channel[];
  readonly text: TextNode;
}

/** The senders that are written in the steps and settings of a flow, each with the channels of the steps that take it. */
function sendersOf({ node, steps }: Flow): WrittenSender[] {
  const settings: readonly (ClauseNode | SettingNode)[] = node.kind === 'flow' ? node.settings : [];
  const found = [...settings, ...steps.flatMap(({ clauses }) => clauses)];
  return found.flatMap((clause): WrittenSender[] => {
    const from = clause.kind === 'from' ? clause.sender : undefined;
    const users = steps.filter(({ sender }) => from !== undefined && sender?.literal?.offset === from.offset);
    const id = users[0]?.sender && constantText(users[0].sender.id);
    if (from?.kind !== 'text' || id === undefined) return [];
    return [{ id, channels: users.map(({ channel }) => channel), text: from }];
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
