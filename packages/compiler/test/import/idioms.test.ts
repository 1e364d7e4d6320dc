import { describe, expect, it } from 'vitest';
import { bodiesOf, imported } from './imported.js';
import { body, json, otpId, sms, template, to, viber, viberId, voice } from './requests.js';

/** The file of requests that are fine, and come back as they were. */
function fileOf(request: unknown): string {
  const { text = '', diagnostics } = imported(json(request));
  expect(diagnostics).toEqual([]);
  expect(bodiesOf(text)).toEqual([request].flat());
  return text;
}

describe('senders', () => {
  it('makes the ids of a flow one brand, named after that of the SMS', () => {
    expect(fileOf(body(viber(), sms({ from: 'AcmeShop' }), voice()))).toBe(`sender acme-shop {
  viber "${viberId}"
  sms "AcmeShop"
  voice "302101234567"
}

flow hello {
  to "+306912345678"

  viber "Hi"
  then sms "Hi"
  then voice say "Hi" lang en-US
}
`);
  });

  it('leaves the only sender in its step', () => {
    expect(fileOf(body(sms()))).toBe(`flow hello {
  sms "Hi" to "+306912345678" from "ACME"
}
`);
  });

  it('names a second id that is used again, and leaves one that is not in its step', () => {
    const shop = sms({ from: 'Shop', message: { body: 'B' } });
    expect(fileOf(body(sms(), sms(), shop))).toContain('then sms "B" from "Shop"');
    expect(fileOf(body(sms(), sms(), sms(), shop, shop))).toBe(`sender acme {
  sms "ACME"
}

sender shop {
  sms "Shop"
}

flow hello {
  from acme
  to "+306912345678"

  sms "Hi"
  then sms "Hi"
  then sms "Hi"
  then sms "B" from shop
  then sms "B" from shop
}
`);
  });

  it('takes no name that reads like a word of the language', () => {
    expect(fileOf(body(sms({ from: 'ttl' }), sms({ from: 'ttl' })))).toContain('sender sender {');
    expect(fileOf(body(sms({ from: '302101' }), sms({ from: '302101' })))).toContain('sender sender {');
  });
});

describe('templates', () => {
  it('knows the predefined ones by their names, with the limits of their parameters', () => {
    expect(fileOf(body(template(), template({ templateLang: 'el' })))).toBe(`sender sender {
  viber "${viberId}"
}

template otp(pin: text(4..10)) "${otpId}" {
  category otp
  lang en
  lang el
}

flow hello {
  to "+306912345678"

  viber template otp(pin: "8213") lang en ttl 2m on expired, failed, undelivered
  then viber template otp(pin: "8213") lang el ttl 2m on expired, failed, undelivered
}
`);
  });

  it('declares others after the flow, with the types of the values', () => {
    const templateId = '11111111-2222-3333-4444-555555555555';
    const text = fileOf(body(template({ templateId, templateParams: { name: 'Alex', count: 3 } })));
    expect(text).toContain(`template hello(name: text, count: int) "${templateId}" {\n  lang en\n}`);
    expect(text).toContain('viber template hello(name: "Alex", count: 3)\n    lang en');
  });

  it('names the id where the parameters are others, and tells none from an empty list', () => {
    const { templateParams, ...without } = template();
    expect(templateParams).toBeDefined();
    expect(fileOf(body(template(), without))).toContain(`then viber template "${otpId}"\n    lang en`);
    expect(fileOf(body(template(), template({ templateParams: {} })))).toContain(`template "${otpId}"()\n    lang en`);
    expect(fileOf(body(without))).toContain(`template otp "${otpId}" {`);
  });
});

describe('recipients', () => {
  it('makes the one that most steps have a setting', () => {
    expect(fileOf(body(sms({ to: '+306912345679' }), sms(), voice()))).toBe(`sender acme {
  sms "ACME"
  voice "302101234567"
}

flow hello {
  to "+306912345678"

  sms "Hi" to "+306912345679"
  then sms "Hi"
  then voice say "Hi" lang en-US
}
`);
  });

  it('keeps the kinds of a call apart', () => {
    const call = voice({ to: { phone: to, viber: '', sip: '1111@example.com:55080' } });
    expect(fileOf(body(sms(), sms(), call))).toContain(
      'then voice say "Hi" lang en-US to "+306912345678" to viber "" to sip "1111@example.com:55080"',
    );
    expect(fileOf(body(voice({ to: { sip: 'a@b' } }), voice({ to: { sip: 'a@b' } })))).not.toMatch(/^ {2}to/m);
  });
});

