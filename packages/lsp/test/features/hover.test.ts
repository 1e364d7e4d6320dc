import { describe, expect, it } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../src/features/hover.js';
import type { ClientFeatures } from '../../src/workspace/snapshot.js';
import { marked, snapshotOf } from '../support/marked.js';
import { atEveryOffset, ofEveryPrefix } from './every-place.js';

const brand = `
--- brand.failover
sender acme {
  viber "0094d198-4dd2-4fb5-b451-d46aca191b27"
  sms "ACME"
  voice "302101234567"
}
/// Approved wording.
template otp(pin: text(4..10)) "0aac888f-2ee2-4112-9659-1755a951966a" {
  category otp
  lang en "Your code is {pin}."
  lang el "Ο κωδικός σας είναι {pin}."
}
`;

async function hoverOf(source: string, client: Partial<ClientFeatures> = {}): Promise<Hover | undefined> {
  const main = source.startsWith('--- ') ? source : `--- main.failover\nimport "./brand.failover"\n${source}${brand}`;
  const snapshot = await snapshotOf(marked(main), { client });
  const found = hover(snapshot, snapshot.cursor);
  if (found !== undefined && snapshot.marked.places.length > 0) {
    const [place] = snapshot.marked.places;
    expect(found.range, 'the place of the hover').toEqual(place && snapshot.document.rangeOf(place));
  }
  return found;
}

/** Hovers at the cursor of a flow that imports a brand; ⟦…⟧ is the place that is described. */
async function said(source: string, client: Partial<ClientFeatures> = {}): Promise<string> {
  const contents = (await hoverOf(source, client))?.contents as MarkupContent | undefined;
  return contents?.value ?? 'nothing';
}

describe('hover on a clause', () => {
  it('tells its field, unit, limits, default, what takes it, and what is written here comes to', async () => {
    expect(await said('viber "a" ⟦tt‸l⟧ 2m then sms "b"')).toBe(
      [
        '```failover\nttl 10m\n```',
        'How long Viber tries to deliver the message. Then it expires, and the flow can move on.',
        '- Field: `ttl`, in minutes\n- Allowed: 30 s to 1 d, in steps of 6 s\n- Without it: 10 min\n' +
          '- On: `viber` with a message (standard), `viber template` (transactional), `sms`',
        'Here it is sent as',
        '```json\n"ttl": 2\n```',
        'This step waits 2 min at the most. The next one starts at the latest 2 min after the start of the flow.',
      ].join('\n\n'),
    );
  });

  it('also where its value is', async () => {
    expect(await said('sms "a" ttl ⟦5‸m⟧ then sms "b" ttl 1h then sms "c"')).toContain('"ttl": 5');
    expect(await said('sms "a" ttl 5m then sms "b" ttl ⟦1‸h⟧ then sms "c"')).toContain('at the latest 1 h 5 min');
    expect(await said('sms "a" ttl 5m then sms "b" ttl ‸1h')).toContain('at the most; no step follows.');
  });

  it('as the step at hand takes it', async () => {
    expect(await said('sms "a" ‸label "b"')).toContain('"label": "b"');
    expect(await said('sms "a" ‸label "b"')).toContain('Field: `message.label`');
    expect(await said('viber "a" ‸label "b"')).toContain('Field: `label`');
    expect(await said('viber template otp ‸lang en')).toContain('Field: `templateLang`');
    expect(await said('voice say "a" ‸lang en-US')).toContain('"language": "en-US"');
    expect(await said('voice { say "a" lang en-US play "https://a.b/c.wav" ‸repeat forever }')).toContain(
      '"repeat": -1',
    );
    expect(await said('voice say "a" lang en-US repeat ⟦for‸ever⟧')).toContain('"repeat": -1');
  });

  it('of more than one word', async () => {
    expect(await said('sms "a" no ⟦fla‸sh⟧')).toContain('"flash": false');
    expect(await said('sms "a" ⟦n‸o⟧ flash')).toContain('Sends the flag as `false`');
    expect(await said('sms "a" shorten-links ‸for 7d')).toContain('"urlValidity": 604800');
    expect(await said('viber "a" video "https://a.b" thumbnail "https://a.b/c" size ⟦12‸MB⟧ duration 3s')).toContain(
      '"fileSize": 12',
    );
    expect(await said('viber template otp lang en devices ⟦a‸ll⟧')).toContain('In the request: `ALL_DEVICES`');
    expect(await said('voice say "a" lang en-US machine ⟦hang‸up⟧')).toContain('ends when a machine answers');
  });

  it('of a step that is not the first', async () => {
    expect(await said('sms "a" then voice say "b" lang en-US ⟦mach‸ine⟧ hangup')).toContain('"strategy": "Hangup"');
  });
});

