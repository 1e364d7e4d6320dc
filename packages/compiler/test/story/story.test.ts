import { describe, expect, it } from 'vitest';
import type { StoryStep, StoryText } from '../../src/story/index.js';
import { asWritten, storyOf } from '../../src/story/index.js';
import { acme, programOf, uriOf } from '../check/check.js';

/** The story of the only flow of a source, in which the sender `acme` is declared. */
function story(source: string) {
  const uri = uriOf('main.failover');
  const program = programOf(new Map([[uri, `${acme}\n${source}`]]));
  const [flow] = program.flows(uri);
  if (flow === undefined) throw new Error('There is no flow');
  return storyOf(program, flow);
}

function step(source: string): StoryStep {
  const [first] = story(source).steps;
  if (first === undefined) throw new Error('There is no step');
  return first;
}

/** One line a step: `order channel earliest–latest`. */
function starts(source: string): string[] {
  return story(source).steps.map(
    ({ order, channel, startsAtEarliest, startsAtLatest: { seconds, calls }, isReached }) =>
      [
        `${order} ${channel} ${startsAtEarliest}–${seconds}`,
        ...(calls > 0 ? [`and ${calls} calls`] : []),
        ...(isReached ? [] : ['never']),
      ].join(' '),
  );
}

describe('the story of a flow', () => {
  it('says when each step starts, and when the last is over', () => {
    const source = 'viber "a" ttl 2m on expired then sms "b" ttl 5m then sms "c" ttl 1h';
    expect(starts(source)).toEqual(['1 viber 0–0', '2 sms 120–120', '3 sms 120–420']);
    expect(story(source).endsAtLatest).toEqual({ seconds: 4020, calls: 0 });
  });

  it('counts the calls, of which nobody knows how long they take', () => {
    const source = 'voice say "a" lang en-US then sms "b" ttl 5m then voice say "c" lang en-US';
    expect(starts(source)).toEqual(['1 voice 0–0', '2 sms 0–0 and 1 calls', '3 voice 0–300 and 1 calls']);
    expect(story(source).endsAtLatest).toEqual({ seconds: 300, calls: 2 });
  });

  it('says which steps are never reached', () => {
    expect(starts('viber "a" on busy then sms "b" then sms "c"')).toEqual([
      '1 viber 0–0',
      '2 sms 0–600 never',
      '3 sms 0–72600 never',
    ]);
  });

  it('says what moves the flow on, what ends it, and what is taken by default', () => {
    const [first, second] = story('sms "a" on failed then viber "b"').steps;
    const words = (statuses: readonly { word: string }[] = []) => statuses.map(({ word }) => word);
    expect([words(first?.movesOn.statuses), first?.movesOn.byDefault, words(first?.stopsOn)]).toEqual([
      ['failed'],
      false,
      ['undelivered'],
    ]);
    expect([words(second?.movesOn.statuses), words(second?.stopsOn)]).toEqual([
      [],
      ['expired', 'failed', 'undelivered'],
    ]);
    expect([first?.waits, second?.waits]).toEqual([
      { seconds: 72_000, byDefault: true },
      { seconds: 600, byDefault: true },
    ]);
  });

  it('says where it is sent, and why there', () => {
    expect(story('sms "a"').endpoint).toEqual({
      name: 'standard',
      method: 'POST',
      path: '/failover',
      because: 'no-template',
    });
    expect(story('transactional flow f { sms "a" }').endpoint).toMatchObject({
      path: '/failover/transactional',
      because: 'word',
    });
    expect(story(`viber template "0aac888f-2ee2-4112-9659-1755a951966a" lang en`).endpoint.because).toBe('template');
  });

  it('has the senders and recipients of each step, filled in where nothing is written', () => {
    expect(step('sms "a"')).toMatchObject({
      sender: { id: ['ACME'], name: 'acme' },
      recipients: [{ kind: 'phone', to: [{ param: 'to' }] }],
    });
    expect(step('voice say "a" lang en-US to "+306912345678" to sip "a@b.c" from "1"')).toMatchObject({
      sender: { id: ['1'] },
      recipients: [
        { kind: 'phone', to: ['+306912345678'] },
        { kind: 'sip', to: ['a@b.c'] },
      ],
    });
    const spare = step('voice say "a" lang en-US to "+306912345678" to sip "" to viber "" from "1"');
    expect(spare.recipients).toEqual([{ kind: 'phone', to: ['+306912345678'] }]);
  });

  it('fills lets into texts and keeps parameters apart from braces', () => {
    expect(step('let shop = "ACME"\nsms "{shop}: \\{pin\\} {pin}"').content).toMatchObject({
      kind: 'sms',
      text: ['ACME: {pin} ', { param: 'pin' }],
    });
  });

  it('has the wording of a template with its arguments, in each language that may be sent', () => {
    const template =
      'template t(n: int(1..9), x: text(1..3) = "d") "3f2504e0-4f89-41d3-9a0c-0305e82c3301" ' +
      '{ lang en "{n} {x}" lang el "{x} {n}" lang de }';
    const { content } = step(`${template}\nviber template t(n: 4) lang {l}`);
    expect(content).toMatchObject({
      name: 't',
      lang: [{ param: 'l' }],
      arguments: [
        { name: 'n', value: 4, isNumber: true },
        { name: 'x', value: ['d'], isNumber: false },
      ],
      wordings: [
        { lang: 'en', text: ['4 d'] },
        { lang: 'el', text: ['d 4'] },
      ],
    });
    const { content: greek } = step(`${template}\nviber template t lang el`);
    expect(greek).toMatchObject({ wordings: [{ lang: 'el', text: ['d ', { param: 'n' }] }] });
    expect(step('viber template "c2cdc028-a48b-4187-bbaf-3aaa137b6e23" lang en').content).toMatchObject({
      title: 'basic, valid 5 minutes',
      wordings: [],
    });
  });

  it('has how an SMS is sent, also with other characters in its values', () => {
    const size = (source: string) => {
      const { content } = step(source);
      return content.kind === 'sms' ? content.size : undefined;
    };
    expect(size('flow f(to: phone, a: text(..100)) { sms "Hello {a}" }')).toMatchObject({
      ...{ parts: 1, encoding: 'GSM-7', length: 106, unlimited: [], partsWithOthers: 2 },
    });
    expect(size('flow f(to: phone, a: text, n: int(1..9)) { sms "Hello {a} {n}" }')).toMatchObject({
      ...{ isBounded: false, unlimited: ['a'], partsWithOthers: 1 },
    });
    expect(size('flow f(to: phone, n: int(1..9)) { sms "Hello {n}" }')).not.toHaveProperty('partsWithOthers');
    expect(size('flow f(to: phone, a: text(..9)) { sms "Γεια {a}" }')).not.toHaveProperty('partsWithOthers');
  });

  it('has every content and clause of a message', () => {
    expect(
      step(
        'viber "t" image "https://a.b/i" button "c" "https://a.b" expire-on-delivery label "l" inbound "https://a.b/in"',
      ),
    ).toMatchObject({
      content: { text: ['t'], image: ['https://a.b/i'], button: { caption: ['c'], url: ['https://a.b'] } },
      options: { expireOnDelivery: true, label: ['l'], inbound: ['https://a.b/in'] },
    });
    expect(step('viber file "https://a.b/x" as "terms.pdf"').content).toEqual({
      kind: 'viber',
      file: { url: ['https://a.b/x'], name: ['terms.pdf'], type: 'pdf' },
    });
    expect(step('viber video "https://a.b/v" thumbnail "https://a.b/t" size 12MB duration 30s').content).toMatchObject({
      video: { megabytes: 12, seconds: 30 },
    });
    expect(step('sms "a" flash no transcode shorten-links').options).toEqual({
      flash: true,
      transcode: false,
      shortenLinks: { seconds: 2_592_000, byDefault: true },
    });
    expect(
      step(
        'voice { say "a" lang en-US gender male repeat forever play "https://a.b/c.wav" barge-in } machine continue "https://a.b"',
      ),
    ).toMatchObject({
      content: {
        verbs: [
          { kind: 'say', value: ['a'], lang: 'en-US', gender: 'male', repeat: 'forever' },
          { kind: 'play', value: ['https://a.b/c.wav'], bargeIn: true },
        ],
      },
      options: { machine: { strategy: 'continue', url: ['https://a.b'] } },
    });
  });

  it('says of each parameter where it is used, and how it is given and sent', () => {
    const template = 'template t(n: int(1..9)) "3f2504e0-4f89-41d3-9a0c-0305e82c3301" { lang en }';
    const { parameters } = story(
      `${template}\n/// F.\nflow f(\n/// Whom.\nto: phone, n: int(1..5) = 3) { callback "https://a.b/{n}"\n` +
        'viber template t lang en then sms "{n} {n}" }',
    );
    expect(parameters).toEqual([
      {
        name: 'to',
        documentation: 'Whom.',
        type: 'phone',
        accepts: 'a number in E.164 form, such as `+306912345678` (`phone`)',
        givenAs: 'text',
        isListed: true,
        uses: [
          { step: 1, in: 'recipient', sentAs: 'text' },
          { step: 2, in: 'recipient', sentAs: 'text' },
        ],
      },
      {
        name: 'n',
        type: 'int(1..5)',
        accepts: 'a whole number from 1 to 5',
        givenAs: 'number',
        default: 3,
        isListed: true,
        uses: [
          { in: 'callback', sentAs: 'text' },
          { step: 1, in: 'template-argument', argument: 'n', sentAs: 'number' },
          { step: 2, in: 'text', sentAs: 'text' },
        ],
      },
    ]);
    expect(story('sms "{a}"').parameters.map(({ name, isListed }) => [name, isListed])).toEqual([
      ['to', false],
      ['a', false],
    ]);
  });

  it('has what is written above a flow and its steps', () => {
    const told = story('/// The flow.\nflow f {\n/// First.\nsms "a"\n/// Second.\nthen sms "b"\nthen sms "c"\n}');
    expect([told.documentation, ...told.steps.map(({ documentation }) => documentation)]).toEqual([
      'The flow.',
      'First.',
      'Second.',
      undefined,
    ]);
    const chain = story('/// The flow.\nsms "a"\n/// Second.\nthen sms "b"');
    expect([chain.documentation, ...chain.steps.map(({ documentation }) => documentation)]).toEqual([
      'The flow.',
      undefined,
      'Second.',
    ]);
  });

  it('is plain data', () => {
    const told = story(
      'callback "https://a.b" on step\nviber "a {b}" label "c" then sms "d" then voice say "e" lang en-US',
    );
    expect(JSON.parse(JSON.stringify(told))).toEqual(told);
  });

  it('holds what could be understood of a broken flow', () => {
    for (const source of ['viber then sms ttl on then', 'flow f( { sms', 'viber template lang', 'voice { say } then']) {
      expect(story(source).steps.length).toBeGreaterThan(0);
    }
  });
});

describe('a text of a story', () => {
  it('can be read as it is written', () => {
    const text: StoryText = ['Your code is ', { param: 'pin' }, '.'];
    expect(asWritten(text)).toBe('Your code is {pin}.');
  });
});
