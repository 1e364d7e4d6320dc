import { type Channel, channels } from '../routee/channels.js';
import { isBlank } from '../routee/values.js';
import { fieldOf, type Located } from './located.js';
import { Names, smallNameFrom } from './names.js';
import { type Pen, quoted } from './pen.js';
import { channelOf } from './steps.js';

interface Sender {
  readonly name: string;
  readonly ids: ReadonlyMap<Channel, string>;
}

/** The senders that a file declares. */
export interface Senders {
  /** As the language writes them. */
  readonly declarations: readonly string[];
  /** The setting of a flow with which its steps have the brand; needed where several senders are declared. */
  readonly setting: string | undefined;
  /** What a step needs to have its sender: nothing, where that is taken without a word. */
  from(step: Located, channel: Channel, pen: Pen): string | undefined;
  /** Whether a step takes the brand without a word. */
  takesBrand(step: Located): boolean;
}

function senderIn(step: Located, channel: Channel): Located | undefined {
  return fieldOf(step, channel === 'viber' ? 'senderInfoTrackingId' : 'from');
}

/**
 * One brand is the id that is used most on each channel. Another id that is used more than once gets a name too; one that
 * is used once stands in its step.
 */
export function sendersOf(steps: readonly Located[], isHole: (value: Located) => boolean): Senders {
  const counts = new Map(channels.map((channel) => [channel, new Map<string, number>()]));
  for (const step of steps) {
    const channel = channelOf(step);
    const id = channel && senderIn(step, channel);
    if (channel === undefined || id?.kind !== 'text' || isHole(id) || isBlank(String(id.value))) continue;
    const ofChannel = counts.get(channel);
    ofChannel?.set(String(id.value), (ofChannel.get(String(id.value)) ?? 0) + 1);
  }
  const senders = declared(counts);
  const [brand] = senders;
  const known = new Map(channels.map((channel) => [channel, new Map<unknown, Sender>()]));
  for (const sender of senders) for (const [channel, id] of sender.ids) known.get(channel)?.set(id, sender);
  const senderOf = (id: Located | undefined, channel: Channel) =>
    id === undefined || isHole(id) ? undefined : known.get(channel)?.get(id.value);
  return {
    declarations: senders.map(({ name, ids }) => {
      const lines = [...ids].map(([channel, id]) => `${channel} ${quoted(id)}`);
      return `sender ${name} {\n${lines.join('\n')}\n}`;
    }),
    setting: brand !== undefined && senders.length > 1 ? `from ${brand.name}` : undefined,
    from: (step, channel, pen) => {
      const id = senderIn(step, channel);
      const text = pen.text(id);
      if (text === undefined) return undefined;
      const sender = senderOf(id, channel);
      if (sender === undefined) return `from ${text}`;
      return sender === brand ? undefined : `from ${sender.name}`;
    },
    takesBrand: (step) => {
      const channel = channelOf(step);
      return brand !== undefined && channel !== undefined && senderOf(senderIn(step, channel), channel) === brand;
    },
  };
}

function declared(counts: ReadonlyMap<Channel, ReadonlyMap<string, number>>): Sender[] {
  const brand = new Map<Channel, string>();
  const others: [Channel, string][] = [];
  let uses = 0;
  for (const [channel, ids] of counts) {
    const byUse = [...ids].sort(([, a], [, b]) => b - a);
    const [most] = byUse;
    if (most === undefined) continue;
    brand.set(channel, most[0]);
    uses += most[1];
    for (const [id, count] of byUse.slice(1)) if (count > 1) others.push([channel, id]);
  }
  if (uses < 2) return [];
  const names = new Names();
  const nameOf = (id: string | undefined) => names.unique(smallNameFrom(id ?? '') ?? 'sender');
  return [
    { name: nameOf(brand.get('sms') ?? brand.get('voice')), ids: brand },
    ...others.map(([channel, id]) => ({ name: nameOf(channel === 'viber' ? '' : id), ids: new Map([[channel, id]]) })),
  ];
}
