import { describe, expect, it } from 'vitest';
import { pointerKeys } from '../../src/emit/json.js';
import { payloadOf } from '../../src/emit/payload.js';
import { writtenText } from '../../src/names/symbols.js';
import { acme } from '../check/check.js';
import { bundleOf, flowOf, stepOf } from './compile.js';

const to = '"+306912345678"';
const viberHead = { type: 'Viber', senderInfoTrackingId: '0094d198-4dd2-4fb5-b451-d46aca191b27', to: '+306912345678' };
const smsHead = { type: 'Sms', from: 'ACME', to: '+306912345678' };
const voiceHead = { type: 'Voice', from: '302101234567', to: { phone: '+306912345678' } };
const id = '11111111-2222-3333-4444-555555555555';

/** Compares as JSON text, so that the order of the keys counts. */
function expectStep(step: string, expected: unknown, before?: string): void {
  expect(stepOf(step, before)).toBe(JSON.stringify(expected));
}

describe('a Viber step', () => {
  it.each<[string, object]>([
    ['viber "Hi"', { message: { text: 'Hi' } }],
    ['viber image "https://acme.com/a.png"', { message: { imageUrl: 'https://acme.com/a.png' } }],
    [
      'viber "Hi" button "Go" "https://acme.com"',
      { message: { text: 'Hi', action: { caption: 'Go', targetUrl: 'https://acme.com' } } },
    ],
    [
      'viber file "https://acme.com/1" as "Terms.PDF"',
      { message: { viberFile: { fileName: 'Terms.PDF', fileType: 'pdf', fileUrl: 'https://acme.com/1' } } },
    ],
    [
      'viber file "https://acme.com/1" as "terms" type pdf',
      { message: { viberFile: { fileName: 'terms', fileType: 'pdf', fileUrl: 'https://acme.com/1' } } },
    ],
    [
      'viber video "https://acme.com/a.mp4" duration 1m30s size 0.5MB thumbnail "https://acme.com/a.png"',
      {
        message: {
          viberVideo: {
            videoUrl: 'https://acme.com/a.mp4',
            videoThumbnail: 'https://acme.com/a.png',
            fileSize: 0.5,
            duration: 90,
          },
        },
      },
    ],
    ['viber "Hi" expire-on-delivery', { expireOnDelivery: true, message: { text: 'Hi' } }],
    ['viber "Hi" no expire-on-delivery', { expireOnDelivery: false, message: { text: 'Hi' } }],
    ['viber "Hi" label "spring"', { message: { text: 'Hi' }, label: 'spring' }],
    ['viber "Hi" inbound "https://acme.com/in"', { inboundUrl: 'https://acme.com/in', message: { text: 'Hi' } }],
    ['viber "Hi" ttl 10m', { ttl: 10, message: { text: 'Hi' } }],
    ['viber "Hi" ttl 1h0.5m', { ttl: 60.5, message: { text: 'Hi' } }],
    ['viber "Hi" ttl 42s', { ttl: 0.7, message: { text: 'Hi' } }],
  ])('%s', (step, fields) => {
    expectStep(`${step} to ${to}`, { ...viberHead, ...fields, order: 1 });
  });

  it('writes its keys in the order of the documentation, whatever the order of the clauses', () => {
    expectStep(
      `viber "Hi" on failed, expired ttl 1m label "x" image "https://acme.com/a.png" inbound "https://acme.com" button "Go" "https://acme.com" no expire-on-delivery from acme to ${to}`,
      {
        ...viberHead,
        inboundUrl: 'https://acme.com',
        ttl: 1,
        expireOnDelivery: false,
        message: {
          text: 'Hi',
          imageUrl: 'https://acme.com/a.png',
          action: { caption: 'Go', targetUrl: 'https://acme.com' },
        },
        label: 'x',
        order: 1,
        failoverOnStatuses: ['FAILED', 'EXPIRED'],
      },
    );
  });
});

