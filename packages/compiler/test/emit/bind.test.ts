import { describe, expect, it } from 'vitest';
import { type Bound, bind } from '../../src/emit/bind.js';
import type { Bundle } from '../../src/emit/bundle.js';
import { acme, programOf, uriOf } from '../check/check.js';
import { bundleOf } from './compile.js';

const id = '11111111-2222-3333-4444-555555555555';
const to = '+306912345678';
const flow = (params: string, steps: string) =>
  bundleOf(`${acme}\nflow hello(to: phone${params}) { ${steps} then sms "Bye" }`);

/** The request, or what keeps the values from making one. */
function result(bound: Bound): unknown {
  return bound.ok ? bound.payload : bound.problems.map(({ code, message }) => `${code}: ${message}`);
}

describe('values', () => {
  it('fill the holes', () => {
    const bundle = flow(', pin: text, n: int', 'sms "Your code is {pin}, {n} minutes"');
    expect(result(bind(bundle, { to, pin: '0815', n: 5 }))).toEqual({
      flow: [
        { type: 'Sms', from: 'ACME', to, message: { body: 'Your code is 0815, 5 minutes' }, order: 1 },
        { type: 'Sms', from: 'ACME', to, message: { body: 'Bye' }, order: 2 },
      ],
    });
  });

  it('that are numbers stay numbers in template arguments, and are texts elsewhere', () => {
    const template = `template hi(n: int) "${id}"`;
    const bundle = bundleOf(
      `${acme}\n${template}\nflow a(to: phone, n: int) { viber template hi lang en then sms "{n}" }`,
    );
    expect(result(bind(bundle, { to, n: 5 }))).toMatchObject({
      flow: [{ templateParams: { n: 5 } }, { message: { body: '5' } }],
    });
  });

  it('are taken from the defaults where none is given', () => {
    const bundle = flow(', name: text = "you", n: int = 0', 'sms "Hi {name} {n}"');
    expect(result(bind(bundle, { to }))).toMatchObject({ flow: [{ message: { body: 'Hi you 0' } }, {}] });
    expect(result(bind(bundle, { to, name: 'Alex' }))).toMatchObject({
      flow: [{ message: { body: 'Hi Alex 0' } }, {}],
    });
  });

  it('are taken as they are, with holes, quotes and lines', () => {
    const bundle = flow(', name: text', 'sms "Hi {name}"');
    const name = '{to} "x"\n\\n $y %s';
    expect(result(bind(bundle, { to, name }))).toMatchObject({ flow: [{ message: { body: `Hi ${name}` } }, {}] });
  });

  it('join the pieces of a hole, which may be one of characters only', () => {
    const bundle = { ...flow('', 'sms "Hi"'), holes: [{ at: '/flow/0/message/body', parts: ['Ho'] }] };
    expect(result(bind(bundle, { to: '+306912345679' }))).toMatchObject({ flow: [{ message: { body: 'Ho' } }, {}] });
  });

  it('leave the bundle as it is', () => {
    const bundle = flow(', name: text', 'sms "Hi {name}"');
    const before = JSON.stringify(bundle);
    bind(bundle, { to, name: 'Alex' });
    expect(JSON.stringify(bundle)).toBe(before);
  });

  it('go into a bundle that went through JSON', () => {
    const bundle = JSON.parse(JSON.stringify(flow(', name: text', 'sms "Hi {name}"'))) as Bundle;
    expect(bind(bundle, { to, name: 'Alex' }).ok).toBe(true);
  });
});

describe('FO5001', () => {
  it('names the parameter that has no value, and what it takes', () => {
    expect(result(bind(flow(', pin: text(4..10)', 'sms "{pin}"'), {}))).toEqual([
      'FO5001: The flow `hello` needs a value for `to`, a number in E.164 form, such as `+306912345678` (`phone`)',
      'FO5001: The flow `hello` needs a value for `pin`, a text of 4 to 10 characters',
    ]);
  });

  it('takes no value for one that is undefined', () => {
    expect(result(bind(flow('', 'sms "Hi"'), { to: undefined }))).toEqual([
      'FO5001: The flow `hello` needs a value for `to`, a number in E.164 form, such as `+306912345678` (`phone`)',
    ]);
  });
});

describe('FO5002', () => {
  it('names the value that nothing takes, and the name that was meant', () => {
    const bundle = flow(', pin: text = "1234"', 'sms "{pin}"');
    expect(result(bind(bundle, { to, pinn: '1', colour: 'red' }))).toEqual([
      'FO5002: No flow takes a value for `pinn`; did you mean `pin`?',
      'FO5002: No flow takes a value for `colour`',
    ]);
    expect(bind(bundle, { to, colour: 'red' })).toMatchObject({ problems: [{ parameter: 'colour' }] });
  });
});

