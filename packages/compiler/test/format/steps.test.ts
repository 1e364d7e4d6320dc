import { describe, expect, test } from 'vitest';
import { formats, formatsSteps, formatted } from './formats.js';

const long = 'Once upon a time there was a text that took up nearly all of a line of a hundred columns.';

describe('clauses', () => {
  test('stand in one order', () => {
    formatsSteps(
      'viber "a" on failed ttl 2m from a to {b} inbound {c} label "d" no flash expire-on-delivery',
      'viber "a" expire-on-delivery no flash label "d" inbound {c} to {b} from a ttl 2m on failed',
    );
    formatsSteps(
      'viber "a" video "v" duration 90s size 1MB thumbnail "t" file "f" as "f.pdf" button "b" "u"',
      'viber "a" button "b" "u" file "f" as "f.pdf" video "v" thumbnail "t" size 1MB duration 1m30s',
    );
    formatsSteps(
      'viber template a seq 7 devices all lang {l} then sms "b" shorten-links for 36h transcode flash',
      'viber template a lang {l} devices all seq 7\nthen sms "b" flash transcode shorten-links for 1d12h',
    );
  });

  test('that stand twice keep their order', () => {
    formatsSteps('sms "a" ttl 2m flash ttl 1m no flash', 'sms "a" flash no flash ttl 2m ttl 1m');
  });

  test('of recipients go by channel', () => {
    formatsSteps(
      'voice play "a" to sip "1" to viber "2" to phone "3" to "4"',
      'voice play "a" to phone "3" to "4" to viber "2" to sip "1"',
    );
  });

  test('keep what is a default', () => {
    formats('callback {api} on completion', 'callback {api} on completion\n');
  });

  test('stand on a line each when the step does not fit', () => {
    formatsSteps(
      `viber "${long}" on failed, expired image "https://acme.com/a.png" no expire-on-delivery`,
      `viber "${long}"
  image "https://acme.com/a.png"
  no expire-on-delivery
  on failed, expired`,
    );
  });

  test('stand on the line of the step up to a hundred columns', () => {
    const step = (columns: number) => `  sms "${'x'.repeat(columns - 18)}" on failed`;
    expect(step(100)).toHaveLength(100);
    expect(formatted(`flow f { ${step(100)} }`)).toContain(step(100));
    expect(formatted(`flow f { ${step(101)} }`)).toContain('"\n    on failed\n');
  });
});

describe('numbers', () => {
  test('have one form', () => {
    formatsSteps(
      'viber template a(n: 007, m: -0, k: 12345678901234567890) seq 0 ttl 90s then sms "b" ttl 1.5h',
      'viber template a(n: 7, m: 0, k: 12345678901234567890) seq 0 ttl 1m30s\nthen sms "b" ttl 1h30m',
    );
    formatsSteps(
      'viber video "a" thumbnail "b" size 012.50MB duration 0.5s',
      'viber video "a" thumbnail "b" size 12.5MB duration 0.5s',
    );
  });

  test('stay as they are where they are too large for that', () => {
    const endless = `${'9'.repeat(400)}d`;
    formats(`sms "a" ttl ${endless}`, `sms "a"\n  ttl ${endless}\n`);
    formats('sms "a" ttl 99999999999999999999d', 'sms "a" ttl 99999999999999999999d\n');
  });
});

describe('arguments', () => {
  test('stand on the line of the step', () => {
    formatsSteps('viber template a( b:{ c } ,d : "e",f:5, )', 'viber template a(b: {c}, d: "e", f: 5)');
    formatsSteps('viber template a( ) then viber template "1"', 'viber template a()\nthen viber template "1"');
  });

  test('stand on a line each when they do not fit, and the clauses after them', () => {
    formatsSteps(
      `viber template a(first: "${long}", second: {b}) on failed lang en`,
      `viber template a(
  first: "${long}",
  second: {b}
) lang en on failed`,
    );
  });

  test('stand on a line each when one of them has a comment or several lines', () => {
    formatsSteps(
      'viber template a(b: 1, // one\n // two\n c: "1\\n2" // three\n // end\n) lang en',
      `viber template a(
  b: 1, // one
  // two
  c: """
    1
    2
    """ // three
  // end
) lang en`,
    );
  });
});

describe('verbs', () => {
  test('have their clauses first', () => {
    formatsSteps(
      'voice say "a" machine hangup barge-in repeat forever on busy gender male lang en-US',
      'voice say "a" lang en-US gender male repeat forever barge-in machine hangup on busy',
    );
  });

  test('stand in braces when there are several', () => {
    formatsSteps(
      'voice say "x" then voice{play "https://acme.com/a.mp3" repeat 2 say "b" repeat 3 gender female lang en-US}on busy,no-answer machine hangup',
      `voice say "x"
then voice {
  play "https://acme.com/a.mp3" repeat 2
  say "b" lang en-US gender female repeat 3
} machine hangup on busy, no-answer`,
    );
  });

  test('stand without braces when there is one', () => {
    formatsSteps('voice { say "a" repeat 2 lang en } ttl 5m', 'voice say "a" lang en repeat 2 ttl 5m');
  });

  test('keep the braces that keep a clause of the step from the verb', () => {
    formatsSteps('voice { say "a" } lang en', 'voice {\n  say "a"\n} lang en');
  });

  test('keep the braces that have comments between them', () => {
    formatsSteps(
      'voice { // first\n say "a" lang en // hello\n } machine hangup // bye',
      'voice { // first\n  say "a" lang en // hello\n} machine hangup // bye',
    );
  });

  test('have a line for each clause when they do not fit', () => {
    formatsSteps(
      `voice { say "${long}" lang en repeat 2 play "a" } machine continue "${long}" ttl 2m`,
      `voice {
  say "${long}"
    lang en
    repeat 2
  play "a"
}
  machine continue "${long}"
  ttl 2m`,
    );
  });
});

describe('a file without a flow', () => {
  const step = 'sms "Your code is {pin}" on failed, undelivered';

  test('is one line when it fits', () => {
    formats(`${step}\n  then\n${step}`, `${step} then ${step}\n`);
  });

  test('is a line for each step when it does not', () => {
    formats(`${step} then ${step} then ${step}`, `${step}\nthen ${step}\nthen ${step}\n`);
  });

  test('is a line for each step when there are several lines in one', () => {
    formats('sms "1\\n2" then sms "b"', 'sms """\n  1\n  2\n  """\nthen sms "b"\n');
    formats('voice { say "a" play "b" } then sms "c"', 'voice {\n  say "a"\n  play "b"\n}\nthen sms "c"\n');
  });
});
