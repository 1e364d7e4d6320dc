import { deliveryScopes } from '../routee/channels.js';
import { limits } from '../routee/limits.js';
import { timeText } from '../text/time.js';
import type { ChangeKind } from './change.js';
import type { Fields } from './request.js';
import { listed, quote, type Sentence, say } from './sentence.js';

/** What is said of a field of a step, or of several that belong together. */
export interface FieldRule {
  /** The fields at and below these JSON Pointers. */
  readonly paths: readonly string[];
  readonly kind: ChangeKind;
  /** The clause that says it. `content` is what the step sends. */
  readonly word: string;
  /** What the step has, with its article, or what it does: `an image`, `shortens its links`. */
  readonly noun?: string;
  readonly verb?: string;
  /** What it is, where it is there. */
  readonly show: (fields: Fields) => Sentence;
  /** What the API takes where it is not there. */
  readonly default?: string;
}

/** A flag is there or is not: that is all to say of it. */
export const flagRules: readonly { readonly path: string; readonly word: string }[] = [
  { path: '/expireOnDelivery', word: 'expire-on-delivery' },
  { path: '/message/flash', word: 'flash' },
  { path: '/message/transcode', word: 'transcode' },
];

function value(fields: Fields): Sentence {
  const [leaf] = fields.values();
  if (leaf === undefined) return [];
  // A template or sender may have another id and the same name, or the other way round.
  return leaf.name === undefined ? [quote(leaf.shown)] : say`${quote(leaf.name)}, ${quote(leaf.shown)}`;
}

function at(fields: Fields, path: string): Sentence {
  const leaf = fields.get(path);
  return leaf === undefined ? [] : [quote(leaf.shown)];
}

function numberAt(fields: Fields, path: string, otherwise = 0): number {
  return Number(fields.get(path)?.value ?? otherwise);
}

export const fieldRules: readonly FieldRule[] = [
  {
    ...{ paths: ['/senderInfoTrackingId', '/from'], kind: 'sender', word: 'from', noun: 'a sender' },
    show: value,
  },
  {
    ...{ paths: ['/to'], kind: 'recipient', word: 'to', noun: 'a recipient' },
    show: (fields) =>
      listed(
        [...fields].map(([kind, { shown }]) =>
          kind === '' || kind === '/phone' ? [quote(shown)] : say`${kind.slice(1)} ${quote(shown)}`,
        ),
      ),
  },
  { paths: ['/templateId'], kind: 'template', word: 'content', noun: 'a template', show: value },
  { paths: ['/templateLang'], kind: 'language', word: 'lang', noun: 'a language', show: value },
  { paths: ['/message/imageUrl'], kind: 'image', word: 'image', noun: 'an image', show: value },
  {
    ...{ paths: ['/message/action'], kind: 'button', word: 'button', noun: 'a button' },
    show: (fields) => say`${at(fields, '/caption')} to ${at(fields, '/targetUrl')}`,
  },
  {
    ...{ paths: ['/message/viberFile'], kind: 'file', word: 'file', noun: 'a file' },
    show: (fields) => say`${at(fields, '/fileName')} of type ${at(fields, '/fileType')} from ${at(fields, '/fileUrl')}`,
  },
  {
    ...{ paths: ['/message/viberVideo'], kind: 'video', word: 'video', noun: 'a video' },
    show: (fields) =>
      say`${at(fields, '/videoUrl')} of ${`${numberAt(fields, '/fileSize')} MB`} and ${timeText(numberAt(fields, '/duration'))} with the thumbnail ${at(fields, '/videoThumbnail')}`,
  },
  {
    ...{ paths: ['/urlShortener'], kind: 'links', word: 'shorten-links', verb: 'shortens its links' },
    show: (fields) => [`for ${timeText(numberAt(fields, '/urlValidity', limits.sms.urlValidity.default))}`],
  },
  {
    ...{ paths: ['/deliveryScope'], kind: 'devices', word: 'devices', verb: 'goes to' },
    show: (fields) => [fields.get('')?.value === deliveryScopes.all ? 'all devices' : 'the primary device'],
    default: deliveryScopes.primary,
  },
  {
    ...{ paths: ['/machineDetection'], kind: 'machine', word: 'machine', verb: 'listens for an answering machine' },
    show: (fields) => (fields.has('/eventUrl') ? say`to go on and tell ${at(fields, '/eventUrl')}` : ['to hang up']),
  },
  { paths: ['/inboundUrl'], kind: 'inbound', word: 'inbound', noun: 'an address for answers', show: value },
  { paths: ['/label', '/message/label'], kind: 'label', word: 'label', noun: 'a label', show: value },
  { paths: ['/seq'], kind: 'seq', word: 'seq', noun: 'a sequence number', show: value },
];