describe('FO5003', () => {
  it.each<[string, unknown, string]>([
    ['text', 5, '`x` must be a text (`text`), not the number 5'],
    ['text', null, '`x` must be a text (`text`), not null'],
    ['text', ['a'], '`x` must be a text (`text`), not a list'],
    ['text', { a: 1 }, '`x` must be a text (`text`), not an object'],
    ['text', Symbol('x'), '`x` must be a text (`text`), not a symbol'],
    ['text(..5)', true, '`x` must be a text of at most 5 characters, not true'],
    ['int', '5', '`x` must be a whole number (`int`), not the text `5`'],
    ['int', 1.5, '`x` must be a whole number (`int`), not the number 1.5'],
    ['int', Number.NaN, '`x` must be a whole number (`int`), not the number NaN'],
    ['int', 2 ** 53, '`x` must be a whole number (`int`), not the number 9007199254740992'],
    ['url', 'acme', '`x` must be an address (`url`), not `acme`'],
    ['url', '', '`x` must be an address (`url`), not an empty text'],
    ['phone', '6912345678', '`x` must be a number in E.164 form, such as `+306912345678` (`phone`), not `6912345678`'],
    ['lang(en, el)', 'de', '`x` must be one of the languages `en` or `el`, not `de`'],
  ])('%s does not take %j', (type, value, message) => {
    expect(result(bind(flow(`, x: ${type}`, 'sms "{x}!"'), { to, x: value }))).toEqual([`FO5003: ${message}`]);
  });
});

describe('FO5004', () => {
  it.each<[string, unknown, string]>([
    ['text(4..10)', '123', '`x` has 3 characters: it takes 4 to 10 characters'],
    ['text(4..10)', '12345678901', '`x` has 11 characters: it takes 4 to 10 characters'],
    ['text(..1)', '', ''],
    ['int(1..5)', 6, '`x` is 6: it takes from 1 to 5'],
    ['int(1..)', -1000, '`x` is -1,000: it takes at least 1'],
  ])('%s, %j', (type, value, message) => {
    const bound = bind(flow(`, x: ${type}`, 'sms "{x}!"'), { to, x: value });
    if (message === '') expect(bound.ok).toBe(true);
    else expect(result(bound)).toEqual([`FO5004: ${message}`]);
  });

  it('knows the ranges of the templates too', () => {
    const template = `template hi(name: text(..20)) "${id}"`;
    const bundle = bundleOf(
      `${acme}\n${template}\nflow a(to: phone, name: text) { viber template hi lang en then sms "Hi" }`,
    );
    expect(result(bind(bundle, { to, name: 'x'.repeat(21) }))).toEqual([
      'FO5004: `name` has 21 characters: it takes at most 20 characters',
    ]);
  });
});

describe('FO5005', () => {
  it('says where the request breaks a rule of the endpoint, which no type could say', () => {
    expect(result(bind(flow(', x: text', 'sms "{x}{x}"'), { to, x: 'x'.repeat(801) }))).toEqual([
      'FO5005: With these values `/flow/0/message/body` has 1,602 characters; at most 1,600',
    ]);
    expect(result(bind(flow(', x: text', 'sms "{x}"'), { to, x: ' ' }))).toEqual([
      'FO5005: With these values `/flow/0/message/body` is " "; must not be blank',
    ]);
  });

  it('measures a text with the value of a parameter that only another place limits', () => {
    const steps = `viber template "0aac888f-2ee2-4112-9659-1755a951966a"(pin: {pin}) lang en then sms "${'x'.repeat(1591)}{pin}"`;
    const bundle = bundleOf(`${acme}\nflow hello(to: phone, pin: text) { ${steps} }`);
    expect(bind(bundle, { to, pin: '123456789' }).ok).toBe(true);
    expect(result(bind(bundle, { to, pin: '1234567890' }))).toEqual([
      'FO5005: With these values `/flow/1/message/body` has 1,601 characters; at most 1,600',
    ]);
  });

  it('has the place of the text at fault', () => {
    const source = `${acme}\nflow hello(to: phone, x: text) { sms "{x}" then sms "Bye" }`;
    const program = programOf(new Map([[uriOf('main.failover'), source]]));
    const [found] = program.flows(uriOf('main.failover'));
    if (found === undefined) throw new Error('There is no flow.');
    const bound = program.bind(found, { to, x: '' });
    if (bound.ok) throw new Error('The values should be refused.');
    const [problem] = bound.problems;
    const place = problem && bound.placeOf?.(problem);
    expect(place && source.slice(place.offset, place.offset + place.length)).toBe('"{x}"');
    const missing = program.bind(found, {});
    const parameter = missing.ok ? undefined : missing.problems[1] && missing.placeOf?.(missing.problems[1]);
    expect(parameter).toEqual({ uri: uriOf('main.failover'), offset: source.indexOf('x: text'), length: 1 });
  });
});

