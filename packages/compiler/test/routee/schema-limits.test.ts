import { describe, expect, it } from 'vitest';
import type { EndpointName } from '../../src/routee/channels.js';
import { requestProblems } from '../../src/routee/schemas.js';
import { changed, fullStandard, fullTransactional } from './requests.js';

const text = (length: number) => 'x'.repeat(length);
const https = (length: number) => `https://a.b/${text(length - 12)}`;
const e164 = 'must be a number in E.164 form, such as "+306912345678"';

/** Endpoint, place, a value that is just right, a value just past it, and what is said of that one. */
type Row = [endpoint: EndpointName, at: string, right: unknown, wrong: unknown, message: string];

const viber = '/flow/0';
const sms = '/flow/1';
const voice = '/flow/2';
const name = 'must be a name: letters, digits and "_", with single "-" inside, the first a letter or "_"';
const combinations =
  'must hold one of: text, imageUrl, text + action, text + imageUrl + action, viberFile, viberVideo, text + viberVideo, ' +
  'text + action + viberVideo, text + imageUrl, imageUrl + action';

const file = { fileName: 'a.pdf', fileType: 'pdf', fileUrl: 'https://a.b/c' };
const video = { videoUrl: 'https://a.b/c', videoThumbnail: 'https://a.b/d', fileSize: 12, duration: 30 };
const action = { caption: 'Go', targetUrl: 'https://a.b' };
const imageUrl = 'https://a.b/c.png';
const withFile = (more: object) => ({ viberFile: { ...file, ...more } });
const withVideo = (more: object) => ({ viberVideo: { ...video, ...more } });