describe('endpoints', () => {
  it('are written where the steps do not tell', () => {
    const text = json(body(sms()));
    expect(imported(text, { endpoint: 'transactional' }).text).toMatch(/^transactional flow hello \{/);
    expect(imported(text, { endpoint: 'standard' }).text).toMatch(/^flow hello \{/);
    expect(imported(text).text).toMatch(/^flow hello \{/);
    expect(imported(json(body(template())), { endpoint: 'transactional' }).text).toContain('\nflow hello {');
  });
});

describe('values', () => {
  it.each([
    ['He said "{hi}" \\o/', '"He said \\"\\{hi\\}\\" \\\\o/"'],
    ['a\tb\u200bc', '"a\\tb\\u{200B}c"'],
    ['One\nTwo', '"""\n    One\n    Two\n    """'],
    ['Ο κωδικός 😀', '"Ο κωδικός 😀"'],
  ])('a text: %j', (text, written) => {
    expect(fileOf(body(sms({ message: { body: text } })))).toContain(`  sms ${written}`);
  });

  it.each([
    [0.5, '30s'],
    [1.5, '1m30s'],
    [60, '1h'],
    [90.1, '1h30m6s'],
    [1440, '1d'],
  ])('a ttl of %d minutes', (ttl, written) => {
    expect(fileOf(body(viber({ ttl })))).toMatch(new RegExp(` ttl ${written}\n`));
  });

  it('flags that are false, words of the language, and a type that the name does not say', () => {
    const inOneLine = (request: unknown) => fileOf(request).replace(/\s+/g, ' ');
    const flags = { flash: false, transcode: true, label: 'a' };
    expect(inOneLine(body(sms({ message: { body: 'Hi', ...flags }, urlShortener: {} })))).toContain(
      'sms "Hi" no flash transcode label "a" shorten-links to',
    );
    expect(inOneLine(body(sms({ urlShortener: { urlValidity: 604800 } })))).toContain('shorten-links for 7d');
    const file = (fileName: string) => {
      const viberFile = { fileName, fileType: 'pdf', fileUrl: 'https://acme.com/1' };
      return inOneLine(body(viber({ message: { viberFile } })));
    };
    expect(file('terms.pdf')).toContain('file "https://acme.com/1" as "terms.pdf" to');
    expect(file('terms')).toContain('file "https://acme.com/1" as "terms" type pdf to');
    expect(inOneLine(body(voice({ failoverOnStatuses: ['NoAnswer', 'Busy'] })))).toContain('on no-answer, busy');
    const machineDetection = { strategy: 'Continue', eventUrl: 'https://acme.com' };
    expect(inOneLine(body(voice({ machineDetection })))).toContain('machine continue "https://acme.com"');
  });
});

describe('several requests', () => {
  it('become one file that declares what they share', () => {
    const callback = { strategy: 'OnStep', url: 'https://acme.com' };
    expect(fileOf([body(sms()), { ...body(sms()), callback }])).toBe(`sender acme {
  sms "ACME"
}

flow hello-1 {
  sms "Hi" to "+306912345678"
}

flow hello-2 {
  callback "https://acme.com" on step

  sms "Hi" to "+306912345678"
}
`);
  });
});

describe('names', () => {
  it.each([
    ['order ready (v2)', 'order-ready-v2'],
    ['2024-login', 'login'],
    ['παραγγελία', 'παραγγελία'],
    ['...', 'imported'],
    ['', 'imported'],
    ['a\u0301 \u0301b', '\u00e1\u0301b'],
  ])('%j is %s', (name, flow) => {
    expect(imported(json(body(sms())), { name }).flows).toEqual([flow]);
  });
});
