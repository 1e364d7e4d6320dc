import { describe, expect, it } from 'vitest';
import { brand, edited } from './changes.js';

/** What the text was, what it is, and what is said of it. */
type Case = readonly [was: string, is: string, ...said: string[]];

const offer = `${brand}
flow offer(to: phone) {
  viber "Spring" image "https://a.com/1.png" button "Open" "https://a.com" ttl 1h label "spring" inbound "https://a.com/in"
  then sms "Spring at https://a.com" shorten-links for 7d ttl 1h
}
`;
const files = `${brand}
flow files(to: phone) {
  viber file "https://a.com/1.pdf" as "terms.pdf"
  then viber video "https://a.com/1.mp4" thumbnail "https://a.com/1.png" size 12MB duration 30s
}
`;
const call = `${brand}
flow call(to: phone) {
  voice { say "Hello" lang en-US repeat 2 play "https://a.com/1.wav" } machine hangup
  then sms "Hello"
}
`;
const long = '.'.repeat(150);

function check(cases: readonly Case[], text?: string): void {
  it.each(cases.map(([was, is, ...said]) => ({ was, is, said })))('$was → $is', ({ was, is, said }) => {
    expect(edited(was, is, text)).toEqual(said);
  });
}

describe('times and statuses', () => {
  check([
    [
      '10m',
      '2m',
      'sms now starts after 2 min at the latest (was 10 min)',
      'voice now starts after 7 min at the latest (was 15 min)',
      'all of it is over after 7 min and a call at the latest (was 15 min and a call)',
      'viber is now tried for 2 min (was 10 min)',
    ],
    [
      ' ttl 5m',
      '',
      'voice now starts after 20 h 10 min at the latest (was 15 min)',
      'all of it is over after 20 h 10 min and a call at the latest (was 15 min and a call)',
      'sms is now tried for 20 h, the default (was 5 min)',
    ],
    [
      'expired, failed, undelivered',
      'expired',
      'viber no longer moves on when Viber fails or the person cannot be reached on Viber',
    ],
    ['on failed, undelivered', 'on failed', 'sms no longer moves on when the network cannot deliver it'],
    ['expired, failed', 'failed, expired', 'the request of viber says `on` in another way, to the same effect'],
    [
      ' on failed, undelivered\n  then voice',
      '\n  then voice',
      'the request of sms says `on` in another way, to the same effect',
    ],
    ['repeat 2', 'repeat 2 on busy', '`on` of voice has changed, to no effect: no step follows'],
  ]);
  check(
    [
      [
        'machine hangup',
        'machine hangup on busy, completed',
        'voice no longer moves on when nobody picks up',
        'voice now moves on when the call was answered',
      ],
    ],
    call,
  );
});

describe('who, and in which words', () => {
  check([
    ['"ACME"', '"OTHER"', 'sms has another sender: `acme`, `OTHER` (was `acme`, `ACME`)'],
    ['ttl 5m', 'ttl 5m from "OTHER"', 'sms has another sender: `OTHER` (was `acme`, `ACME`)'],
    ['ttl 5m', 'ttl 5m to "+306912345678"', 'sms has another recipient: `+306912345678` (was `{to}`)'],
    ['repeat 2', 'repeat 2 to sip "a@b.com"', 'voice has another recipient: sip `a@b.com` (was `{to}`)'],
    [
      '0aac888f',
      '1aac888f',
      'viber has another template: `otp`, `1aac888f-2ee2-4112-9659-1755a951966a` (was `otp`, `0aac888f-2ee2-4112-9659-1755a951966a`)',
    ],
    ['lang en ttl', 'lang el ttl', 'viber has another language: `el` (was `en`)'],
    [
      'template otp lang',
      'template otp(pin: "1234") lang',
      '`pin` in the template of viber is now `1234` (was `{pin}`)',
    ],
    [
      'sms "Your code is {pin}"',
      `sms "Your code is {pin}${long}"`,
      `the text of sms has changed: Your code is {pin} → Your code is {pin}${long}`,
      'the text of sms grew from 1 to 2 parts at its longest',
    ],
    [
      'sms "Your code is {pin}"',
      'sms "Ваш {pin}"',
      'the text of sms has changed: Your code is {pin} → Ваш {pin}',
      'the text of sms is now sent as UCS-2 (was GSM-7), because `В`, `а` and `ш` are outside GSM-7; it is still 1 part at its longest',
    ],
    [
      'sms "Your code is {pin}"',
      'sms "Your code is \\{pin\\}"',
      'the text of sms has changed: Your code is {pin} → Your code is \\{pin\\}',
    ],
  ]);
});

