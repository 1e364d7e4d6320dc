import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { acme } from '../check/check.js';
import { bundleOf } from './compile.js';

const id = '11111111-2222-3333-4444-555555555555';

describe('a bundle', () => {
  it('has the flow, where it goes, its parameters, its payload and its holes', () => {
    const bundle = bundleOf(`${acme}\nflow sign-in(to: phone, pin: text(4..10)) {
  callback "https://acme.com/{pin}"
  sms "Your code is {pin}." then voice say "{pin}" lang en-US
}`);
    expect(JSON.parse(JSON.stringify(bundle))).toEqual({
      flow: 'sign-in',
      endpoint: 'standard',
      method: 'POST',
      path: '/failover',
      params: {
        type: 'object',
        properties: {
          to: { type: 'string', pattern: '^\\+[1-9]\\d{6,14}$' },
          pin: { type: 'string', minLength: 4, maxLength: 10 },
        },
        required: ['to', 'pin'],
        additionalProperties: false,
      },
      payload: {
        flow: [
          { type: 'Sms', from: 'ACME', to: '{to}', message: { body: 'Your code is {pin}.' }, order: 1 },
          {
            type: 'Voice',
            from: '302101234567',
            to: { phone: '{to}' },
            dialPlan: { verbs: [{ type: 'SAY', message: { language: 'en-US', text: '{pin}' } }] },
            order: 2,
          },
        ],
        callback: { strategy: 'OnCompletion', url: 'https://acme.com/{pin}' },
      },
      holes: [
        { at: '/flow/0/to', parts: [{ param: 'to' }] },
        { at: '/flow/0/message/body', parts: ['Your code is ', { param: 'pin' }, '.'] },
        { at: '/flow/1/to/phone', parts: [{ param: 'to' }] },
        { at: '/flow/1/dialPlan/verbs/0/message/text', parts: [{ param: 'pin' }] },
        { at: '/callback/url', parts: ['https://acme.com/', { param: 'pin' }] },
      ],
    });
  });

  it('has its keys in that order', () => {
    const bundle = bundleOf(`${acme}\nsms "Hi" then sms "Ho"`);
    expect(Object.keys(bundle)).toEqual(['flow', 'endpoint', 'method', 'path', 'params', 'payload', 'holes']);
  });

  it('of a file is named after the file', () => {
    expect(bundleOf(`${acme}\nsms "Hi" then sms "Ho"`).flow).toBe('main');
  });

  it('without parameters has no holes', () => {
    const bundle = bundleOf(`${acme}\nlet name = "Alex"\nto "+306912345678"\nsms "Hi {name}" label "" then sms "Ho"`);
    expect(bundle).toMatchObject({ params: { properties: {}, required: [] }, holes: [] });
  });
});

describe('a hole', () => {
  const holes = (source: string) => bundleOf(`${acme}\nto "+306912345678"\n${source}`).holes;

  it('has lets filled in, and neighbouring characters joined', () => {
    expect(holes('let a = "A"\nsms "{a}-{x}-{a}{a}{y}" then sms "Ho"')).toEqual([
      { at: '/flow/0/message/body', parts: ['A-', { param: 'x' }, '-AA', { param: 'y' }] },
    ]);
  });

  it('needs no text to be escaped', () => {
    const { holes: found, payload } = bundleOf(`${acme}\nto "+306912345678"\nsms "\\{x\\} {x}" then sms "Ho"`);
    expect(found).toEqual([{ at: '/flow/0/message/body', parts: ['{x} ', { param: 'x' }] }]);
    expect(payload.flow).toMatchObject([{ message: { body: '{x} {x}' } }, {}]);
  });

  it('of an int is a number as a template argument, and a text anywhere else', () => {
    const template = `template hi(n: int, s: text) "${id}"`;
    expect(holes(`${template}\nflow a(n: int) { viber template hi(s: "{n}!") lang en then sms "{n}" }`)).toEqual([
      { at: '/flow/0/templateParams/s', parts: [{ param: 'n' }, '!'] },
      { at: '/flow/0/templateParams/n', parts: [{ param: 'n' }] },
      { at: '/flow/1/message/body', parts: ['', { param: 'n' }] },
    ]);
  });

  it('of an int in a template by its id is sent as what it is', () => {
    expect(holes(`flow a(n: int, s: text) { viber template "${id}"(n: {n}, s: {s}) lang en then sms "Ho" }`)).toEqual([
      { at: '/flow/0/templateParams/n', parts: [{ param: 'n' }] },
      { at: '/flow/0/templateParams/s', parts: [{ param: 's' }] },
    ]);
  });

  it('may be the language or the id of a template', () => {
    expect(
      holes(`flow a(l: lang(en, el), t: text) { viber template "{t}" lang {l} then viber template "${id}" lang {l} }`),
    ).toEqual([
      { at: '/flow/0/templateId', parts: [{ param: 't' }] },
      { at: '/flow/0/templateLang', parts: [{ param: 'l' }] },
      { at: '/flow/1/templateLang', parts: [{ param: 'l' }] },
    ]);
  });
});