describe('a template step', () => {
  const all = ['EXPIRED', 'FAILED', 'UNDELIVERED'];
  const head = { ...viberHead, templateId: id, templateLang: 'en' };
  const before = `template hi(name: text, times: int) "${id}"`;

  it('has the ttl and the statuses that the endpoint requires, when they are not written', () => {
    expectStep(`viber template "${id}" lang en to ${to}`, { ...head, ttl: 10, order: 1, failoverOnStatuses: all });
    expectStep(`viber template "${id}" lang en ttl 2m on expired to ${to}`, {
      ...{ ...head, ttl: 2, order: 1, failoverOnStatuses: ['EXPIRED'] },
    });
  });

  it('has its arguments in the order of writing, then those that are taken', () => {
    expectStep(
      `viber template hi(times: 3, name: "Alex") lang en to ${to}`,
      { ...head, templateParams: { times: 3, name: 'Alex' }, ttl: 10, order: 1, failoverOnStatuses: all },
      before,
    );
    expectStep(
      `viber template hi(times: 3) lang en to ${to}`,
      { ...head, templateParams: { times: 3, name: '{name}' }, ttl: 10, order: 1, failoverOnStatuses: all },
      before,
    );
  });

  it('has no templateParams without any', () => {
    expectStep(
      `viber template hi lang en to ${to}`,
      { ...head, ttl: 10, order: 1, failoverOnStatuses: all },
      `template hi "${id}"`,
    );
  });

  it.each([
    ['devices primary', 'PRIMARY_DEVICE'],
    ['devices all', 'ALL_DEVICES'],
  ])('%s', (clause, deliveryScope) => {
    expectStep(`viber template "${id}" lang en ${clause} to ${to}`, {
      ...{ ...head, deliveryScope, ttl: 10, order: 1, failoverOnStatuses: all },
    });
  });

  it('seq 7, inbound', () => {
    expectStep(`viber template "${id}"() lang en seq 7 inbound "https://acme.com" to ${to}`, {
      ...viberHead,
      inboundUrl: 'https://acme.com',
      ...{ templateId: id, templateLang: 'en', templateParams: {}, seq: 7, ttl: 10, order: 1, failoverOnStatuses: all },
    });
  });
});

describe('an SMS step', () => {
  it.each<[string, object]>([
    ['sms "Hi"', { message: { body: 'Hi' } }],
    ['sms "Hi" flash', { message: { body: 'Hi', flash: true } }],
    ['sms "Hi" no flash', { message: { body: 'Hi', flash: false } }],
    ['sms "Hi" transcode', { message: { body: 'Hi', transcode: true } }],
    ['sms "Hi" no transcode', { message: { body: 'Hi', transcode: false } }],
    ['sms "Hi" label "spring"', { message: { body: 'Hi', label: 'spring' } }],
    ['sms "Hi" shorten-links', { message: { body: 'Hi' }, urlShortener: {} }],
    ['sms "Hi" shorten-links for 7d', { message: { body: 'Hi' }, urlShortener: { urlValidity: 604_800 } }],
    ['sms "Hi" ttl 2h', { ttl: 120, message: { body: 'Hi' } }],
  ])('%s', (step, fields) => {
    expectStep(`${step} to ${to}`, { ...smsHead, ...fields, order: 1 });
  });

  it('has no defaults of the API written out', () => {
    expectStep(`sms "Hi" to ${to}`, { ...smsHead, message: { body: 'Hi' }, order: 1 });
  });

  it('writes its keys in the order of the standard examples', () => {
    expectStep(
      `sms "Hi" on undelivered, failed ttl 1m shorten-links for 1h transcode label "x" flash from acme to ${to}`,
      {
        ...smsHead,
        ttl: 1,
        message: { body: 'Hi', flash: true, label: 'x', transcode: true },
        urlShortener: { urlValidity: 3600 },
        order: 1,
        failoverOnStatuses: ['UNDELIVERED', 'FAILED'],
      },
    );
  });

  it('writes them in the order of the transactional example in a transactional flow', () => {
    const { payload } = bundleOf(
      `${acme}\ntransactional flow a { sms "Hi" ttl 1m shorten-links on failed to ${to} then sms "Ho" }`,
    );
    expect(JSON.stringify((payload.flow as readonly unknown[])[0])).toBe(
      JSON.stringify({
        ...{ ...smsHead, message: { body: 'Hi' }, urlShortener: {}, ttl: 1, order: 1, failoverOnStatuses: ['FAILED'] },
      }),
    );
  });
});

