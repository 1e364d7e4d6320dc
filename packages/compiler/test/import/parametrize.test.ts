import { describe, expect, it } from 'vitest';
import { bodiesOf, imported, told } from './imported.js';
import { body, json, otpId, sms, template, to, viber, voice } from './requests.js';

/** Reads `to,pin=/flow/0/templateParams/pin`. */
function parameters(list: string) {
  return list.split(',').map((one) => {
    const [name = '', at] = one.split('=');
    return { name, at };
  });
}

/** The head of the flow and its steps, after a look whether the values make the request again. */
function flowOf(request: unknown, list: string, values: Readonly<Record<string, unknown>>): string {
  const { text = '', diagnostics } = imported(json(request), { parameters: parameters(list) });
  expect(diagnostics).toEqual([]);
  expect(bodiesOf(text, values)).toEqual([request].flat());
  return text.slice(text.search(/^(?:transactional )?flow/m)).replace(/\s+/g, ' ');
}

describe('a name alone', () => {
  it('is the recipient of every step', () => {
    expect(flowOf(body(viber(), sms(), voice()), 'to', { to })).toBe(
      'flow hello(to: phone) { viber "Hi" then sms "Hi" then voice say "Hi" lang en-US } ',
    );
    expect(flowOf(body(voice({ to: { phone: to, viber: to } })), 'to', { to })).toContain('to {to} to viber {to}');
  });

  it('is the parameter of a template, with its limits, and every text that is equal', () => {
    const request = body(template(), sms({ message: { body: '8213', label: 'x' } }), sms({ from: '8213' }));
    const flow = flowOf(request, 'pin', { pin: '8213' });
    expect(flow).toMatch(/^flow hello\(pin: text\(4\.\.10\)\) \{/);
    expect(flow).toContain('viber template otp lang en');
    expect(flow).toContain('then sms "{pin}" label "x"');
    expect(flow).toContain('from "8213"');
  });

  it('is a number where the template has one', () => {
    const request = body(template({ templateId: otpId.replace('0', '1'), templateParams: { count: 300 } }));
    expect(flowOf(request, 'count', { count: 300 })).toMatch(/^flow hello\(count: int\) \{.*template hello lang en/);
  });

  it('is the field of that name', () => {
    const callback = { strategy: 'OnStep', url: 'https://acme.com' };
    const flow = flowOf({ ...body(sms()), callback }, 'url,body', { url: 'https://acme.com', body: 'Hi' });
    expect(flow).toMatch(/^flow hello\(url: url, body: text\) \{ callback \{url\} on step sms "\{body\}"/);
  });

  it('is not clear where there are several values, or none', () => {
    const two = json(body(sms(), sms({ to: '+306912345679' })));
    expect(told(two, { parameters: parameters('to') })).toEqual([
      'FO6015 error at "+306912345678": `to` is not one value but several: `+306912345678` and `+306912345679`',
    ]);
    expect(told(json(body(template())), { parameters: parameters('pim') })).toEqual([
      'FO6015 error at {: Nothing in the request is called `pim`; did you mean `pin`?',
    ]);
    const { diagnostics } = imported(json(body(sms())), { parameters: parameters('colour') });
    expect(diagnostics.map(({ help }) => help)).toEqual([
      'It has `to`, `body`. Anything else needs its place, as in `name=/flow/0/…`.',
    ]);
  });

  it('is found in each of several requests', () => {
    const requests = [body(sms()), body(sms({ to: '+306912345679' }))];
    const { text, diagnostics } = imported(json(requests), { parameters: parameters('to') });
    expect(diagnostics).toEqual([]);
    expect(text).toContain('flow hello-1(to: phone) {');
    expect(text).toContain('flow hello-2(to: phone) {');
  });
});

describe('a pointer', () => {
  it('is exactly the value there', () => {
    const request = body(sms(), sms());
    const flow = flowOf(request, 'first=/flow/0/message/body', { first: 'Hi' });
    expect(flow).toBe('flow hello(first: text) { to "+306912345678" sms "{first}" then sms "Hi" } ');
  });

  it('may name one of several requests, and several places', () => {
    const requests = [body(sms()), body(sms())];
    const { text } = imported(json(requests), { parameters: parameters('to=/1/flow/0/to') });
    expect(text).toContain('flow hello-1 {\n  sms "Hi" to "+306912345678"\n}');
    expect(text).toContain('flow hello-2(to: phone) {\n  sms "Hi"\n}');
    const two = body(sms(), sms({ to: '+306912345679' }));
    expect(imported(json(two), { parameters: parameters('to=/flow/0/to,to=/flow/1/to') })).toMatchObject({
      diagnostics: [],
      text: expect.stringContaining('flow hello(to: phone) {\n  sms "Hi"\n  then sms "Hi"\n}'),
    });
  });

  it('means the request as it stands, before it is put in order', () => {
    const steps = [sms({ order: 2, message: { body: 'Two' } }), sms({ order: 1, message: { body: 'One' } })];
    const { text } = imported(json(body(...steps)), { parameters: parameters('last=/flow/0/message/body') });
    expect(text).toContain('  sms "One"\n  then sms "{last}"\n');
  });

  it('takes languages, senders, addresses and ids of templates', () => {
    const request = body(template({ inboundUrl: 'https://acme.com' }), sms());
    const places = 'lang=/flow/0/templateLang,brand=/flow/1/from,in=/flow/0/inboundUrl';
    const flow = flowOf(request, places, { lang: 'en', brand: 'ACME', in: 'https://acme.com' });
    expect(flow).toMatch(/^flow hello\(lang: lang\(en\), brand: text, in: url\) \{/);
    expect(flow).toContain('lang {lang} inbound {in}');
    expect(flow).toContain('from "{brand}"');
    expect(flowOf(body(template()), 'id=/flow/0/templateId', { id: otpId })).toContain(
      'viber template "{id}"(pin: "8213")',
    );
  });

  it.each([
    ['x=/flow/0/tto', '{', 'there is no `tto` among `type`, `from`, `to`, `message`, `order`'],
    ['x=/flow/7', '[', 'the list has no `7`, its places are 0 to 0'],
    ['x=/flow/-', '[', 'the list has no `-`, its places are 0 to 0'],
    ['x=/flow/0/to/phone', '"+306912345678"', 'this is a text, with nothing in it'],
    ['x=flow', '{', 'a pointer starts with `/`'],
    ['x=', '{', 'a pointer starts with `/`'],
  ])('that leads nowhere: %s', (list, place, found) => {
    const pointer = list.slice(2);
    const { diagnostics } = imported(json(body(sms())), { parameters: parameters(list) });
    const input = json(body(sms()));
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      `FO6014 No value for \`x\` stands at \`${pointer}\`: ${found}`,
    ]);
    expect(diagnostics.map(({ offset, length }) => input.slice(offset, offset + length))).toEqual([place]);
  });
});

describe('a parameter', () => {
  it.each([
    ['x=/flow/0/ttl', '`x` cannot be a parameter: a number stays as it is here'],
    ['x=/flow/0/type', '`x` cannot be a parameter: a text stays as it is here'],
    ['x=/flow/0/message', '`x` cannot be a parameter: an object stays as it is here'],
    ['x=/flow/0/message/flash', '`x` cannot be a parameter: true stays as it is here'],
    ['ttl', '`ttl` cannot be a parameter: a number stays as it is here'],
    ['message', '`message` cannot be a parameter: an object stays as it is here'],
  ])('cannot be what the flow is made of: %s', (list, message) => {
    const request = json(body(sms({ ttl: 10, message: { body: 'Hi', flash: true } })));
    const { text, diagnostics } = imported(request, { parameters: parameters(list) });
    expect(diagnostics.map((one) => `${one.code} ${one.message}`)).toEqual([`FO6016 ${message}`]);
    expect(text).toContain('sms "Hi" flash to "+306912345678" from "ACME" ttl 10m');
  });

  it('has a name, and one type', () => {
    expect(told(json(body(sms())), { parameters: [{ name: 'a b' }] })).toEqual([
      'FO6016 error at {: `a b` cannot be a parameter: a name is letters, digits and `_`, with single `-` inside, and starts with a letter or `_`',
    ]);
    const callback = { strategy: 'OnStep', url: 'https://acme.com' };
    const places = parameters('x=/flow/0/to,x=/callback/url');
    expect(told(json({ ...body(sms()), callback }), { parameters: places })).toEqual([
      'FO6016 error at "+306912345678": `x` cannot be a parameter: its places ask for values of different types',
    ]);
  });

  it('has a place of its own', () => {
    const request = json(body(sms()));
    const pointer = '/flow/0/message/body';
    expect(told(request, { parameters: parameters(`one=${pointer},one=${pointer},two=${pointer}`) })).toEqual([
      'FO6016 error at "Hi": `two` cannot be a parameter: this is `one` already',
    ]);
    const templateId = otpId.replace('0', '1');
    const equal = body(template({ templateId, templateParams: { pin: '8213', code: '8213' } }));
    expect(flowOf(equal, 'pin,code', { pin: '8213', code: '8213' })).toContain('flow hello(pin: text, code: text)');
  });

  it('is told of where its value stands in a longer text', () => {
    const request = json(body(template(), sms({ message: { body: 'Your code is 8213' } })));
    expect(told(request, { parameters: parameters('pin') })).toEqual([
      'FO6017 warning at "Your code is 8213": This text still says `8213`; write `{pin}` in its place if that is meant',
    ]);
  });
});