describe('FO5007', () => {
  it('is what a broken bundle gives', () => {
    const bundle = flow(', x: text', 'sms "{x}"');
    const broken: unknown[] = [
      ...[null, undefined, 0, 'x', [], {}, new Map(), () => bundle],
      ...['flow', 'endpoint', 'params', 'payload', 'holes'].map((key) => ({ ...bundle, [key]: undefined })),
      ...['endpoint', 'params', 'payload', 'holes'].map((key) => ({ ...bundle, [key]: null })),
      ...[
        { ...bundle, endpoint: 'otp' },
        { ...bundle, holes: {} },
        { ...bundle, payload: [] },
        { ...bundle, payload: { flow: 1n } },
        { ...bundle, payload: { flow: null } },
        { ...bundle, payload: { flow: 'x' }, holes: [{ at: '/flow/0', parts: [] }] },
      ],
      ...[{ properties: [] }, { properties: { to: null } }].flatMap((params) => [
        { ...bundle, params },
        { ...bundle, params, holes: [] },
      ]),
      { ...bundle, holes: [null] },
      { ...bundle, holes: [{ at: 5, parts: [] }] },
      { ...bundle, holes: [{ at: '/flow/0/to' }] },
      { ...bundle, holes: [{ at: '/flow/0/to', parts: [null] }] },
      { ...bundle, holes: [{ at: '/flow/0/to', parts: [5] }] },
      { ...bundle, holes: [{ at: '/flow/0/to', parts: [{ param: 'y' }] }] },
      { ...bundle, holes: [{ at: '/flow/0/to', parts: [{ param: 5 }] }] },
      { ...bundle, holes: [{ at: '/flow/0/to', parts: [{ param: ['to'] }] }] },
      { ...bundle, holes: [{ at: '/flow/0/to', parts: ['+', 5] }] },
      { ...bundle, holes: [{ at: '/flow/9/to', parts: [{ param: 'to' }] }] },
      { ...bundle, holes: [{ at: '', parts: [{ param: 'to' }] }] },
      { ...bundle, holes: [{ at: '/flow/0/__proto__/x', parts: [{ param: 'to' }] }] },
      { ...bundle, holes: [{ at: '/constructor/prototype/x', parts: [{ param: 'to' }] }] },
    ];
    for (const [index, one] of broken.entries()) {
      expect(result(bind(one as Bundle, { to, x: 'Hi' })), `number ${index}`).toEqual([
        'FO5007: This is not a bundle as `failover compile --emit bundle` prints it',
      ]);
      expect(Reflect.get({}, 'x')).toBeUndefined();
    }
  });

  it('has the place that the payload lacks', () => {
    const bundle = { ...flow('', 'sms "Hi"'), holes: [{ at: '/flow/9/to', parts: [{ param: 'to' }] }] };
    expect(bind(bundle, { to })).toMatchObject({ problems: [{ at: '/flow/9/to' }] });
  });
});

describe('hostile values', () => {
  const bundle = () => flow(', x: text', 'sms "{x}"');

  it.each<[string, unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['a list', [to]],
    ['a text', 'to'],
    ['a number', 5],
  ])('%s instead of values gives what is missing, and no throw', (_, values) => {
    expect(bind(bundle(), values as Record<string, unknown>).ok).toBe(false);
  });

  it('named __proto__ or like what every object has are nothing special', () => {
    const values = JSON.parse(`{ "to": "${to}", "x": "Hi", "__proto__": "a", "constructor": "b" }`);
    expect(result(bind(bundle(), values))).toEqual([
      'FO5002: No flow takes a value for `__proto__`',
      'FO5002: No flow takes a value for `constructor`',
    ]);
    expect(result(bind(bundle(), { to }))).toEqual(['FO5001: The flow `hello` needs a value for `x`, a text (`text`)']);
  });

  it('of parameters that are named so are bound', () => {
    const named = flow(', __proto__: text, constructor: text', 'sms "{__proto__} {constructor}"');
    expect(Object.keys(named.params.properties)).toEqual(['to', '__proto__', 'constructor']);
    const values = JSON.parse(`{ "to": "${to}", "__proto__": "a", "constructor": "b" }`);
    expect(result(bind(named, values))).toMatchObject({ flow: [{ message: { body: 'a b' } }, {}] });
    expect(result(bind(named, { to }))).toHaveLength(2);
  });

  it('as template arguments are bound too', () => {
    const named = flow(', __proto__: text', `viber template "${id}"(__proto__: {__proto__}) lang en`);
    const values = JSON.parse(`{ "to": "${to}", "__proto__": "a" }`);
    const bound = bind(named, values);
    expect(JSON.stringify(bound)).toContain('"templateParams":{"__proto__":"a"}');
  });

  it('whose reading throws are no values', () => {
    const throwing = {
      enumerable: true,
      get(): string {
        throw new Error('no');
      },
    };
    const values = Object.defineProperties({ to }, { x: throwing, y: throwing });
    expect(result(bind(bundle(), values))).toEqual([
      'FO5002: No flow takes a value for `y`',
      'FO5001: The flow `hello` needs a value for `x`, a text (`text`)',
    ]);
  });
});