const rows: Row[] = [
  ['standard', `${viber}/senderInfoTrackingId`, 'acme', ' ', 'is " "; must not be blank'],
  ['standard', `${viber}/to`, '+1234567', '+123456', `is "+123456"; ${e164}`],
  ['standard', `${viber}/to`, `+${'1'.repeat(15)}`, `+${'1'.repeat(16)}`, `is "+1111111111111111"; ${e164}`],
  ['standard', `${viber}/inboundUrl`, 'https://a.b', 'http://a.b', 'is "http://a.b"; must be an https address'],
  ['standard', `${viber}/ttl`, 0.5, 0.4, 'is 0.4; must be from 0.5 to 1,440 minutes'],
  ['standard', `${viber}/ttl`, 1440, 1440.1, 'is 1440.1; must be from 0.5 to 1,440 minutes'],
  ['standard', `${viber}/ttl`, 1.1, 1.15, 'is 1.15; must be a multiple of 0.1'],
  ['standard', `${viber}/ttl`, 3.3, 1.1 * 3, 'is 3.3000000000000003; must be a multiple of 0.1'],
  ['standard', `${viber}/ttl`, 10, '10', 'is "10"; must be a number'],
  ['standard', `${viber}/expireOnDelivery`, false, 'no', 'is "no"; must be true or false'],
  ['standard', `${viber}/label`, text(350), text(351), 'has 351 characters; at most 350'],
  ['standard', `${viber}/message/text`, text(1000), text(1001), 'has 1,001 characters; at most 1,000'],
  ['standard', `${viber}/message/text`, '😀'.repeat(500), '😀'.repeat(501), 'has 1,002 characters; at most 1,000'],
  ['standard', `${viber}/message/text`, ' x', ' \t\n', 'is " \\t\\n"; must not be blank'],
  ['standard', `${viber}/message/imageUrl`, https(1000), https(1001), 'has 1,001 characters; at most 1,000'],
  ['standard', `${viber}/message/imageUrl`, imageUrl, 'http://a.b', 'is "http://a.b"; must be an https address'],
  ['standard', `${viber}/message/action/caption`, 'x', '', 'has 0 characters; at least 1'],
  ['standard', `${viber}/message/action/caption`, text(30), text(31), 'has 31 characters; at most 30'],
  ['standard', `${viber}/message/action/targetUrl`, 'a:b', 'a.b', 'is "a.b"; must be an absolute address'],
  ['standard', `${viber}/failoverOnStatuses`, ['FAILED'], [], 'has 0 items; at least 1'],
  [
    'standard',
    `${sms}/from`,
    text(11),
    text(12),
    'is "xxxxxxxxxxxx"; must be up to 11 letters, digits and spaces, or up to 16 digits, and not blank',
  ],
  [
    'standard',
    `${sms}/from`,
    '1'.repeat(16),
    '1'.repeat(17),
    'is "11111111111111111"; must be up to 11 letters, digits and spaces, or up to 16 digits, and not blank',
  ],
  [
    'standard',
    `${sms}/from`,
    ' a ',
    '   ',
    'is "   "; must be up to 11 letters, digits and spaces, or up to 16 digits, and not blank',
  ],
  ['standard', `${sms}/to`, '+306912345678', '306912345678', `is "306912345678"; ${e164}`],
  ['standard', `${sms}/ttl`, 1, 0.5, 'is 0.5; must be a whole number from 1 to 1,440'],
  ['standard', `${sms}/ttl`, 1440, 1441, 'is 1441; must be a whole number from 1 to 1,440'],
  ['standard', `${sms}/message/body`, text(1600), text(1700), 'has 1,700 characters; at most 1,600'],
  ['standard', `${sms}/message/body`, text(1600), text(1601), 'has 1,601 characters; at most 1,600'],
  ['standard', `${sms}/message/body`, 'x', '', 'is ""; must not be blank'],
  ['standard', `${sms}/message/label`, text(350), text(351), 'has 351 characters; at most 350'],
  ['standard', `${sms}/message/flash`, true, null, 'is null; must be true or false'],
  ['standard', `${sms}/message/transcode`, true, 1, 'is 1; must be true or false'],
  ['standard', `${sms}/urlShortener`, {}, [], 'is a list; must be an object'],
  [
    'standard',
    `${sms}/urlShortener/urlValidity`,
    3600,
    3599,
    'is 3599; must be a whole number from 3,600 to 2,592,000',
  ],
  [
    'standard',
    `${sms}/urlShortener/urlValidity`,
    2592000,
    2592001,
    'is 2592001; must be a whole number from 3,600 to 2,592,000',
  ],
  ['standard', `${voice}/from`, 'ACME', ' ', 'is " "; must not be blank'],
  [
    'standard',
    `${voice}/to`,
    { viber: '+306912345678' },
    { phone: ' ', sip: '' },
    'must have one of phone, viber, sip that is not blank',
  ],
  ['standard', `${voice}/to`, { sip: 'a@b' }, {}, 'must have one of phone, viber, sip that is not blank'],
  ['standard', `${voice}/to`, { phone: '+306912345678' }, '+306912345678', 'is "+306912345678"; must be an object'],
  ['standard', `${voice}/to/phone`, '', '123', `is "123"; ${e164}, or blank`],
  ['standard', `${voice}/to/sip`, 'sip:a@b', 'a.b', 'is "a.b"; must be a SIP address, or blank'],
  ['standard', `${voice}/dialPlan/verbs`, [{ type: 'PLAY', fileURL: 'http://a.b/c' }], [], 'has 0 items; at least 1'],
  ['standard', `${voice}/dialPlan/verbs/0/type`, 'SAY', 'say', 'is "say"; must be one of "SAY", "PLAY"'],
  ['standard', `${voice}/dialPlan/verbs/0/repeat`, 1, 0, 'is 0; must be a whole number from 1 on, or -1'],
  ['standard', `${voice}/dialPlan/verbs/0/repeat`, -1, -2, 'is -2; must be a whole number from 1 on, or -1'],
  ['standard', `${voice}/dialPlan/verbs/0/repeat`, 2, 1.5, 'is 1.5; must be a whole number from 1 on, or -1'],
  ['standard', `${voice}/dialPlan/verbs/0/message/text`, 'x', '', 'is ""; must not be blank'],
  [
    'standard',
    `${voice}/dialPlan/verbs/0/message/gender`,
    'male',
    'Male',
    'is "Male"; must be one of "male", "female"',
  ],
  [
    'standard',
    `${voice}/dialPlan/verbs/1/fileURL`,
    'http://a.b/c.WAV?d',
    'http://a.b/c.mp3?d',
    'is "http://a.b/c.mp3?d"; must be a .wav file',
  ],
  [
    'standard',
    `${voice}/dialPlan/verbs/1/fileURL`,
    'http://a.b/c',
    'c.wav',
    'is "c.wav"; must be an absolute http or https address',
  ],
  ['standard', `${voice}/machineDetection`, { strategy: 'Hangup' }, null, 'is null; must be an object'],
  [
    'standard',
    `${voice}/machineDetection/strategy`,
    'Continue',
    'Wait',
    'is "Wait"; must be one of "Hangup", "Continue"',
  ],
  [
    'standard',
    `${voice}/machineDetection/eventUrl`,
    'http://a.b',
    'a.b',
    'is "a.b"; must be an absolute http or https address',
  ],
  ['standard', '/callback/strategy', 'OnCompletion', 'Always', 'is "Always"; must be one of "OnCompletion", "OnStep"'],
  ['standard', '/callback/url', 'http://a.b', 'ftp://a.b', 'is "ftp://a.b"; must be an absolute http or https address'],
  ['standard', `${viber}/message`, { text: 'x' }, {}, `is empty; ${combinations}`],
  ['standard', `${viber}/message`, { imageUrl }, { action }, `holds action; ${combinations}`],
  [
    'standard',
    `${viber}/message`,
    { text: 'x', action },
    { action, viberVideo: video },
    `holds action + viberVideo; ${combinations}`,
  ],
  [
    'standard',
    `${viber}/message`,
    { text: 'x', imageUrl },
    { text: 'x', viberFile: file },
    `holds text + viberFile; ${combinations}`,
  ],
  [
    'standard',
    `${viber}/message`,
    { imageUrl, action },
    { imageUrl, viberFile: file },
    `holds imageUrl + viberFile; ${combinations}`,
  ],
  [
    'standard',
    `${viber}/message`,
    { viberFile: file },
    { viberFile: file, viberVideo: video },
    `holds viberFile + viberVideo; ${combinations}`,
  ],
  [
    'standard',
    `${viber}/message`,
    { viberVideo: video },
    { imageUrl, viberVideo: video },
    `holds imageUrl + viberVideo; ${combinations}`,
  ],
  [
    'standard',
    `${viber}/message`,
    { text: 'x', action, viberVideo: video },
    { text: 'x', imageUrl, viberVideo: video },
    `holds text + imageUrl + viberVideo; ${combinations}`,
  ],
  ['transactional', `${viber}/templateId`, '0aac888f-2ee2-4112-9659-1755a951966a', 'otp', 'is "otp"; must be a UUID'],
  ['transactional', `${viber}/templateLang`, 'pt-BR', 'pt--BR', `is "pt--BR"; ${name}`],
  ['transactional', `${viber}/templateParams`, {}, [], 'is a list; must be an object'],
  ['transactional', `${viber}/templateParams/pin`, '', true, 'is true; must be a text or a whole number'],
  [
    'transactional',
    `${viber}/templateParams/pin`,
    2 ** 53 - 1,
    2 ** 53,
    'is 9007199254740992; must be a text or a whole number',
  ],
  [
    'transactional',
    `${viber}/deliveryScope`,
    'PRIMARY_DEVICE',
    'ALL',
    'is "ALL"; must be one of "PRIMARY_DEVICE", "ALL_DEVICES"',
  ],
  ['transactional', `${viber}/seq`, -7, 1.5, 'is 1.5; must be a whole number'],
  ['transactional', `${viber}/seq`, -(2 ** 53 - 1), -(2 ** 53), 'is -9007199254740992; must be a whole number'],
  ['transactional', `${viber}/ttl`, 1440, 1441, 'is 1441; must be from 0.5 to 1,440 minutes'],
];

