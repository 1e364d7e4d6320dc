/** Requests that have no problems, for the property tests beside this file. */
import { fc } from '../../../../test/support/fast-check.js';
import { channelTypes, type EndpointName, statuses } from '../../src/routee/channels.js';
import { fileTypes, genders, limits, sayLanguages } from '../../src/routee/limits.js';

const phone = fc.stringMatching(/^\+[1-9]\d{6,14}$/);
const httpsUrl = fc.oneof(fc.webUrl({ validSchemes: ['https'] }), fc.constantFrom('HTTPS://A.B', 'https://a.b/ü?c#d'));
const webUrl = fc.oneof(fc.webUrl({ validSchemes: ['http', 'https'] }), httpsUrl);
const name = fc.constantFrom('en', 'pt-BR', 'pin', 'customer_name', '__proto__', 'κωδικός', '_1', 'constructor');

function text(max: number): fc.Arbitrary<string> {
  return fc
    .string({ unit: fc.constantFrom('a', ' ', 'ή', '😀', '{', '\n'), maxLength: max })
    .map((some) => `x${some}`.slice(0, max));
}

function tenths(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: min * 10, max: max * 10 }).map((count) => count / 10);
}

const statusesOf = (channel: keyof typeof statuses) =>
  fc.subarray(
    statuses[channel].map((status) => status.api),
    { minLength: 1 },
  );

const image = httpsUrl;
const action = fc.record({
  caption: text(limits.viber.caption.max),
  targetUrl: fc.oneof(webUrl, fc.constant('acme:open')),
});
const viberVideo = fc.record({
  videoUrl: httpsUrl,
  videoThumbnail: httpsUrl,
  fileSize: fc.double({ min: 0, minExcluded: true, max: limits.viber.videoSize.max, noNaN: true }),
  duration: fc.double({ min: 0, minExcluded: true, max: limits.viber.videoDuration.max, noNaN: true }),
});
const viberFile = fc.record({
  fileName: text(limits.viber.fileName.max),
  fileType: fc.constantFrom(...fileTypes),
  fileUrl: httpsUrl,
});
const viberText = text(limits.viber.text.max);
const message = fc.oneof(
  fc.record({ text: viberText, imageUrl: image, action }, { requiredKeys: ['text'] }),
  fc.record({ imageUrl: image, action }, { requiredKeys: ['imageUrl'] }),
  fc.record({ viberFile }),
  fc.record({ viberVideo }),
  fc.record({ text: viberText, action, viberVideo }, { requiredKeys: ['text', 'viberVideo'] }),
);

const viberTtl = tenths(limits.viber.ttl.min, limits.viber.ttl.max);
const freeViber = fc.record(
  {
    type: fc.constant(channelTypes.viber),
    senderInfoTrackingId: text(36),
    to: phone,
    inboundUrl: httpsUrl,
    ttl: viberTtl,
    expireOnDelivery: fc.boolean(),
    message,
    label: fc.string({ maxLength: limits.viber.label.max }),
    failoverOnStatuses: statusesOf('viber'),
  },
  { requiredKeys: ['type', 'senderInfoTrackingId', 'to', 'message'] },
);
const templateViber = fc.record(
  {
    type: fc.constant(channelTypes.viber),
    senderInfoTrackingId: text(36),
    to: phone,
    inboundUrl: httpsUrl,
    templateId: fc.oneof(
      fc.uuid(),
      fc.uuid().map((id) => id.toUpperCase()),
    ),
    templateLang: name,
    templateParams: fc
      .array(fc.tuple(name, fc.oneof(fc.string(), fc.maxSafeInteger())))
      .map((params): Record<string, unknown> => Object.fromEntries(params)),
    deliveryScope: fc.constantFrom('PRIMARY_DEVICE', 'ALL_DEVICES'),
    seq: fc.maxSafeInteger(),
    ttl: viberTtl,
    failoverOnStatuses: statusesOf('viber'),
  },
  {
    requiredKeys: [
      ...(['type', 'senderInfoTrackingId', 'to', 'templateId', 'templateLang', 'ttl', 'failoverOnStatuses'] as const),
    ],
  },
);
const sms = fc.record(
  {
    type: fc.constant(channelTypes.sms),
    from: fc.oneof(fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ]{0,10}$/), fc.stringMatching(/^\d{1,16}$/)),
    to: phone,
    ttl: fc.integer(limits.sms.ttl),
    message: fc.record(
      {
        body: text(limits.sms.body.max),
        flash: fc.boolean(),
        label: fc.string({ maxLength: limits.sms.label.max }),
        transcode: fc.boolean(),
      },
      { requiredKeys: ['body'] },
    ),
    urlShortener: fc.record({ urlValidity: fc.integer(limits.sms.urlValidity) }, { requiredKeys: [] }),
    failoverOnStatuses: statusesOf('sms'),
  },
  { requiredKeys: ['type', 'from', 'to', 'message'] },
);

const blank = fc.constantFrom('', ' ');
const sip = fc.constantFrom('a@b', 'sip:1111@example.com:55080', 'SIPS:a@b');
const recipient = fc.oneof(
  fc.record({ phone, viber: fc.oneof(phone, blank), sip: fc.oneof(sip, blank) }, { requiredKeys: ['phone'] }),
  fc.record({ phone: blank, viber: phone, sip: blank }, { requiredKeys: ['viber'] }),
  fc.record({ phone: blank, viber: blank, sip }, { requiredKeys: ['sip'] }),
);
const verbOptions = {
  repeat: fc.oneof(fc.constant<number>(limits.voice.repeat.forever), fc.integer({ min: limits.voice.repeat.min })),
  bargeIn: fc.boolean(),
};
const say = fc.record(
  {
    type: fc.constant('SAY'),
    message: fc.record(
      { text: text(100), language: fc.constantFrom(...sayLanguages), gender: fc.constantFrom(...genders) },
      { requiredKeys: ['text', 'language'] },
    ),
    ...verbOptions,
  },
  { requiredKeys: ['type', 'message'] },
);
const fileURL = fc.constantFrom(
  'http://a.b/c.wav',
  'HTTPS://A.B/C.WAV?d.mp3',
  'https://a.b',
  'https://a.b/c.d/e#f.mp3',
);
const play = fc.record({ type: fc.constant('PLAY'), fileURL, ...verbOptions }, { requiredKeys: ['type', 'fileURL'] });
const voice = fc.record(
  {
    type: fc.constant(channelTypes.voice),
    from: text(20),
    to: recipient,
    dialPlan: fc.record({ verbs: fc.array(fc.oneof(say, play), { minLength: 1, maxLength: 3 }) }),
    machineDetection: fc.oneof(
      fc.constant({ strategy: 'Hangup' }),
      webUrl.map((eventUrl) => ({ strategy: 'Continue', eventUrl })),
    ),
    failoverOnStatuses: statusesOf('voice'),
  },
  { requiredKeys: ['type', 'from', 'to', 'dialPlan'] },
);

/** Bodies that the endpoint takes. */
export function anyRequest(endpoint: EndpointName): fc.Arbitrary<object> {
  const viber: fc.Arbitrary<object> = endpoint === 'standard' ? freeViber : templateViber;
  const steps = fc.array(fc.oneof(viber, sms, voice), { minLength: 1, maxLength: 3 });
  return fc.record(
    {
      flow: steps.map((some) => some.map((step, at) => ({ ...step, order: at + 1 }))),
      callback: fc.record({ strategy: fc.constantFrom('OnCompletion', 'OnStep'), url: webUrl }),
    },
    { requiredKeys: ['flow'] },
  );
}