describe('hover on a status', () => {
  it('tells what it means, what the API calls it, and whether it moves the flow on', async () => {
    expect(await said('voice say "a" lang en-US on ⟦no-an‸swer⟧, busy then sms "b"')).toBe(
      [
        '```failover\non no-answer\n```',
        'Nobody picked up.',
        '- Field: `failoverOnStatuses`\n- In the request: `NoAnswer`',
        'It moves the flow on.',
      ].join('\n\n'),
    );
    expect(await said('sms "a" on ‸failed')).toContain('No step follows, so the flow ends here.');
  });
});

describe('hover on a text', () => {
  it('of an SMS tells its length, parts, encoding, and what is left', async () => {
    expect(await said('sms ⟦"Hel‸lo"⟧')).toBe(
      '5 characters; 1,595 of 1,600 characters are left.\n\n- 1 part with room for 155 more characters\n- Encoding: GSM-7',
    );
    expect(await said(`sms "${'a'.repeat(161)}‸"`)).toContain('- 2 parts, the last with room for 145 more characters');
  });

  it('names the characters that force UCS-2', async () => {
    expect(await said('sms "‸It’s “so”"')).toContain('UCS-2, because of `’` (U+2019), `“` (U+201C), `”` (U+201D)');
    expect(await said('sms "It’s‸" transcode')).toContain('Encoding: GSM-7\n- With `transcode`');
  });

  it('counts parameters at their longest', async () => {
    const flow = (text: string) => `flow f(to: phone, pin: text(4..10), any: text) { sms "${text}" }`;
    expect(await said(flow(`‸Code {pin}`))).toContain('9 to 15 characters; 1,585 of 1,600');
    expect(await said(flow(`‸${'a'.repeat(155)}{pin}`))).toContain('up to 2 parts');
    expect(await said(flow(`‸Hi {any}`))).toContain('3 characters or more, as no limit is set for `any`; so far 1,597');
  });

  it('of Viber, a label or a caption is measured by its own limit', async () => {
    expect(await said('viber "‸Hello"')).toContain('995 of 1,000 characters are left');
    expect(await said('viber "a" button "‸Open" "https://a.b"')).toContain('26 of 30 characters');
    expect(await said(`viber "a" button "‸${'b'.repeat(31)}" "https://a.b"`)).toContain(
      '1 character more than the 30 characters allowed.',
    );
    expect(await said('viber "a" label "‸b"')).toContain('349 of 350');
  });

  it('shows it with its lets filled in', async () => {
    expect(await said('let shop = "Acme"\nsms "‸Hi from {shop}, {name}"')).toContain('> Hi from Acme, \\{name\\}');
  });

  it('knows the predefined templates by their id', async () => {
    const text = await said('viber template ⟦"bed0942f-‸e07e-4879-834b-29cc4cf3ec35"⟧(pin: "1234") lang en');
    expect(text).toContain('predefined template “validity time”');
    expect(text).toContain('Parameters: `pin`, `codeValidityTime`');
  });
});

describe('hover on a name', () => {
  it('of a template tells its wording and languages', async () => {
    expect(await said('viber template ⟦ot‸p⟧ lang en')).toBe(
      [
        '```failover\ntemplate otp(pin: text(4..10))\n```',
        'Approved wording\\.',
        "- Id: `0aac888f-2ee2-4112-9659-1755a951966a`\n- Routee's predefined template “basic”\n- Category: `otp`\n- Languages: `en`, `el`",
        '> en\\: Your code is \\{pin\\}\\.',
        '> el\\: Ο κωδικός σας είναι \\{pin\\}\\.',
      ].join('\n\n'),
    );
    expect(await said('viber template otp lang ⟦e‸l⟧')).toContain('> Ο κωδικός σας είναι');
  });

  it('of a sender tells its ids', async () => {
    expect(await said('sms "a" from ⟦ac‸me⟧')).toContain('- `sms`: `ACME`\n- `voice`: `302101234567`');
  });

  it('of a let tells its value, also one from failover.json', async () => {
    expect(await said('let a = "x"\nlet b = "{a}y"\nsms "{⟦‸b⟧}"')).toContain('let b = "xy"');
    const defined = await said(
      `--- main.failover\nlet api = "x"\nsms "{a‸pi}"\n--- failover.json\n{ "define": { "api": "staging" } }`,
    );
    expect(defined).toContain('let api = "staging"');
    expect(defined).toContain('`define` in failover.json');
  });

  it('of a parameter tells its type, its documentation and where it comes from', async () => {
    const listed = await said('flow f(\n  to: phone,\n  /// The code.\n  pin: text(4..10)\n) { sms "{p‸in}" }');
    expect(listed).toContain('pin: text(4..10)');
    expect(listed).toContain('The code\\.');
    expect(listed).toContain('A parameter of the flow `f`, a text of 4 to 10 characters.');
    expect(await said('sms "a" then sms "{⟦co‸de⟧}"')).toContain(
      'It is not listed: it follows from step 2 (`sms`, line 2).',
    );
    expect(await said('flow f(to: phone, pin: text(..20)) { viber template otp(pin: {pi‸n}) lang en }')).toContain(
      'Where it is used, it must be a text of 4 to 10 characters.',
    );
  });

  it('of a flow tells where it is sent, what it needs and when its steps start', async () => {
    const text = await said('flow ⟦log‸in⟧ { viber template otp lang en ttl 2m then sms "{pin}" }');
    expect(text).toContain('transactional flow login(to: phone, pin: text(4..10))');
    expect(text).toContain('Sent to `POST /failover/transactional`; its parameters follow from its steps.');
    expect(text).toContain('- Step 2: `sms`, ≤ 2 min');
  });

  it('of an imported file tells what it brings', async () => {
    expect(await said(`--- main.failover\nimport ⟦"./bra‸nd.failover"⟧${brand}`)).toBe(
      '`brand.failover`\n\n- Senders: `acme`\n- Templates: `otp`',
    );
    expect(await said('--- main.failover\nimport "./no‸ne.failover"')).toContain('There is no such file.');
  });
});

