import type { Wanted } from '../names/types.js';
import { type Channel, deliveryScopes, type EndpointName, statuses } from '../routee/channels.js';
import { fileTypes, genders, limits, sayLanguages } from '../routee/limits.js';
import { fileEnding } from '../routee/values.js';
import { decimal } from '../syntax/numbers.js';
import { fieldOf, type Located } from './located.js';
import { at, type Pen } from './pen.js';
import type { Recipients } from './recipients.js';
import type { Senders } from './senders.js';
import { channelOf, isTemplateStep } from './steps.js';
import type { Templates } from './templates.js';

export interface StepContext {
  readonly endpoint: EndpointName;
  readonly pen: Pen;
  readonly senders: Senders;
  readonly templates: Templates;
  readonly recipients: Recipients;
}

type Parts = readonly (string | undefined)[];

const url: Wanted = { kind: 'url' };
const httpsUrl: Wanted = { kind: 'url', https: true };

/** A step in the language. Nothing, where its kind is not known or it has nothing to say. */
export function writeStep(step: Located, context: StepContext): string | undefined {
  const { pen, senders, recipients } = context;
  const channel = channelOf(step);
  const content = channel && contentOf(step, channel, context);
  if (channel === undefined || content === undefined) return undefined;
  pen.say(fieldOf(step, 'type'));
  pen.say(fieldOf(step, 'order'));
  const parts = [
    ...content,
    ...recipients.clauses(step),
    senders.from(step, channel, pen),
    channel === 'voice' ? undefined : clause('ttl', pen.duration(fieldOf(step, 'ttl'), 60)),
    clause('on', statusesOf(step, channel, pen)),
  ];
  return written([channel, ...parts]);
}

function contentOf(step: Located, channel: Channel, { endpoint, pen, templates }: StepContext): Parts | undefined {
  if (channel === 'sms') return sms(step, pen);
  if (channel === 'voice') return voice(step, pen);
  const inbound = clause('inbound', pen.value(fieldOf(step, 'inboundUrl'), httpsUrl));
  if (!isTemplateStep(step, endpoint)) return [...freeViber(step, pen), inbound];
  const devices = pen.word(fieldOf(step, 'deliveryScope'), wordFor(deliveryScopes));
  const seq = pen.integer(fieldOf(step, 'seq'));
  return [...templates.use(step, pen), clause('devices', devices), clause('seq', seq), inbound];
}

function wordFor(words: Readonly<Record<string, string>>): (api: string) => string | undefined {
  return (api) => Object.keys(words).find((word) => words[word] === api);
}

function freeViber(step: Located, pen: Pen): Parts {
  const field = (...keys: string[]) => at(step, 'message', ...keys);
  return [
    pen.text(field('text')),
    clause('image', pen.value(field('imageUrl'), httpsUrl)),
    button(field('action'), pen),
    file(field('viberFile'), pen),
    video(field('viberVideo'), pen),
    pen.flag(fieldOf(step, 'expireOnDelivery'), 'expire-on-delivery'),
    clause('label', pen.text(fieldOf(step, 'label'))),
  ];
}

function button(action: Located | undefined, pen: Pen): string | undefined {
  const [caption, target] = [fieldOf(action, 'caption', 'text'), fieldOf(action, 'targetUrl', 'text')];
  if (caption === undefined || target === undefined) return undefined;
  return `button ${pen.text(caption)} ${pen.value(target, url)}`;
}

function file(viberFile: Located | undefined, pen: Pen): string | undefined {
  const [address, name] = [fieldOf(viberFile, 'fileUrl', 'text'), fieldOf(viberFile, 'fileName', 'text')];
  if (address === undefined || name === undefined) return undefined;
  const ofName = pen.isHole(name) ? undefined : fileEnding(String(name.value));
  const type = pen.word(fieldOf(viberFile, 'fileType'), known(fileTypes));
  const parts = [pen.value(address, httpsUrl), 'as', pen.text(name)];
  return written(['file', ...parts, type === ofName ? undefined : clause('type', type)]);
}