describe('the schema of the values', () => {
  const schema = (params: string, steps = 'sms "Hi" then sms "Ho"') =>
    bundleOf(`${acme}\nflow a(to: phone, ${params}) { ${steps} }`).params;

  it.each<[string, object]>([
    ['x: text', { type: 'string' }],
    ['x: text(..40)', { type: 'string', maxLength: 40 }],
    ['x: text(4..)', { type: 'string', minLength: 4 }],
    ['x: int', { type: 'integer' }],
    ['x: int(-1..5)', { type: 'integer', minimum: -1, maximum: 5 }],
    ['x: phone', { type: 'string', pattern: '^\\+[1-9]\\d{6,14}$' }],
    ['x: url', { type: 'string', format: 'uri' }],
    ['x: lang(en, el)', { type: 'string', enum: ['en', 'el'] }],
  ])('%s', (param, expected) => {
    expect(schema(param).properties.x).toStrictEqual(expected);
  });

  it('has what the places ask for besides', () => {
    expect(schema('x: url', 'viber image {x} then sms "Ho"').properties.x).toStrictEqual({
      ...{ type: 'string', format: 'uri', pattern: '^[hH][tT][tT][pP][sS]://' },
    });
  });

  it('takes any language where nothing limits it', () => {
    const template = 'viber template "3f2504e0-4f89-41d3-9a0c-0305e82c3301" lang {x} then sms "Ho"';
    expect(schema('x: text', template).properties.x).toEqual({ type: 'string' });
  });

  it('has the documentation and the defaults, which need not be given', () => {
    expect(schema('/// What to say.\n x: text(..9) = "Hi", n: int = 0', 'sms "{x}{n}" then sms "Ho"')).toEqual({
      type: 'object',
      properties: {
        to: { type: 'string', pattern: '^\\+[1-9]\\d{6,14}$' },
        x: { type: 'string', maxLength: 9, description: 'What to say.', default: 'Hi' },
        n: { type: 'integer', default: 0 },
      },
      required: ['to'],
      additionalProperties: false,
    });
  });

  it('is a JSON Schema', () => {
    const ajv = new Ajv2020({ validateFormats: false });
    const validate = ajv.compile(
      schema('x: text(..9) = "Hi", n: int(1..2), l: lang(en, el), u: url', 'viber image {u} then sms "{x}{n}{l}"'),
    );
    const to = '+306912345678';
    const u = 'https://acme.com/a.png';
    expect(validate({ to, n: 1, l: 'en', u })).toBe(true);
    for (const wrong of [{ to: '1' }, { n: 3 }, { l: 'de' }, { u: 'http://acme.com' }, { x: '1234567890' }, { y: 1 }]) {
      expect(validate({ to, n: 1, l: 'en', u, ...wrong }), JSON.stringify(wrong)).toBe(false);
    }
  });
});