describe('hover elsewhere', () => {
  it('on a code of an ignore comment tells its title, with a link', async () => {
    const text = await said('// failover-ignore FO4008, ⟦FO40‸03⟧: fine\nsms "a"');
    expect(text).toContain('`FO4003` (information): An SMS of several parts');
    expect(text).toContain(
      '[More about it](https://github.com/failover-lang/failover/blob/main/docs/diagnostics/FO4003.md)',
    );
    expect(await said('// failover-ignore FO9‸999\nsms "a"')).toContain('There is no diagnostic `FO9999`.');
  });

  it('on the start of a step tells when it starts, who it is from, and what follows', async () => {
    const text = await said('viber "a" ttl 2m on expired then ⟦s‸ms⟧ "b" on failed then voice say "c" lang en-US');
    expect(text).toContain('Step 2 of 3 starts at the latest 2 min after the start of the flow.');
    expect(text).toContain(
      '- From: `ACME`\n- To: `{to}`\n- Waits: at most 20 h (default)\n- Moves on to `voice` on: `failed`\n- Goes no further on: `undelivered`',
    );
    expect(await said('voice say "a" lang en-US ⟦th‸en⟧ sms "b"')).toContain(
      'starts after a call, of which nobody knows',
    );
  });

  it('on words of declarations and settings', async () => {
    expect(await said('⟦fl‸ow⟧ f { sms "a" }')).toContain('How a message reaches a person');
    expect(await said('⟦stand‸ard⟧ flow f { sms "a" }')).toContain('POST /failover');
    expect(await said('⟦call‸back⟧ "https://a.b"\nsms "a"')).toContain('"strategy": "OnCompletion"');
    expect(await said('flow f { callback "https://a.b" on ⟦st‸ep⟧ sms "a" }')).toContain('"strategy": "OnStep"');
    expect(await said('flow f(a: ⟦ur‸l⟧) { sms "{a}" }')).toContain('An absolute address.');
    expect(await said('template t "x" { cate‸gory otp }')).toContain('approved as');
  });

  it('says nothing of white space, marks and plain comments', async () => {
    expect(await said('sms "a"  ‸  ttl 5m')).toBe('nothing');
    expect(await said('flow f ‸{ sms "a" }')).toBe('nothing');
    expect(await said('// a com‸ment\nsms "a"')).toBe('nothing');
  });
});

describe('what somebody wrote', () => {
  it('makes no link, HTML or code of its own', async () => {
    const text = await said(
      'let a = "x"\n/// <img src=x> [a](https://b.c) `x` www.d.e &lt; **b**\nlet b = "y"\nsms "{‸b}{a}"',
    );
    expect(text).toContain('\\<img src\\=x\\> \\[a\\]\\(https\\://b\\.c\\) \\`x\\` www\\.d\\.e \\&lt; \\*\\*b\\*\\*');
    const fenced = await said('let a = "```\\n[x](y)"\nsms "{‸a}"');
    expect(fenced.startsWith('````failover\n')).toBe(true);
    expect(await said('sms "‸` {b}"')).toContain('> \\` \\{b\\}');
  });

  it('is plain text where the client has no Markdown', async () => {
    const found = await hoverOf('sms "‸*a* {b}"', { markdown: false });
    expect(found?.contents).toMatchObject({ kind: 'plaintext' });
    expect(await said('sms "‸*a* {b}"', { markdown: false })).toContain('“*a* {b}”');
  });
});

describe('hover never fails', () => {
  it('at any place of a file', () => atEveryOffset((snapshot, offset) => void hover(snapshot, offset)), 60_000);
  it('in any broken file', () => ofEveryPrefix((snapshot, offset) => void hover(snapshot, offset)), 60_000);
});