describe('a voice step', () => {
  const verbs = (...list: object[]) => ({ dialPlan: { verbs: list } });
  const play = { type: 'PLAY', fileURL: 'https://acme.com/a.wav' };

  it.each<[string, object]>([
    ['voice say "Hi" lang en-US', verbs({ type: 'SAY', message: { language: 'en-US', text: 'Hi' } })],
    [
      'voice say "Hi" lang en-US gender female repeat 2 barge-in',
      verbs({
        ...{ type: 'SAY', repeat: 2, bargeIn: true, message: { language: 'en-US', gender: 'female', text: 'Hi' } },
      }),
    ],
    ['voice play "https://acme.com/a.wav"', verbs(play)],
    [
      'voice play "https://acme.com/a.wav" repeat 2 no barge-in',
      verbs({ type: 'PLAY', repeat: 2, fileURL: 'https://acme.com/a.wav', bargeIn: false }),
    ],
    [
      'voice play "https://acme.com/a.wav" repeat forever',
      verbs({ type: 'PLAY', repeat: -1, fileURL: 'https://acme.com/a.wav' }),
    ],
    [
      'voice { say "Hi" lang en-US play "https://acme.com/a.wav" repeat 3 }',
      verbs(
        { type: 'SAY', message: { language: 'en-US', text: 'Hi' } },
        { type: 'PLAY', repeat: 3, fileURL: 'https://acme.com/a.wav' },
      ),
    ],
    [
      'voice play "https://acme.com/a.wav" machine hangup',
      { ...verbs(play), machineDetection: { strategy: 'Hangup' } },
    ],
    [
      'voice play "https://acme.com/a.wav" machine continue "https://acme.com/plan"',
      { ...verbs(play), machineDetection: { strategy: 'Continue', eventUrl: 'https://acme.com/plan' } },
    ],
  ])('%s', (step, fields) => {
    expectStep(`${step} to ${to}`, { ...voiceHead, ...fields, order: 1 });
  });

  it('goes to a number, an account and an address', () => {
    expectStep('voice play "https://acme.com/a.wav" to sip "1@acme.com" to viber "+306912345679" to "+306912345678"', {
      ...{ type: 'Voice', from: '302101234567' },
      to: { phone: '+306912345678', viber: '+306912345679', sip: '1@acme.com' },
      ...{ ...verbs(play), order: 1 },
    });
  });

  it('moves on by the statuses of a call, in the spelling of the API', () => {
    expectStep(
      `voice play "https://acme.com/a.wav" on busy, no-answer, failed, unsent, terminated, completed to ${to}`,
      {
        ...voiceHead,
        ...verbs(play),
        order: 1,
        failoverOnStatuses: ['Busy', 'NoAnswer', 'Failed', 'Unsent', 'Terminated', 'Completed'],
      },
    );
  });
});

describe('a flow', () => {
  it('counts its steps, and has its callback last', () => {
    const { payload } = bundleOf(
      `${acme}\ncallback "https://acme.com" on step\nto ${to}\nsms "Hi" then sms "Ho" then sms "Bye"`,
    );
    expect(Object.keys(payload)).toEqual(['flow', 'callback']);
    expect(payload.flow).toMatchObject([{ order: 1 }, { order: 2 }, { order: 3 }]);
    expect(JSON.stringify(payload.callback)).toBe('{"strategy":"OnStep","url":"https://acme.com"}');
  });

  it('tells the API about the end unless something else is written', () => {
    const { payload } = bundleOf(`${acme}\nto ${to}\ncallback "https://acme.com"\nsms "Hi" then sms "Ho"`);
    expect(payload.callback).toEqual({ strategy: 'OnCompletion', url: 'https://acme.com' });
  });

  it('goes to the endpoint that its word or its steps say', () => {
    const endpoint = (source: string) => {
      const { endpoint: name, method, path } = bundleOf(`${acme}\n${source}`);
      return `${name}: ${method} ${path}`;
    };
    expect(endpoint('viber "Hi" then sms "Ho"')).toBe('standard: POST /failover');
    expect(endpoint(`sms "Hi" then viber template "${id}" lang en`)).toBe(
      'transactional: POST /failover/transactional',
    );
    expect(endpoint('transactional flow a { sms "Hi" then sms "Ho" }')).toBe(
      'transactional: POST /failover/transactional',
    );
    expect(endpoint('standard flow a { sms "Hi" then sms "Ho" }')).toBe('standard: POST /failover');
  });

  it('has what is written in a text: escapes, lines, lets', () => {
    const source =
      'let shop = "ACME \\"one\\""\nsms """\n    Hi \\{you\\},\n      this is {shop}.\n    """ to "+306912345678" then sms "Ho"';
    const { payload } = bundleOf(`${acme}\n${source}`);
    expect(payload.flow).toMatchObject([{ message: { body: 'Hi {you},\n  this is ACME "one".' } }, {}]);
  });
});

