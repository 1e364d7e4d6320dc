import { count } from '../diagnostics/define.js';
import { callbackStrategies, channels, channelTypes, deliveryScopes, statuses } from '../routee/channels.js';
import { endpoints } from '../routee/endpoints.js';
import { fileTypes, limits } from '../routee/limits.js';
import { timeText } from '../text/time.js';
import type { Entries } from './description.js';

/** Every word that is no clause. */

const { viber } = limits;
const transactional = endpoints.transactional;
const standard = endpoints.standard;

export const declarationEntries: Entries = {
  import: {
    syntax: 'import "./brand.failover"',
    summary: 'Brings in the senders, templates and lets of another file, not its settings and not its own imports.',
    limits: 'a relative path inside the project that ends in `.failover`',
  },
  let: {
    syntax: 'let api = "https://api.example.com"',
    summary:
      'Names a text, which may use the lets above it. `--define` and failover.json can give it another value, so that one flow serves every environment.',
  },
  sender: {
    syntax: 'sender acme { viber "…" sms "ACME" voice "302101234567" }',
    summary: 'One brand: the id that it has on each channel. The only sender in scope is taken without `from`.',
  },
  template: {
    syntax: 'template otp(pin: text(4..10)) "…" { category otp lang en "Your code is {pin}." }',
    summary:
      'An approved Viber template: its parameters, its id, its languages. The wording is for people who read the file, and for previews.',
  },
  flow: {
    syntax: 'flow login(to: phone) { … }',
    summary:
      'How a message reaches a person: the steps, tried one after the other. A `viber template` step makes it transactional, otherwise it is standard.',
  },
  standard: {
    syntax: 'standard flow name { … }',
    summary: `The flow goes to \`${standard.method} ${standard.path}\`: Viber messages of your own wording, SMS and calls.`,
  },
  transactional: {
    syntax: 'transactional flow name { … }',
    summary: `The flow goes to \`${transactional.method} ${transactional.path}\`: Viber messages from approved templates, SMS and calls.`,
  },
};

/** At the top of a file or flow; each holds for what does not set its own. */
export const settingEntries: Entries = {
  from: {
    syntax: 'from acme',
    summary: 'The sender of every step that has no `from` of its own.',
  },
  to: {
    syntax: 'to "{customer}"',
    summary: 'The recipient of every step that has no `to` of its own.',
    default: 'the parameter `to: phone`',
  },
  callback: {
    syntax: 'callback "https://…" on step',
    summary:
      'Where Routee tells what became of the flow: once at its end (`on completion`), or at every change of a status (`on step`).',
    field: 'callback',
    limits: 'an address',
    default: 'none; without `on` it is `on completion`',
  },
};

/** The words with which a step starts. */
export const stepEntries: Entries = {
  // An object with a key `then` could be taken for a promise.
  ...Object.fromEntries([
    [
      'then',
      {
        syntax: 'then sms "…"',
        summary: 'The step that follows: it starts when the one before it ends with a status of its `on`.',
      },
    ],
  ]),
  viber: {
    syntax: 'viber "Hello" · viber template otp lang en',
    summary: `A Viber message (\`"type": "${channelTypes.viber}"\`): a text of your own on the standard endpoint, an approved template on the transactional one.`,
    limits: `a text of at most ${count(viber.text.max, 'character')}`,
  },
  sms: {
    syntax: 'sms "Your code is {pin}"',
    summary: `A text message (\`"type": "${channelTypes.sms}"\`). A long one is sent, and billed, in several parts.`,
    limits: `a text of at most ${count(limits.sms.body.max, 'character')}`,
  },
  voice: {
    syntax: 'voice say "Your code is {pin}" lang en-US',
    summary: `A call (\`"type": "${channelTypes.voice}"\`) in which texts are read aloud and sounds are played, in order.`,
  },
};

export const contentEntries: Entries = {
  template: {
    syntax: 'viber template otp(pin: {pin}) lang en',
    summary:
      'Sends an approved template, by its declared name or its id. An argument that is not written is the parameter or let of its name.',
    field: 'templateId',
    limits: 'a UUID, declared or in quotes',
  },
  say: {
    syntax: 'say "Your code is {pin}" lang en-US',
    summary: 'Reads a text aloud.',
    field: 'message.text',
  },
  play: {
    syntax: 'play "https://…/hello.wav"',
    summary: 'Plays a sound.',
    field: 'fileURL',
    limits: 'the http or https address of a .wav file',
  },
};

