import { statuses } from '@failover/compiler';
import { describe, expect, it } from 'vitest';
import { fc } from '../../../../test/support/fast-check.js';
import { everywhere, storyIn, storyWith, textOf } from './told.js';

/** The sentences about the first step. */
function first(source: string): string {
  const text = textOf(storyIn(source), 10_000);
  return text.slice(text.indexOf('\n1. ') + 1).split('\n\n')[0] ?? '';
}

describe('a flow in sentences', () => {
  it('says when what is sent, what moves it on, and what ends it', () => {
    const text = textOf(
      storyIn('viber "Hello" ttl 2m on expired, failed then sms "Hello" ttl 1h then voice say "Hello" lang en-US'),
    );
    expect(text).toContain(`main in main.failover

  It starts with a Viber message. If that is not enough, an SMS follows after 2 minutes at the
  latest and then a call after 1 hour 2 minutes at the latest. All is over after 1 hour 2 minutes
  and the time of a call at the latest.
`);
    expect(text).toContain(`
1. Viber, at once
   │ Hello
   Sent from acme (0094d198-4dd2-4fb5-b451-d46aca191b27) to {to}.
   If it is not delivered within 2 minutes or Viber refuses it, step 2 follows. Once it is
   delivered, nothing more is sent. But if the person cannot be reached on Viber, the flow ends
   here: step 2 is not sent.

2. SMS, after 2 minutes at the latest
`);
  });

  it('tells what was not seen from what was not delivered', () => {
    expect(first('viber "a" expire-on-delivery ttl 1m on expired then sms "b"')).toContain(
      'If it is not seen within 1 minute, step 2 follows. Once it is seen, nothing more is sent.',
    );
  });

  it('says an exact time where there is only one, and a range where there are two', () => {
    const text = textOf(storyIn('viber "a" ttl 1m on expired then viber "b" ttl 4m then sms "c"'));
    expect(text).toContain('\n2. Viber, after 1 minute\n');
    expect(text).toContain('\n3. SMS, after 1 minute at the earliest and 5 minutes at the latest\n');
  });

  it('says what is taken by default', () => {
    expect(first('sms "a" then sms "b"')).toContain(
      'If the network refuses it or cannot deliver it within 20 hours (the default), step 2 follows. That is the default, as no on is written.',
    );
  });

  it('says how an SMS is cut, and why', () => {
    expect(first(`sms "${'a'.repeat(161)}"`)).toContain('161 characters: 2 parts in GSM-7.');
    expect(first('sms "It’s"')).toContain('4 characters: 1 part in UCS-2 (Unicode), because of ’ (U+2019).');
    expect(first('sms "Καλημέρα"')).toContain('because of Κ, α, λ and 4 more.');
    expect(first('sms "{a}"')).toContain(
      '0 characters or more: 1 part or more in GSM-7. No limit is set for a, so it may be longer, up to 1,600 characters.',
    );
    expect(first('flow f(to: phone, a: text(..90)) { sms "{a}" transcode }')).toContain(
      'At most 90 characters: 1 part in GSM-7. If a value brings other characters, such as Greek small letters, it goes as Unicode and takes up to 2 parts.',
    );
  });

  it('says what is never heard', () => {
    expect(
      first('voice { say "a" lang en-US repeat forever say "b" lang en-US gender male repeat 2 barge-in }'),
    ).toContain(
      '- “a”, read in en-US, over and over until the call ends.\n   - “b”, read by a male voice in en-US, twice. Pressing a key interrupts it. It is never heard, because what is before it has no end.',
    );
  });

  it('says which step is never sent', () => {
    expect(first('viber "a" on busy then sms "b"')).toContain(
      'Nothing moves the flow on from here: step 2 is never sent.',
    );
  });

  it('says of each parameter what it is for', () => {
    const text = textOf(
      storyIn(
        'template t(n: int(1..9)) "3f2504e0-4f89-41d3-9a0c-0305e82c3301" { lang en }\n' +
          'flow f(to: phone, /// How many.\nn: int(1..9) = 3, unused: text) { viber template t lang en then sms "{n}" }',
      ),
    );
    expect(text.slice(text.indexOf('Parameters'))).toBe(`Parameters

  to
    A number in E.164 form, such as +306912345678 (phone).
    Where it goes: the recipient in steps 1 and 2
    Sent as: text
    Default: none, so it must be given

  n
    How many. A whole number from 1 to 9.
    Where it goes: the template in step 1 (as its n) and the text in step 2
    Sent as: a number, and as text within texts
    Default: 3

  unused
    A text (text).
    Where it goes: nowhere: nothing uses it
    Sent as: text
    Default: none, so it must be given
`);
  });

  it('has words for every status', () => {
    for (const [channel, all] of Object.entries(statuses)) {
      const content = channel === 'voice' ? 'say "a" lang en-US' : '"a"';
      for (const { word } of all) {
        const text = first(`${channel} ${content} on ${word} then sms "b"`);
        expect(text).toMatch(/If (?:it|the|nobody|Viber) .*, step 2 follows\./);
        expect(text).not.toContain(`If ${word},`);
      }
    }
  });

  it('acts on no terminal, and keeps to its width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 40, max: 120 }), (text, columns) => {
        const lines = textOf(storyWith(everywhere, `x${text}`), columns).split('\n');
        for (const line of lines) {
          expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
          expect(line.length <= columns || longestWord(line) > columns / 3, line).toBe(true);
        }
      }),
    );
  });

  it('ends each colour on its line', () => {
    for (const line of textOf(storyWith(everywhere, 'many words and more of them'), 40, true).split('\n')) {
      const codes = line.split('\u001b').slice(1);
      const opened = codes.filter((code) => !/^\[(?:22|23|24|39)m/.test(code)).length;
      expect(codes.length - opened, JSON.stringify(line)).toBe(opened);
    }
  });
});

function longestWord(line: string): number {
  return Math.max(...line.split(' ').map((word) => word.length));
}
