import { aStep, code, count, didYouMean, error, oneOf, sentence, thousands } from './define.js';

/** FO3: rules of the endpoint. Each limit of the API is one of them. */

interface TooLong {
  readonly what: string;
  readonly length: number;
  readonly max: number;
  /** Whether the length is that of the longest values its parameters may have. */
  readonly worst: boolean;
}

function tooLong({ what, length, max, worst }: TooLong): string {
  return `${what} has ${worst ? 'up to ' : ''}${count(length, 'character')}; at most ${thousands(max)} are allowed`;
}

export const endpoint = {
  clauseNotHere: error<{ clause: string; owner: string; takers: readonly string[] }>(
    'FO3001',
    'A clause that the channel does not have',
    'Each channel has fields of its own; the API has no place for this one on this channel.',
    ({ clause, owner, takers }) => `${sentence(owner)} has no ${code(clause)}: it belongs to ${oneOf(takers, 'and')}`,
  ),
  clauseNotOnTransactional: error<{ clause: string }>(
    'FO3002',
    'A clause that the transactional endpoint does not take',
    'An approved template is sent as it is: the transactional endpoint has only the fields of a template.',
    ({ clause }) => `${code(clause)} is not taken by the transactional endpoint, where a Viber step is a template`,
  ),
  clauseNotOnStandard: error<{ clause: string }>(
    'FO3003',
    'A clause that only a template step takes',
    'The standard endpoint sends a free-form message, which has no such field.',
    ({ clause }) => `${code(clause)} needs a template: only the transactional endpoint has this field`,
  ),
  messageOnTransactional: error<{ why: string }>(
    'FO3004',
    'A free-form Viber message in a transactional flow',
    'The transactional endpoint answers HTTP 400 to a Viber message that is not a template.',
    ({ why }) => `A free-form Viber message cannot be sent by a transactional flow${why}`,
  ),
  templateOnStandard: error(
    'FO3005',
    'A template in a standard flow',
    'The standard endpoint answers HTTP 400 to a template id.',
    () => 'A template cannot be sent by a standard flow',
  ),
  contentNotOnChannel: error<{ content: string; channel: string; instead: string }>(
    'FO3006',
    'A content that the channel cannot send',
    'A Viber step sends a text, media or a template, an SMS a text, a call what it says and plays.',
    ({ content, channel, instead }) => `${sentence(aStep(channel))} cannot have ${content}: ${instead}`,
  ),
  statusNotOnChannel: error<{
    status: string;
    channel: string;
    statuses: readonly string[];
    suggestion?: string | undefined;
  }>(
    'FO3007',
    'A status that the channel does not have',
    'A step moves on when its own message reaches one of the statuses of its channel.',
    ({ status, channel, statuses, suggestion }) =>
      suggestion === undefined
        ? `${sentence(aStep(channel))} has no status ${code(status)}: use ${oneOf(statuses)}`
        : `${sentence(aStep(channel))} has no status ${code(status)}; did you mean ${code(suggestion)}?`,
  ),
  viberTtlRange: error<{ written: string }>(
    'FO3010',
    'A Viber ttl out of range',
    'Viber takes a ttl from 30 seconds to one day.',
    ({ written }) => `The ttl of a Viber step is from \`30s\` to \`1d\`, not ${code(written)}`,
  ),
  viberTtlStep: error<{ written: string }>(
    'FO3011',
    'A Viber ttl that is too fine',
    'The API counts in minutes with at most one decimal place, which is steps of 6 seconds.',
    ({ written }) => `The ttl of a Viber step goes in steps of \`6s\`, and ${code(written)} lies between two of them`,
  ),
  smsTtlRange: error<{ written: string }>(
    'FO3012',
    'An SMS ttl out of range',
    'An SMS takes a ttl from one minute to one day.',
    ({ written }) => `The ttl of an SMS is from \`1m\` to \`1d\`, not ${code(written)}`,
  ),
  smsTtlStep: error<{ written: string }>(
    'FO3013',
    'An SMS ttl that is not in whole minutes',
    'The API counts the ttl of an SMS in whole minutes.',
    ({ written }) => `The ttl of an SMS is in whole minutes, not ${code(written)}`,
  ),
  voiceTtl: error(
    'FO3014',
    'A ttl on a call',
    'A call is answered or not: the API has no ttl for it.',
    () => 'A call has no ttl: it moves on by how it ends, such as `on busy, no-answer`',
  ),
  viberTextLength: error<TooLong>('FO3020', 'A Viber text that is too long', 'Viber refuses longer texts.', tooLong),
  viberTextEmpty: error(
    'FO3021',
    'A Viber text that is empty',
    'There is nothing to send.',
    () => 'The Viber text is empty',
  ),
  viberNoContent: error(
    'FO3022',
    'A Viber step without content',
    'A Viber message has a text, an image, a file, a video or a template.',
    () => 'The Viber step sends nothing: add a text, `image`, `file`, `video` or `template`',
  ),
  viberCombination: error<{ contents: readonly string[]; problem: string }>(
    'FO3023',
    'Contents that cannot stand together',
    'Viber sends some contents together only: a button needs a text, a file goes alone.',
    ({ contents, problem }) =>
      `A Viber message cannot have ${oneOf(contents, 'and')} ${contents.length === 1 ? 'alone' : 'together'}: ${problem}`,
  ),
  mediaNotHttps: error<{ what: string }>(
    'FO3024',
    'Media whose address is not https',
    'Viber loads images, files and videos over https only.',
    ({ what }) => `The address of ${what} must start with \`https://\``,
  ),
  mediaAddressLength: error<TooLong>(
    'FO3025',
    'An address of media that is too long',
    'The API refuses longer addresses.',
    tooLong,
  ),
  captionLength: error<{ length: number; min: number; max: number; worst: boolean }>(
    'FO3026',
    'A button caption that is empty or too long',
    'The caption must fit on the button.',
    ({ length, min, max, worst }) =>
      `The caption of a button has ${min} to ${max} characters, not ${worst && length > max ? 'up to ' : ''}${length}`,
  ),
  notAnAddress: error<{ what: string; web: boolean }>(
    'FO3027',
    'Something that is not an address',
    'The API takes absolute addresses only.',
    ({ what, web }) =>
      web
        ? `${what} must be an address that starts with \`https://\``
        : `${what} must be an absolute address, such as \`https://acme.com\``,
  ),
  fileNameLength: error<TooLong>(
    'FO3028',
    'A file name that is empty or too long',
    'The name is what the person sees of the file, and Viber refuses longer ones.',
    (params) => (params.length === 0 ? `${params.what} is empty` : tooLong(params)),
  ),
  fileType: error<{ type: string; types: readonly string[] }>(
    'FO3029',
    'A file of a type that Viber does not take',
    'Viber takes documents and spreadsheets. The type is the ending of the name unless `type` says otherwise.',
    ({ type, types }) =>
      type === ''
        ? 'The file name has no ending that says its type'
        : `Viber takes no ${code(type)} files: use one of ${types.join(', ')}`,
  ),
  videoSize: error<{ written: string; max: number }>(
    'FO3030',
    'A video that is too large',
    'Viber refuses larger videos.',
    ({ written, max }) => `The size of a video is more than 0 and at most \`${max}MB\`, not ${code(written)}`,
  ),
  videoDuration: error<{ written: string }>(
    'FO3031',
    'A video that is too long',
    'Viber refuses longer videos.',
    ({ written }) => `The duration of a video is more than 0 and at most \`10m\`, not ${code(written)}`,
  ),
  labelLength: error<TooLong>('FO3032', 'A label that is too long', 'The API refuses longer labels.', tooLong),
  inboundNotHttps: error(
    'FO3033',
    'An inbound address that is not https',
    'Routee posts the answers of people to it, over https only.',
    () => 'The address after `inbound` must start with `https://`',
  ),
  templateId: error<{ id: string }>(
    'FO3040',
    'A template id that is not a UUID',
    'Viber names approved templates by UUIDs.',
    ({ id }) =>
      `${code(id)} is not the id of a template: that is a UUID, such as \`0aac888f-2ee2-4112-9659-1755a951966a\``,
  ),
  templateLanguageMissing: error<{ langs: readonly string[] }>(
    'FO3041',
    'A template step without a language',
    'The endpoint requires the language in which the template is sent.',
    ({ langs }) =>
      langs.length === 0
        ? 'A template step needs its language, such as `lang en`'
        : `A template step needs its language: add \`lang\` with ${oneOf(langs)}`,
  ),
  templateLanguage: error<{
    lang: string;
    template: string;
    langs: readonly string[];
    suggestion?: string | undefined;
  }>(
    'FO3042',
    'A language that the template does not have',
    'A template is approved language by language.',
    ({ lang, template, langs, suggestion }) =>
      `The template ${code(template)} has no ${code(lang)}${suggestion === undefined ? `: it has ${oneOf(langs, 'and')}` : didYouMean(suggestion)}`,
  ),
  otpWithoutPin: error<{ template: string }>(
    'FO3043',
    'A one-time password template without `pin`',
    'A template of category OTP carries its code in the parameter `pin`.',
    ({ template }) => `The template ${code(template)} has \`category otp\` and no parameter \`pin\``,
  ),
  otpText: error<{ name: string; length: number; max: number; worst: boolean }>(
    'FO3044',
    'A parameter of a predefined template that is too long',
    'The predefined one-time password templates take short texts only.',
    ({ name, length, max, worst }) =>
      `${code(name)} has ${worst ? 'up to ' : ''}${count(length, 'character')}; the predefined templates take at most ${max}`,
  ),
  otpLink: error<{ name: string }>(
    'FO3045',
    'A link in a parameter of a predefined template',
    'The predefined one-time password templates take no links.',
    ({ name }) => `${code(name)} holds a link, which the predefined templates do not take`,
  ),
  otpPin: error<{ found: string; min: number; max: number }>(
    'FO3046',
    'A pin of the wrong length',
    'The predefined one-time password templates take a pin of 4 to 10 characters.',
    ({ found, min, max }) => `\`pin\` has ${min} to ${max} characters, not ${found}`,
  ),
  otpMinutes: error<{ name: string }>(
    'FO3047',
    'A validity that is not a whole number of minutes',
    'The predefined one-time password templates print it before the word minutes.',
    ({ name }) => `${code(name)} is a whole number of minutes, 1 or more`,
  ),
  seqRange: error<{ max: number }>(
    'FO3048',
    'A seq that is too large',
    'Numbers of more digits change on their way through JSON.',
    ({ max }) => `\`seq\` is at most ${thousands(max)}: a larger number changes on its way through JSON`,
  ),
  smsSender: error<{ sender: string; longest?: number | undefined }>(
    'FO3050',
    'An SMS sender id of the wrong form',
    'Networks show letters, digits and spaces up to 11 characters, or digits only up to 16.',
    ({ sender, longest }) => {
      const form = 'up to 11 letters, digits and spaces, or up to 16 digits without `+`';
      const length = longest === undefined ? '' : `, which may have ${count(longest, 'character')},`;
      return `${code(sender)}${length} is not an SMS sender id: ${form}`;
    },
  ),
  smsEmpty: error('FO3051', 'An SMS that is empty', 'There is nothing to send.', () => 'The text of the SMS is empty'),
  smsLength: error<TooLong>('FO3052', 'An SMS that is too long', 'The API refuses longer texts.', tooLong),
  urlValidity: error<{ written: string }>(
    'FO3053',
    'A short link that lives too short or too long',
    'Short links live from one hour to 30 days, in whole seconds.',
    ({ written }) => `Short links live from \`1h\` to \`30d\` in whole seconds, not ${code(written)}`,
  ),
  senderEmpty: error<{ channel: string }>(
    'FO3060',
    'A sender id that is empty',
    'Every step names its sender.',
    ({ channel }) => `The ${code(channel)} sender is empty`,
  ),
  sayEmpty: error('FO3061', 'A call that says nothing', 'There is nothing to say.', () => 'The text to say is empty'),
  sayLanguageMissing: error(
    'FO3062',
    'A text to say without its language',
    'The API requires the language in which a text is spoken.',
    () => '`say` needs the language of its text, such as `lang en-US`',
  ),
  sayLanguage: error<{ lang: string; langs: readonly string[]; suggestion?: string | undefined }>(
    'FO3063',
    'A language that calls do not speak',
    'The API speaks some languages only.',
    ({ lang, langs, suggestion }) =>
      `Calls do not speak ${code(lang)}${suggestion === undefined ? `: use one of ${langs.join(', ')}` : didYouMean(suggestion)}`,
  ),
  repeatRange: error<{ written: string; max?: number | undefined }>(
    'FO3064',
    'A repeat that is less than once',
    'A verb is spoken or played at least once; without end is written forever.',
    ({ written, max }) =>
      `\`repeat\` is at least 1${max === undefined ? '' : ` and at most ${thousands(max)}`}, or \`forever\`, not ${code(written)}`,
  ),
  playNotWav: error<{ ending: string }>(
    'FO3065',
    'A recording that is not a .wav file',
    'Calls play .wav files.',
    ({ ending }) => `Calls play \`.wav\` files, not \`.${ending}\``,
  ),
  sipAddress: error<{ address: string }>(
    'FO3066',
    'Something that is not a SIP address',
    'A SIP address is user@host, with an optional port.',
    ({ address }) => `${code(address)} is not a SIP address such as \`1111@example.com:55080\``,
  ),
  phoneNumber: error<{ number: string; longest?: number | undefined }>(
    'FO3070',
    'A number that is not in E.164 form',
    'The API takes numbers with their country code only: + and 7 to 15 digits.',
    ({ number, longest }) => {
      const length = longest === undefined ? '' : `, which may have ${count(longest, 'character')},`;
      return `${code(number)}${length} is not a number in E.164 form, such as \`+306912345678\``;
    },
  ),
  targetKind: error<{ kind: string; channel: string }>(
    'FO3071',
    'A kind of recipient that only a call has',
    'Viber and SMS reach a mobile number; only a call can go to a SIP address or a Viber account.',
    ({ kind, channel }) => `\`to ${kind}\` is for calls: ${aStep(channel)} goes to a number`,
  ),
  statusTwice: error<{ status: string }>(
    'FO3072',
    'A status that stands twice',
    'The second one adds nothing.',
    ({ status }) => `${code(status)} stands twice`,
  ),
};
