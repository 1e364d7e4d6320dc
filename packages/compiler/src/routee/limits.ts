/**
 * Every number and form that the API sets, in one place. Rules, request schemas, completions and pages read them here.
 * Lengths are in UTF-16 code units, the strictest reading of the documentation's "characters".
 */

/** The limits of each channel. Source: reference/send-a-failover-message and reference/send-a-transactional-failover-message. */
export const limits = {
  viber: {
    /** Minutes, at most one decimal place. */
    ttl: { min: 0.5, max: 1440, default: 10, step: 0.1 },
    text: { max: 1000 },
    mediaUrl: { max: 1000 },
    caption: { min: 1, max: 30 },
    fileName: { max: 25 },
    label: { max: 350 },
    /** Megabytes, more than 0. */
    videoSize: { max: 200 },
    /** Seconds, more than 0. */
    videoDuration: { max: 600 },
  },
  sms: {
    /** Whole minutes. */
    ttl: { min: 1, max: 1440, default: 1200 },
    /** Source: docs/message-analysis. */
    body: { max: 1600 },
    label: { max: 350 },
    /** Seconds. */
    urlValidity: { min: 3600, max: 2_592_000, default: 2_592_000 },
    senderText: { max: 11 },
    senderNumber: { max: 16 },
  },
  voice: {
    repeat: { min: 1, forever: -1 },
  },
  /** Parameters of the predefined one-time password templates. Source: docs/template-variables-validations. */
  otp: {
    text: { max: 50 },
    pin: { min: 4, max: 10 },
  },
} as const;

/** Source: reference/send-a-failover-message, the table of `viberFile`. */
export const fileTypes: readonly string[] = [
  ...['doc', 'docx', 'rtf', 'dot', 'dotx', 'odt', 'odf', 'fodt', 'txt', 'info'],
  ...['pdf', 'xps', 'pdax', 'eps'],
  ...['xls', 'xlsx', 'ods', 'fods', 'csv', 'xlsm', 'xltx'],
];

/** Languages of a SAY verb. Source: reference/say-verb. */
export const sayLanguages: readonly string[] = [
  ...['en-US', 'de-DE', 'fr-FR', 'it-IT', 'pt-BR', 'es-ES', 'es-LA', 'en-GB', 'el-GR', 'bg-BG', 'pl-PL', 'hu-HU'],
  ...['sv-SE', 'ru-RU'],
];

export const genders: readonly string[] = ['male', 'female'];

/** Addresses of other messengers, which Viber refuses. */
export const refusedLinkHosts: readonly string[] = [
  ...['line.me', 'lin.ee'],
  ...['signal.org', 'signal.me', 'signal.group'],
  ...['t.me', 'telegram.me', 'telegram.org', 'telegram.dog'],
];

/** The forms of values. Each is anchored and has a bounded cost. */
export const forms = {
  /** A number as E.164 writes it: `+`, country code, subscriber, at most 15 digits. */
  phone: /^\+[1-9]\d{6,14}$/,
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  /** An absolute address: a scheme, then at least one character, no white space. */
  url: /^[a-z][a-z0-9+.-]*:[^\s]+$/i,
  webUrl: /^https?:\/\/[^\s/?#]+(?:[/?#][^\s]*)?$/i,
  httpsUrl: /^https:\/\/[^\s/?#]+(?:[/?#][^\s]*)?$/i,
  /** `user@host`, with an optional scheme and port. */
  sip: /^(?:sips?:)?[^\s@:]+@[^\s@:]+(?::\d{1,5})?$/i,
  smsSenderText: /^[A-Za-z0-9 ]{1,11}$/,
  smsSenderNumber: /^\d{1,16}$/,
} as const;

/** Each content of a free-form Viber message. */
export type ViberContent = 'text' | 'image' | 'button' | 'file' | 'video';

/**
 * What may stand together in one Viber message. Routee names five combinations; other Viber partners allow more. What no
 * partner allows is refused, what they disagree on is disputed. Source: docs/other-viber-messaging-concept.
 */
export const viberCombinations: {
  readonly allowed: readonly (readonly ViberContent[])[];
  readonly disputed: readonly (readonly ViberContent[])[];
} = {
  allowed: [
    ['text'],
    ['image'],
    ['text', 'button'],
    ['text', 'image', 'button'],
    ['file'],
    ['video'],
    ['text', 'video'],
    ['text', 'button', 'video'],
  ],
  disputed: [
    ['text', 'image'],
    ['image', 'button'],
  ],
};