describe('each limit', () => {
  it.each(rows)('%s %s', (endpoint, at, right, wrong, message) => {
    const full = endpoint === 'standard' ? fullStandard : fullTransactional;
    expect(requestProblems(endpoint, changed(full, at, right))).toEqual([]);
    expect(requestProblems(endpoint, changed(full, at, wrong))).toEqual([{ at, message }]);
  });

  /** Inside a file or a video the message holds nothing else. */
  it.each<[at: string, right: object, wrong: object, message: string]>([
    [
      'viberFile/fileName',
      withFile({ fileName: text(25) }),
      withFile({ fileName: text(26) }),
      'has 26 characters; at most 25',
    ],
    ['viberFile/fileName', withFile({}), withFile({ fileName: '' }), 'is ""; must not be blank'],
    [
      'viberFile/fileUrl',
      withFile({ fileUrl: https(1000) }),
      withFile({ fileUrl: https(1001) }),
      'has 1,001 characters; at most 1,000',
    ],
    [
      'viberFile/fileUrl',
      withFile({}),
      withFile({ fileUrl: 'http://a.b' }),
      'is "http://a.b"; must be an https address',
    ],
    [
      'viberVideo/videoUrl',
      withVideo({ videoUrl: https(1000) }),
      withVideo({ videoUrl: https(1001) }),
      'has 1,001 characters; at most 1,000',
    ],
    [
      'viberVideo/videoThumbnail',
      withVideo({}),
      withVideo({ videoThumbnail: 'a' }),
      'is "a"; must be an https address',
    ],
    [
      'viberVideo/fileSize',
      withVideo({ fileSize: 200 }),
      withVideo({ fileSize: 200.5 }),
      'is 200.5; must be more than 0 and at most 200 megabytes',
    ],
    [
      'viberVideo/fileSize',
      withVideo({ fileSize: 0.1 }),
      withVideo({ fileSize: 0 }),
      'is 0; must be more than 0 and at most 200 megabytes',
    ],
    [
      'viberVideo/duration',
      withVideo({ duration: 600 }),
      withVideo({ duration: 601 }),
      'is 601; must be more than 0 and at most 600 seconds',
    ],
    [
      'viberVideo/duration',
      withVideo({ duration: 1 }),
      withVideo({ duration: -1 }),
      'is -1; must be more than 0 and at most 600 seconds',
    ],
  ])('standard %s', (at, right, wrong, message) => {
    expect(requestProblems('standard', changed(fullStandard, '/flow/0/message', right))).toEqual([]);
    expect(requestProblems('standard', changed(fullStandard, '/flow/0/message', wrong))).toEqual([
      { at: `/flow/0/message/${at}`, message },
    ]);
  });

  it('of a file type', () => {
    const [problem] = requestProblems(
      'standard',
      changed(fullStandard, '/flow/0/message', withFile({ fileType: 'exe' })),
    );
    expect(problem?.message).toMatch(/^is "exe"; must be one of "doc", "docx", .*"xltx"$/);
  });

  it.each([
    ['standard', '/flow/0', ['senderInfoTrackingId', 'to', 'message', 'order']],
    ['standard', '/flow/1', ['from', 'to', 'message', 'order']],
    ['standard', '/flow/2', ['from', 'to', 'dialPlan', 'order']],
    ['standard', '/flow/2/dialPlan/verbs/0', ['type', 'message']],
    ['standard', '/flow/2/dialPlan/verbs/0/message', ['text', 'language']],
    ['standard', '/flow/2/dialPlan/verbs/1', ['fileURL']],
    ['standard', '/flow/2/machineDetection', ['strategy', 'eventUrl']],
    ['standard', '/callback', ['strategy', 'url']],
    [
      'transactional',
      '/flow/0',
      ['senderInfoTrackingId', 'to', 'templateId', 'templateLang', 'ttl', 'order', 'failoverOnStatuses'],
    ],
  ] as const)('what must be there: %s %s', (endpoint, at, required) => {
    const full = endpoint === 'standard' ? fullStandard : fullTransactional;
    const holder = at
      .split('/')
      .slice(1)
      .reduce<unknown>((value, key) => Reflect.get(Object(value), key), full);
    for (const field of Object.keys(Object(holder))) {
      const places = requestProblems(endpoint, changed(full, `${at}/${field}`)).map((problem) => problem.at);
      if ((required as readonly string[]).includes(field)) expect(places).toEqual([`${at}/${field}`]);
      else if (field !== 'type') expect(places).toEqual([]);
    }
  });
});