function video(viberVideo: Located | undefined, pen: Pen): string | undefined {
  const [address, thumbnail] = [fieldOf(viberVideo, 'videoUrl', 'text'), fieldOf(viberVideo, 'videoThumbnail', 'text')];
  if (address === undefined || thumbnail === undefined) return undefined;
  const size = pen.number(fieldOf(viberVideo, 'fileSize'), (megabytes) => `${decimal(megabytes)}MB`);
  const duration = pen.duration(fieldOf(viberVideo, 'duration'), 1);
  if (size === undefined || duration === undefined) return undefined;
  const links = ['video', pen.value(address, httpsUrl), 'thumbnail', pen.value(thumbnail, httpsUrl)];
  return written([...links, 'size', size, 'duration', duration]);
}

function sms(step: Located, pen: Pen): Parts {
  const field = (key: string) => at(step, 'message', key);
  return [
    pen.text(field('body')) ?? '""',
    pen.flag(field('flash'), 'flash'),
    pen.flag(field('transcode'), 'transcode'),
    clause('label', pen.text(field('label'))),
    shortener(fieldOf(step, 'urlShortener', 'object'), pen),
  ];
}

function shortener(urlShortener: Located | undefined, pen: Pen): string | undefined {
  if (urlShortener === undefined) return undefined;
  if (urlShortener.fields.size === 0) pen.say(urlShortener);
  return written(['shorten-links', clause('for', pen.duration(fieldOf(urlShortener, 'urlValidity'), 1))]);
}

function voice(step: Located, pen: Pen): Parts | undefined {
  const verbs = (at(step, 'dialPlan', 'verbs')?.items ?? []).flatMap((verb) => writeVerb(verb, pen) ?? []);
  if (verbs.length === 0) return undefined;
  return [`{\n${verbs.join('\n')}\n}`, machine(fieldOf(step, 'machineDetection'), pen)];
}

function writeVerb(verb: Located, pen: Pen): string | undefined {
  const type = fieldOf(verb, 'type');
  if (type?.value !== 'SAY' && type?.value !== 'PLAY') return undefined;
  pen.say(type);
  const options = [repeat(fieldOf(verb, 'repeat'), pen), pen.flag(fieldOf(verb, 'bargeIn'), 'barge-in')];
  if (type.value === 'PLAY') return written(['play', pen.value(fieldOf(verb, 'fileURL'), url) ?? '""', ...options]);
  const field = (key: string) => at(verb, 'message', key);
  const lang = clause('lang', pen.word(field('language'), known(sayLanguages)));
  const gender = clause('gender', pen.word(field('gender'), known(genders)));
  return written(['say', pen.text(field('text')) ?? '""', lang, gender, ...options]);
}

function repeat(times: Located | undefined, pen: Pen): string | undefined {
  const number = pen.integer(times);
  return clause('repeat', number === String(limits.voice.repeat.forever) ? 'forever' : number);
}

function machine(detection: Located | undefined, pen: Pen): string | undefined {
  const strategy = fieldOf(detection, 'strategy');
  if (strategy?.value === 'Hangup') {
    pen.say(strategy);
    return 'machine hangup';
  }
  if (strategy?.value !== 'Continue') return undefined;
  const address = pen.value(fieldOf(detection, 'eventUrl'), url);
  if (address === undefined) return undefined;
  pen.say(strategy);
  return `machine continue ${address}`;
}

function statusesOf(step: Located, channel: Channel, pen: Pen): string | undefined {
  const wordOf = (api: string) => statuses[channel].find((status) => status.api === api)?.word;
  const items = fieldOf(step, 'failoverOnStatuses', 'list')?.items ?? [];
  const words = items.map((item) => pen.word(item, wordOf)).filter((word) => word !== undefined);
  return words.length === 0 ? undefined : words.join(', ');
}

/** Words that are the same in the language. */
function known(words: readonly string[]): (api: string) => string | undefined {
  return (api) => (words.includes(api) ? api : undefined);
}

function clause(keyword: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : `${keyword} ${value}`;
}

function written(parts: Parts): string {
  return parts.filter((part) => part !== undefined).join(' ');
}
