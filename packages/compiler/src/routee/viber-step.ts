/**
 * The Viber step of both endpoints.
 * Sources: reference/send-a-failover-message, docs/how-to-send-a-transactional-failover-message.
 */
import * as z from 'zod/mini';
import { channelTypes, deliveryScopes } from './channels.js';
import {
  amongFields,
  failoverOnStatuses,
  flag,
  formed,
  label,
  number,
  order,
  positive,
  publish,
  sized,
  someText,
  viberTtl,
  whole,
} from './fields.js';
import { fileTypes, forms, limits, type ViberContent, viberCombinations } from './limits.js';
import { nameForm } from './name-form.js';
import { is } from './problems.js';
import { viberCombination, viberContentFields } from './values.js';

const httpsAddress = 'an https address';
const name = 'a name: letters, digits and "_", with single "-" inside, the first a letter or "_"';

/** Free-form content, as the standard endpoint takes it. */
export function freeViberStep() {
  const step = z.strictObject({
    ...common(),
    ttl: z.exactOptional(viberTtl()),
    expireOnDelivery: flag('Whether a message that was delivered but not seen counts as expired after its ttl.'),
    message: viberMessage(),
    label: label(limits.viber.label),
    order: order(),
    failoverOnStatuses: z.exactOptional(failoverOnStatuses('viber')),
  });
  return publish(step, { id: 'ViberStep', description: 'A free-form Viber message.' });
}

/** An approved template, as the transactional endpoint takes it. */
export function templateViberStep() {
  const step = z.strictObject({
    ...common(),
    templateId: publish(formed(forms.uuid, 'a UUID'), 'The id of an approved template.'),
    templateLang: publish(formed(nameForm(), name), 'A language of the template, such as en.'),
    templateParams: z.exactOptional(publish(templateParams(), 'A value for each placeholder of the template.')),
    deliveryScope: z.exactOptional(publish(z.enum(Object.values(deliveryScopes)), 'The devices that get the message.')),
    seq: z.exactOptional(publish(whole({}, 'a whole number'), 'A number of your own, which the answer repeats.')),
    ttl: viberTtl(),
    order: order(),
    failoverOnStatuses: failoverOnStatuses('viber'),
  });
  return publish(step, { id: 'ViberStep', description: 'A Viber message from an approved template.' });
}

function common() {
  return {
    type: z.literal(channelTypes.viber),
    senderInfoTrackingId: publish(someText(), 'The id of the Viber sender.'),
    to: number('The recipient.'),
    inboundUrl: z.exactOptional(publish(formed(forms.httpsUrl, httpsAddress), 'Where answers of the person are sent.')),
  };
}

function viberMessage() {
  const { text, caption, fileName, videoSize, videoDuration } = limits.viber;
  const action = z.strictObject({
    caption: publish(sized(z.string(), caption), 'The text on the button.'),
    targetUrl: publish(formed(forms.url, 'an absolute address'), 'What the button opens.'),
  });
  const viberFile = z.strictObject({
    fileName: publish(sized(someText(), fileName), 'The name that the person sees.'),
    fileType: z.enum(fileTypes),
    fileUrl: mediaUrl('Where the file is.'),
  });
  const viberVideo = z.strictObject({
    videoUrl: mediaUrl('Where the video is.'),
    videoThumbnail: mediaUrl('Where the image is that stands for the video.'),
    fileSize: publish(positive(videoSize.max, 'megabytes'), 'Megabytes.'),
    duration: publish(positive(videoDuration.max, 'seconds'), 'Seconds.'),
  });
  const message = z.strictObject({
    text: z.exactOptional(sized(someText(), text)),
    imageUrl: z.exactOptional(mediaUrl('Where the image is; at most 400 KB is recommended.')),
    action: z.exactOptional(publish(action, 'A button.')),
    viberFile: z.exactOptional(publish(viberFile, 'A file.')),
    viberVideo: z.exactOptional(publish(viberVideo, 'A video.')),
  });
  return publish(message.check(combination()), {
    description: 'What the person sees.',
    anyOf: combinations.map((contents) => ({ required: contents.map(fieldOf), maxProperties: contents.length })),
  });
}

function mediaUrl(description: string) {
  return publish(sized(formed(forms.httpsUrl, httpsAddress), limits.viber.mediaUrl), description);
}

const viberContents = Object.keys(viberContentFields) as ViberContent[];
const combinations = [...viberCombinations.allowed, ...viberCombinations.disputed];
const fieldOf = (content: ViberContent) => viberContentFields[content];
const joined = (contents: readonly ViberContent[]) => contents.map(fieldOf).join(' + ');

/** Refused is what no Viber partner lets stand together. Source: docs/other-viber-messaging-concept. */
function combination() {
  return amongFields((message) => {
    const contents = viberContents.filter((content) => fieldOf(content) in message);
    if (viberCombination(contents) !== 'refused') return [];
    const found = contents.length === 0 ? 'is empty' : `holds ${joined(contents)}`;
    return [{ message: `${found}; must hold one of: ${combinations.map(joined).join(', ')}` }];
  });
}

function templateParams() {
  const expected = 'a text or a whole number';
  const value = z.union([z.string(), whole({}, expected)], { error: ({ input }) => is(input, `must be ${expected}`) });
  // A record leaves `__proto__` out, though it is a name as good as another: its value is looked at here.
  const proto = amongFields((given) => {
    const own = Object.getOwnPropertyDescriptor(given, '__proto__');
    const problems = own ? (value.safeParse(own.value).error?.issues ?? []) : [];
    return problems.map(({ message }) => ({ message, path: ['__proto__'] }));
  });
  return z.pipe(z.custom<Record<string, string | number>>().check(proto), z.record(formed(nameForm(), name), value));
}