describe('what else an SMS or a Viber message has', () => {
  check(
    [
      ['1.png', '2.png', 'viber has another image: `https://a.com/2.png` (was `https://a.com/1.png`)'],
      [' image "https://a.com/1.png"', '', 'viber no longer has an image (was `https://a.com/1.png`)'],
      ['"Open"', '"Look"', 'viber has another button: `Look` to `https://a.com` (was `Open` to `https://a.com`)'],
      [' button "Open" "https://a.com"', '', 'viber no longer has a button (was `Open` to `https://a.com`)'],
      ['viber "Spring"', 'viber', 'viber no longer has a text (was `Spring`)'],
      ['label "spring"', 'label "summer"', 'viber has another label: `summer` (was `spring`)'],
      ['com/in', 'com/out', 'viber has another address for answers: `https://a.com/out` (was `https://a.com/in`)'],
      ['for 7d', 'for 8d', 'sms now shortens its links for 8 d (was for 7 d)'],
      [' shorten-links for 7d', '', 'sms no longer shortens its links (was for 7 d)'],
      ['ttl 1h label', 'ttl 1h expire-on-delivery label', 'viber is now sent with `expire-on-delivery`'],
      ['for 7d', 'for 7d flash', 'sms is now sent with `flash`'],
      ['for 7d', 'for 7d no flash', 'the request of sms says `flash` in another way, to the same effect'],
    ],
    offer,
  );
  check([
    ['lang en ttl', 'lang en devices all ttl', 'viber now goes to all devices (was the primary device)'],
    [
      'lang en ttl',
      'lang en devices primary ttl',
      'the request of viber says `devices` in another way, to the same effect',
    ],
    ['lang en ttl', 'lang en seq 7 ttl', 'viber now has a sequence number: `7`'],
  ]);
  check(
    [
      [
        'terms.pdf',
        'rules.pdf',
        'viber (step 1) has another file: `rules.pdf` of type `pdf` from `https://a.com/1.pdf` (was `terms.pdf` of type `pdf` from `https://a.com/1.pdf`)',
      ],
      [
        '12MB',
        '13MB',
        'viber (step 2) has another video: `https://a.com/1.mp4` of 13 MB and 30 s with the thumbnail `https://a.com/1.png` (was `https://a.com/1.mp4` of 12 MB and 30 s with the thumbnail `https://a.com/1.png`)',
      ],
    ],
    files,
  );
});

describe('a call', () => {
  check(
    [
      ['say "Hello"', 'say "Hi"', 'what voice says has changed: Hello → Hi'],
      ['repeat 2', 'repeat forever', 'voice says `Hello` again and again (was 2 times)'],
      [
        'repeat 2',
        'gender female',
        'voice speaks with a `female` voice (was the usual): says `Hello`',
        'voice says `Hello` once (was 2 times)',
      ],
      ['en-US', 'en-GB', 'voice speaks `en-GB` (was `en-US`): says `Hello`'],
      ['repeat 2', 'repeat 2 barge-in', 'voice says `Hello` until a key is pressed (was to its end)'],
      ['repeat 2', 'repeat 2 no barge-in', 'the request of voice says `barge-in` in another way, to the same effect'],
      ['1.wav', '2.wav', 'voice plays `https://a.com/2.wav` (was `https://a.com/1.wav`)'],
      [' play "https://a.com/1.wav"', '', 'voice no longer plays `https://a.com/1.wav`'],
      ['{ say', '{ say "First" lang en-US say', 'voice now also says `First`'],
      [
        'say "Hello" lang en-US repeat 2 play "https://a.com/1.wav"',
        'play "https://a.com/1.wav" say "Hello" lang en-US repeat 2',
        'voice says `Hello` as number 2 (was 1)',
      ],
      ['machine hangup', '', 'voice no longer listens for an answering machine (was to hang up)'],
      [
        'machine hangup',
        'machine continue "https://a.com/m"',
        'voice now listens for an answering machine to go on and tell `https://a.com/m` (was to hang up)',
      ],
    ],
    call,
  );
});
