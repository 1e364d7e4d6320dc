import { count, oneOf, thousands } from '../diagnostics/define.js';
import { type Channel, defaultStatuses, statuses } from '../routee/channels.js';
import { fileTypes, limits, sayLanguages } from '../routee/limits.js';
import { knownTemplateLanguages } from '../routee/templates.js';
import { genderWords } from '../syntax/words.js';
import { timeText } from '../text/time.js';
import type { ClauseOwner, Entry } from './description.js';

/** Every clause and flag, once for all steps that take it, or once for each of them. */

const { viber, sms, voice } = limits;
const seconds = (minutes: number) => timeText(minutes * 60);
const characters = (max: number) => `at most ${count(max, 'character')}`;
const statusWords = (channel: Channel) => statuses[channel].map(({ word }) => word);
const defaultWords = (channel: Channel) =>
  statuses[channel].filter(({ api }) => defaultStatuses[channel].includes(api)).map(({ word }) => word);

function statusClause(channel: Channel, isRequired: boolean): Entry {
  const written = isRequired ? ', written out because the endpoint requires the field' : '';
  return {
    syntax: `on ${defaultWords(channel).join(', ')}`,
    summary: 'What moves the flow on: when this step ends with one of these statuses, the next step starts.',
    field: 'failoverOnStatuses',
    limits: `${oneOf(statusWords(channel), 'and')}, each at most once`,
    default: `\`${defaultWords(channel).join(', ')}\`${written}`,
  };
}

const viberTtl: Entry = {
  syntax: 'ttl 10m',
  summary: 'How long Viber tries to deliver the message. Then it expires, and the flow can move on.',
  field: 'ttl',
  unit: 'minutes',
  limits: `${seconds(viber.ttl.min)} to ${seconds(viber.ttl.max)}, in steps of ${seconds(viber.ttl.step)}`,
  default: seconds(viber.ttl.default),
};

const senderIds = { summary: 'Who the message is from: a declared sender, or its id in quotes.' };
const senderDefault = 'the `from` of the flow or file, else the only sender in scope';
const recipientDefault = 'the `to` of the flow or file, else the parameter `to: phone`';
const toNumber: Entry = {
  syntax: 'to "+306912345678"',
  summary: 'Who gets the message.',
  field: 'to',
  limits: 'a number in E.164 form',
  default: recipientDefault,
};

const anyOwner = (entry: Entry, ...owners: ClauseOwner[]): Partial<Record<ClauseOwner, Entry>> =>
  Object.fromEntries(owners.map((owner) => [owner, entry]));

