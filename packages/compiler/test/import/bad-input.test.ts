import { describe, expect, it } from 'vitest';
import { fc, patience, runs } from '../../../../test/support/fast-check.js';
import { bodiesOf, imported, told } from './imported.js';
import { body, json, otpId, sms, template, viber, viberId, voice } from './requests.js';

describe('what is not JSON', () => {
  it.each([
    ['', 'FO6001 error at : This is not JSON: a value is expected'],
    ['\ufeff', 'FO6001 error at : This is not JSON: a value is expected'],
    ['\0', 'FO6001 error at \0: This is not JSON: this word means nothing'],
    ['{"flow": ["x', 'FO6001 error at "x: This is not JSON: this text has no closing quote on its line'],
    ['{"flow": [],}', 'FO6001 error at }: This is not JSON: a key in double quotes is expected'],
    ['// no', 'FO6001 error at // no: This is not JSON: comments are not allowed here'],
    [`${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'FO6001 error at : This is not JSON: it is nested too deeply'],
    [
      `{"flow":[],"a":${'{"a":'.repeat(300)}1${'}'.repeat(300)}}`,
      'FO6001 error at {: This is not JSON: it is nested more than 100 levels deep',
    ],
  ])('%.40j', (text, diagnostic) => {
    expect(told(text)).toEqual([diagnostic]);
    expect(imported(text)).toMatchObject({ text: undefined, flows: [] });
  });

  it('every start of a request', () => {
    const callback = { strategy: 'OnStep', url: 'https://acme.com' };
    const text = json({ ...body(viber(), template(), sms(), voice()), callback });
    for (let end = 0; end < text.length; end++) {
      expect(told(text.slice(0, end))).toEqual([expect.stringMatching(/^FO6001 error/)]);
    }
  });
});

it('takes a byte order mark', () => {
  const { text, diagnostics } = imported(`\ufeff${json(body(sms()))}`);
  expect(diagnostics).toEqual([]);
  expect(bodiesOf(text ?? '')).toEqual([body(sms())]);
});

it(
  'gives a flow or a diagnostic for any JSON at all',
  () => {
    const keys = ['flow', 'type', 'to', 'message', 'callback', '__proto__', 'order', 'templateId', 'dialPlan', 'verbs'];
    const texts = fc.constantFrom('Sms', 'Viber', 'Voice', 'SAY', viberId, otpId);
    const leaf = fc.oneof(texts, fc.double(), fc.string(), fc.boolean(), fc.constant(null));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 6 },
        leaf,
        fc.array(tie('value')),
        fc.dictionary(fc.constantFrom(...keys), tie('value')),
      ),
    }));
    const step = fc.dictionary(fc.constantFrom(...keys), value);
    const request = fc.oneof(value, fc.record({ flow: fc.array(step) }));
    fc.assert(
      fc.property(request, (any) => {
        const { text, diagnostics } = imported(json(any));
        expect(text !== undefined || diagnostics.length > 0).toBe(true);
      }),
      runs(500),
    );
  },
  patience,
);

it('takes ten megabytes', () => {
  const long = 'x'.repeat(10_000_000);
  const unknown = json({ ...body(sms()), foo: long });
  expect(imported(unknown).diagnostics.map(({ code }) => code)).toEqual(['FO6004']);
  const body1 = imported(json(body(sms({ message: { body: long } }))));
  expect(body1.diagnostics.map(({ code }) => code)).toEqual(['FO6006']);
  expect(told(`[${'1,'.repeat(2_000_000)}1`)).toEqual([expect.stringMatching(/^FO6001/)]);
});