/** Words within a clause or declaration. */
export const partEntries: Entries = {
  as: {
    syntax: 'as "terms.pdf"',
    summary: 'The name of the file that the person sees.',
    field: 'message.viberFile.fileName',
    limits: `at most ${count(viber.fileName.max, 'character')}`,
  },
  type: {
    syntax: 'type pdf',
    summary: 'The type of the file.',
    field: 'message.viberFile.fileType',
    limits: fileTypes.join(', '),
    default: "the ending of the file's name",
  },
  thumbnail: {
    syntax: 'thumbnail "https://…"',
    summary: 'The picture that stands for the video.',
    field: 'message.viberVideo.videoThumbnail',
    limits: `an https address of at most ${count(viber.mediaUrl.max, 'character')}`,
  },
  size: {
    syntax: 'size 12MB',
    summary: 'How large the video is.',
    field: 'message.viberVideo.fileSize',
    unit: 'megabytes',
    limits: `more than 0, at most ${viber.videoSize.max}`,
  },
  duration: {
    syntax: 'duration 30s',
    summary: 'How long the video runs.',
    field: 'message.viberVideo.duration',
    unit: 'seconds',
    limits: `more than 0, at most ${timeText(viber.videoDuration.max)}`,
  },
  for: {
    syntax: 'for 7d',
    summary: 'How long the short links work.',
    field: 'urlShortener.urlValidity',
    unit: 'seconds',
    limits: `${timeText(limits.sms.urlValidity.min)} to ${timeText(limits.sms.urlValidity.max)}`,
    default: timeText(limits.sms.urlValidity.default),
  },
  category: {
    syntax: 'category otp',
    summary: 'What the template was approved as: a one-time password needs a parameter `pin`.',
    limits: '`otp` or `transactional`',
  },
  lang: {
    syntax: 'lang en "Your code is {pin}."',
    summary:
      'A language that the template has, and its wording where you like. Without any `lang` every language is accepted.',
  },
  no: {
    syntax: 'no flash',
    summary: 'Sends the flag as `false`, where leaving it out would send nothing.',
  },
};

/** Words that are the value of a clause, by the clause and the word. */
export const valueEntries: Readonly<Record<string, Entries>> = {
  devices: {
    primary: {
      syntax: 'devices primary',
      summary: 'Only the main device gets the message.',
      field: 'deliveryScope',
      api: deliveryScopes.primary,
    },
    all: {
      syntax: 'devices all',
      summary: 'Every device of the person gets the message.',
      field: 'deliveryScope',
      api: deliveryScopes.all,
    },
  },
  machine: {
    hangup: { syntax: 'machine hangup', summary: 'The call ends when a machine answers.' },
    continue: {
      syntax: 'machine continue "https://…"',
      summary: 'When a machine answers, the address is asked for what to say and play instead.',
      field: 'machineDetection.eventUrl',
      limits: 'an http or https address',
    },
  },
  repeat: {
    forever: {
      syntax: 'repeat forever',
      summary: `Until the call ends, which the API writes as ${limits.voice.repeat.forever}.`,
      field: 'repeat',
    },
  },
  callback: {
    completion: {
      syntax: 'on completion',
      summary: 'One call at the end of the flow.',
      field: 'callback.strategy',
      api: callbackStrategies.completion,
    },
    step: {
      syntax: 'on step',
      summary:
        'A call at every change of a status. The flow then also moves on at once, instead of waiting for the ttl of a Viber step.',
      field: 'callback.strategy',
      api: callbackStrategies.step,
    },
  },
  category: {
    otp: { syntax: 'category otp', summary: 'A one-time password: it has a parameter `pin`.' },
    transactional: { syntax: 'category transactional', summary: 'A message about something the person did or bought.' },
  },
  to: {
    phone: { syntax: 'to phone "+306912345678"', summary: 'A telephone number.', field: 'to.phone' },
    viber: { syntax: 'to viber "+306912345678"', summary: 'A number that is called on Viber.', field: 'to.viber' },
    sip: { syntax: 'to sip "1111@example.com:55080"', summary: 'A SIP address.', field: 'to.sip' },
  },
};

export const typeEntries: Entries = {
  phone: { syntax: 'to: phone', summary: 'A number in E.164 form, such as `+306912345678`.' },
  url: { syntax: 'link: url', summary: 'An absolute address.' },
  text: {
    syntax: 'pin: text(4..10)',
    summary:
      'A text. With a range, its length in characters: limits are then checked against the longest, before anything is sent.',
  },
  int: {
    syntax: 'minutes: int(1..60)',
    summary: 'A whole number. As an argument of a template it is sent as a JSON number.',
  },
  lang: { syntax: 'lang: lang(en, el)', summary: 'One of these languages, which every template it reaches must have.' },
};

/** The statuses, by channel. */
export const statusEntries: Readonly<Record<string, Entries>> = Object.fromEntries(
  channels.map((channel) => [
    channel,
    Object.fromEntries(
      statuses[channel].map(({ word, api, meaning }) => [
        word,
        { syntax: `on ${word}`, summary: meaning, field: 'failoverOnStatuses', api },
      ]),
    ),
  ]),
);
