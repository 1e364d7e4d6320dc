import type { Channel } from '../routee/channels.js';
import type { ClauseNode } from '../syntax/tree.js';

/** Which step takes which clause. A flag goes by its name. */
export interface ClauseTakers {
  /** On a Viber step: one with a free-form message, one with a template, or both. */
  readonly viber?: 'message' | 'template' | 'both';
  readonly sms?: true;
  readonly voice?: true;
  /** On the verbs of a call. */
  readonly verbs?: readonly ('say' | 'play')[];
}

const message: ClauseTakers = { viber: 'message' };
const template: ClauseTakers = { viber: 'template' };
const everywhere: ClauseTakers = { viber: 'both', sms: true, voice: true };

const takers: Readonly<Record<string, ClauseTakers>> = {
  image: message,
  button: message,
  file: message,
  video: message,
  'expire-on-delivery': message,
  label: { viber: 'message', sms: true },
  lang: { viber: 'template', verbs: ['say'] },
  devices: template,
  seq: template,
  inbound: { viber: 'both' },
  flash: { sms: true },
  transcode: { sms: true },
  'shorten-links': { sms: true },
  machine: { voice: true },
  gender: { verbs: ['say'] },
  repeat: { verbs: ['say', 'play'] },
  'barge-in': { verbs: ['say', 'play'] },
  to: everywhere,
  from: everywhere,
  on: everywhere,
  ttl: { viber: 'both', sms: true },
};

/** Nothing for a word that is no clause: that has been reported. */
export function takersOf(clause: ClauseNode): ClauseTakers | undefined {
  return takersNamed(clause.kind === 'flag' ? clause.keyword.text : clause.kind);
}

/** The same for a clause by its keyword. */
export function takersNamed(name: string): ClauseTakers | undefined {
  return Object.hasOwn(takers, name) ? takers[name] : undefined;
}

/** The clauses, flags among them, that a step of a kind takes. */
export function clausesFor(channel: Channel, viber: 'message' | 'template'): string[] {
  return Object.entries(takers).flatMap(([name, one]) => {
    const taken = channel === 'viber' ? one.viber === 'both' || one.viber === viber : one[channel] === true;
    return taken ? [name] : [];
  });
}

/** `viber`, `sms` and so on, as a message lists them. */
export function takerNames(one: ClauseTakers): string[] {
  const names: string[] = [];
  if (one.viber === 'message' || one.viber === 'both') names.push('viber');
  if (one.viber === 'template') names.push('viber template');
  if (one.sms) names.push('sms');
  if (one.voice) names.push('voice');
  return [...names, ...(one.verbs ?? [])];
}