describe('the places of a payload', () => {
  it.each([
    `callback "{site}/{name}"
  viber "Hi" image "{site}/a.png" button "Go" "{site}" inbound "{site}/in" label "spring"
  then viber file "{site}/a.pdf" as "a.pdf"
  then viber video "{site}/a.mp4" thumbnail "{site}/a.png" size 1MB duration 1s
  then sms "Hi {name}" label "spring"
  then voice { say "Hi" lang en-US play "{site}/a.wav" } machine continue "{site}" to viber ${to} to sip "a@b" to ${to}`,
    `viber template "${id}"(name: {name}) lang en inbound "{site}/in" then sms "Hi"`,
  ])('lead to each text that is written: %s', (steps) => {
    const source = `${acme}\nlet site = "https://acme.com"\nflow a(to: phone, name: text) { ${steps} }`;
    const { payload, places } = payloadOf(flowOf(source));
    const found = places.map(({ at }) =>
      pointerKeys(at).reduce<unknown>((value, key) => property(value, key), payload),
    );
    expect(found).toEqual(places.map(({ text }) => writtenText(text)));
  });
});

/** An editor asks while somebody writes. */
describe('a flow that is not finished', () => {
  const viber = (fields: object) => ({ type: 'Viber', ...fields, order: 1 });
  const template = { failoverOnStatuses: ['EXPIRED', 'FAILED', 'UNDELIVERED'], templateId: id, ttl: 10 };
  const call = (verb: object, fields?: object) => ({ type: 'Voice', dialPlan: { verbs: [verb] }, ...fields, order: 1 });
  const say = { type: 'SAY', message: { text: 'Hi' } };

  it.each<[string, object]>([
    ['viber button', viber({ message: { action: { caption: '', targetUrl: '' } } })],
    ['viber file', viber({ message: { viberFile: { fileName: '', fileType: '', fileUrl: '' } } })],
    ['viber video', viber({ message: { viberVideo: { videoUrl: '', videoThumbnail: '', fileSize: 0, duration: 0 } } })],
    [`viber template "${id}" devices`, viber(template)],
    [`viber template "${id}" seq`, viber(template)],
    [`viber template "${id}"(pin: {nothing})`, viber({ ...template, templateParams: { pin: '' } })],
    ['viber "Hi" ttl', viber({ message: { text: 'Hi' } })],
    ['viber "Hi" on late', viber({ message: { text: 'Hi' }, failoverOnStatuses: ['late'] })],
    [`sms template "${id}"`, { type: 'Sms', message: {}, order: 1 }],
    ['voice say "Hi"', call(say)],
    ['voice say "Hi" lang', call(say)],
    ['voice say "Hi" gender', call(say)],
    ['voice say "Hi" machine', call(say, { machineDetection: { strategy: 'Hangup' } })],
    ['voice say "Hi" machine continue', call(say, { machineDetection: { strategy: 'Continue', eventUrl: '' } })],
  ])('has what is written: %s', (step, expected) => {
    const { payload } = payloadOf(flowOf(`flow a() { callback ${step} }`));
    const { to: _, ...sent } = Object((payload.flow as readonly unknown[])[0]);
    expect(sent).toStrictEqual(expected);
    expect(payload.callback).toEqual({ strategy: 'OnCompletion', url: '' });
  });
});

function property(value: unknown, key: string): unknown {
  return Object.getOwnPropertyDescriptor(Object(value), key)?.value;
}