export const clauseEntries: Readonly<Record<string, Readonly<Partial<Record<ClauseOwner, Entry>>>>> = {
  image: {
    viber: {
      syntax: 'image "https://…"',
      summary: 'A picture in the message. 400 KB or less is recommended.',
      field: 'message.imageUrl',
      limits: `an https address of ${characters(viber.mediaUrl.max)}`,
      default: 'no picture',
    },
  },
  button: {
    viber: {
      syntax: 'button "Open" "https://…"',
      summary: 'A button under the message: its caption, and what it opens.',
      field: 'message.action',
      limits: `a caption of ${viber.caption.min} to ${count(viber.caption.max, 'character')}, and an address`,
      default: 'no button',
    },
  },
  file: {
    viber: {
      syntax: 'file "https://…" as "terms.pdf"',
      summary: 'A file instead of a message. Its type is the ending of its name, unless `type` says otherwise.',
      field: 'message.viberFile',
      limits: `an https address of ${characters(viber.mediaUrl.max)}, a name of ${characters(viber.fileName.max)}, one of the types ${fileTypes.join(', ')}`,
      default: 'no file',
    },
  },
  video: {
    viber: {
      syntax: 'video "https://…" thumbnail "https://…" size 12MB duration 30s',
      summary: 'A video, the picture that stands for it, how large it is and how long it runs.',
      field: 'message.viberVideo',
      limits: `https addresses of ${characters(viber.mediaUrl.max)}, at most ${viber.videoSize.max} MB and ${timeText(viber.videoDuration.max)}`,
      default: 'no video',
    },
  },
  'expire-on-delivery': {
    viber: {
      syntax: 'expire-on-delivery',
      summary: 'A message that was delivered but not seen counts as expired when its ttl has passed.',
      field: 'expireOnDelivery',
      default: 'off',
    },
  },
  label: {
    viber: {
      syntax: 'label "spring"',
      summary: 'A note of your own, which reports show.',
      field: 'label',
      limits: characters(viber.label.max),
      default: 'no label',
    },
    sms: {
      syntax: 'label "spring"',
      summary: 'A note of your own, which reports show.',
      field: 'message.label',
      limits: characters(sms.label.max),
      default: 'no label',
    },
  },
  lang: {
    'viber template': {
      syntax: 'lang en',
      summary: 'The language of the template that is sent.',
      field: 'templateLang',
      limits: `a language that the template has; the predefined ones have ${knownTemplateLanguages.join(', ')}`,
    },
    say: {
      syntax: 'lang en-US',
      summary: 'The language in which the text is read aloud.',
      field: 'message.language',
      limits: sayLanguages.join(', '),
    },
  },
  devices: {
    'viber template': {
      syntax: 'devices primary',
      summary: 'Which devices of the person get the message.',
      field: 'deliveryScope',
      limits: '`primary` or `all`',
      default: 'the primary device',
    },
  },
  seq: {
    'viber template': {
      syntax: 'seq 7',
      summary: 'A number of your own, which the answer of the API repeats.',
      field: 'seq',
      limits: 'a whole number',
      default: 'none',
    },
  },
  inbound: anyOwner(
    {
      syntax: 'inbound "https://…"',
      summary: 'Where what the person answers is sent.',
      field: 'inboundUrl',
      limits: 'an https address',
      default: 'answers are sent nowhere',
    },
    ...(['viber', 'viber template'] as const),
  ),
  flash: {
    sms: {
      syntax: 'flash',
      summary: 'The text is shown at once and not kept.',
      field: 'message.flash',
      default: 'off',
    },
  },
  transcode: {
    sms: {
      syntax: 'transcode',
      summary:
        'Characters outside GSM-7 are replaced by their nearest likeness, so that they do not make the text UCS-2. `no transcode` keeps them.',
      field: 'message.transcode',
      default: "the account's own setting",
    },
  },
  'shorten-links': {
    sms: {
      syntax: 'shorten-links for 7d',
      summary: 'Links in the text become short ones, which work for the time after `for`.',
      field: 'urlShortener',
      unit: 'seconds, in `urlShortener.urlValidity`',
      limits: `${timeText(sms.urlValidity.min)} to ${timeText(sms.urlValidity.max)}`,
      default: `links stay as they are; without \`for\` they work for ${timeText(sms.urlValidity.default)}`,
    },
  },
  machine: {
    voice: {
      syntax: 'machine hangup',
      summary: 'What happens when a machine answers: the call ends, or goes on as an address says.',
      field: 'machineDetection',
      limits: '`hangup`, or `continue` and an http or https address',
      default: 'a machine is not told from a person',
    },
  },
  gender: {
    say: {
      syntax: 'gender female',
      summary: 'The voice that reads the text.',
      field: 'message.gender',
      limits: oneOf(genderWords),
      default: 'the choice of Routee',
    },
  },
  repeat: anyOwner(
    {
      syntax: 'repeat 2',
      summary: 'How often it is said or played. `repeat forever` goes on until the call ends.',
      field: 'repeat',
      limits: `a whole number from ${voice.repeat.min} on, or \`forever\` (${voice.repeat.forever})`,
      default: 'once',
    },
    ...(['say', 'play'] as const),
  ),
  'barge-in': anyOwner(
    {
      syntax: 'barge-in',
      summary: 'Pressing a key interrupts it.',
      field: 'bargeIn',
      default: 'off',
    },
    ...(['say', 'play'] as const),
  ),
  to: {
    viber: toNumber,
    'viber template': toNumber,
    sms: toNumber,
    voice: {
      syntax: 'to "+306912345678"',
      summary:
        'Who is called: a number, a number on Viber (`to viber`) or a SIP address (`to sip`). One of each kind may stand.',
      field: 'to',
      limits: 'numbers in E.164 form; a SIP address such as `1111@example.com:55080`',
      default: recipientDefault,
    },
  },
  from: {
    ...anyOwner(
      {
        ...senderIds,
        syntax: 'from acme',
        field: 'senderInfoTrackingId',
        limits: 'the id of a Viber sender',
        default: senderDefault,
      },
      ...(['viber', 'viber template'] as const),
    ),
    sms: {
      ...senderIds,
      syntax: 'from acme',
      field: 'from',
      limits: `up to ${sms.senderText.max} letters, digits and spaces, or up to ${sms.senderNumber.max} digits`,
      default: senderDefault,
    },
    voice: {
      syntax: 'from acme',
      summary: 'Who the call is from: a declared sender, or a number in quotes.',
      field: 'from',
      limits: 'a number, or a name, which not every network carries',
      default: senderDefault,
    },
  },
  ttl: {
    viber: viberTtl,
    'viber template': {
      ...viberTtl,
      default: `${viberTtl.default}, written out because the endpoint requires the field`,
    },
    sms: {
      syntax: 'ttl 10m',
      summary: 'How long the network tries to deliver the message. Then the flow can move on.',
      field: 'ttl',
      unit: 'minutes',
      limits: `${seconds(sms.ttl.min)} to ${seconds(sms.ttl.max)}, in whole minutes`,
      default: `${seconds(sms.ttl.default)} (${thousands(sms.ttl.default)} minutes)`,
    },
  },
  on: {
    viber: statusClause('viber', false),
    'viber template': statusClause('viber', true),
    sms: statusClause('sms', false),
    voice: statusClause('voice', false),
  },
};
