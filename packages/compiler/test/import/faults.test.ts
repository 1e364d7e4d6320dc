import { describe, expect, it } from 'vitest';
import { imported, told } from './imported.js';
import { body, json, sms, template, viber, voice } from './requests.js';

/** A request of one SMS with more in its step, and more beside it. */
function smsWith(step: string, more = ''): string {
  return `${json(body(sms())).slice(0, -3)}${step}}]${more}}`;
}

const fields = 'type, from, to, ttl, message, urlShortener, order, failoverOnStatuses';

describe('what is no request', () => {
  it.each([
    ['12', '12', 'a number'],
    ['null', 'null', 'null'],
    ['"flow"', '"flow"', 'a text'],
    ['[]', '[]', 'an empty list'],
    ['[[]]', '[]', 'an empty list'],
    ['{}', '{}', 'an object without `flow`'],
    ['{"flow": []}', '[]', 'one whose `flow` is an empty list'],
    ['{"flow": {}}', '{}', 'one whose `flow` is an empty object'],
    ['{"flow": null}', 'null', 'one whose `flow` is null'],
  ])('%s', (text, place, found) => {
    expect(told(text)).toEqual([
      `FO6002 error at ${place}: A request body is an object with a list of steps in \`flow\`; this is ${found}`,
    ]);
  });

  it('has no step that can be said', () => {
    expect(told('{"flow": [{"type": "ViberOtp", "order": 1}]}')).toEqual([
      'FO6004 error at "ViberOtp": `flow[0]` is left out: its `type` is "ViberOtp"; must be one of "Viber", "Sms", "Voice"',
    ]);
    expect(imported('{"flow": [1]}').text).toBeUndefined();
  });
});

it('imports the others of a list in which something is no request', () => {
  const text = `[null, ${json(body(sms()))}, {"flow": []}]`;
  expect(told(text).map((one) => one.slice(0, 6))).toEqual(['FO6002', 'FO6002']);
  expect(imported(text).flows).toEqual(['hello']);
});

describe('what cannot be trusted', () => {
  it('keys that stand twice: the last counts', () => {
    const text = smsWith(',"ttl":5,"ttl":6');
    expect(told(text)).toEqual(['FO6003 error at "ttl": `ttl` stands twice in one object; the last one is taken']);
    expect(imported(text).text).toContain('ttl 6m');
  });

  it('numbers beyond double precision', () => {
    expect(told(smsWith(',"ttl":10.00000000000000000001'))).toEqual([
      'FO6010 error at 10.00000000000000000001: `10.00000000000000000001` is read as `10`',
    ]);
    expect(told(json(body(sms())).replace('"order":1', '"order":1e999'))).toEqual([
      'FO6010 error at 1e999: `1e999` is read as `Infinity`',
      'FO6008 warning at 1e999: The step has the order `Infinity`; in the flow it is step 1',
    ]);
    expect(told(smsWith(',"ttl":1e999'))).toEqual(['FO6010 error at 1e999: `1e999` is read as `Infinity`']);
    for (const ttl of ['10', '1e1', '10.0', '100E-1', '10.000']) expect(told(smsWith(`,"ttl":${ttl}`))).toEqual([]);
    const seq = json(body(template({ seq: 0 })));
    expect(told(seq.replace('"seq":0', '"seq":9007199254740993'))[0]).toBe(
      'FO6010 error at 9007199254740993: `9007199254740993` is read as `9007199254740992`',
    );
    expect(told(seq.replace('"seq":0', '"seq":-0'))).toEqual([]);
  });

  it('halves of surrogate pairs, in texts and keys', () => {
    expect(told(json(body(sms())).replace('Hi', '\\ud83d'))).toEqual([
      'FO6011 error at "\\ud83d": This text has half of a surrogate pair; `\ufffd` takes its place',
    ]);
    expect(told(smsWith(',"\\udc00":1')).map((one) => one.slice(0, 6))).toEqual(['FO6011', 'FO6004']);
  });
});

describe('what is left out', () => {
  it.each([
    [',"foo":[1]', '[1]', `\`foo\` is left out: it is not a field here; the fields are ${fields}`],
    [',"__proto__":1', '1', `\`__proto__\` is left out: it is not a field here; the fields are ${fields}`],
    [',"ttl":null', 'null', '`ttl` is left out: it is null; must be a number'],
    [',"ttl":"10"', '"10"', '`ttl` is left out: it is "10"; must be a number'],
    [',"ttl":-1', '-1', '`ttl` is left out: it is -1; must be a whole number from 1 to 1,440'],
    [',"urlShortener":[]', '[]', '`urlShortener` is left out: it is a list; must be an object'],
    [
      ',"failoverOnStatuses":["EXPIRED"]',
      '"EXPIRED"',
      '`failoverOnStatuses[0]` is left out: it is "EXPIRED"; must be one of "FAILED", "UNDELIVERED"',
    ],
  ])('of a step: %s', (step, place, message) => {
    expect(told(smsWith(step))).toEqual([`FO6004 error at ${place}: ${message}`]);
    expect(imported(smsWith(step)).text).toContain('  sms "Hi" to "+306912345678" from "ACME"\n');
  });

  it.each([
    [',"restrictions":{"a":"b"}', '{"a":"b"}', '`restrictions` is left out: the language does not have it'],
    [',"__proto__":[]', '[]', '`__proto__` is left out: it is not a field here; the fields are flow, callback'],
  ])('of the request: %s', (more, place, message) => {
    expect(told(smsWith('', more))).toEqual([`FO6004 error at ${place}: ${message}`]);
  });

  it('with what says nothing without it', () => {
    const callback = ',"callback":{"strategy":"Never","url":"https://acme.com"}';
    expect(told(smsWith('', callback))).toEqual([
      'FO6004 error at "Never": `strategy` is left out: it is "Never"; must be one of "OnCompletion", "OnStep"',
      'FO6004 error at "https://acme.com": `url` is left out: it says nothing without what is wrong or missing beside it',
    ]);
  });

  it('as a whole step', () => {
    expect(told(json(body(sms(), voice({ dialPlan: {} }))))).toEqual([
      'FO6004 error at {: `flow[1]` is left out: its `verbs` is missing; must be a list',
    ]);
  });
});

describe('what the endpoint refuses', () => {
  it('stays in the flow', () => {
    const text = json(body(sms({ to: '+3069', ttl: 1.5 }), viber({ message: { imageUrl: 'http://acme.com/a.png' } })));
    expect(told(text)).toEqual([
      'FO6006 error at "+3069": `to` is "+3069"; must be a number in E.164 form, such as "+306912345678"',
      'FO6006 error at 1.5: `ttl` is 1.5; must be a whole number from 1 to 1,440',
      'FO6006 error at "http://acme.com/a.png": `imageUrl` is "http://acme.com/a.png"; must be an https address',
    ]);
    expect(imported(text).text).toContain('sms "Hi" to "+3069" ttl 1m30s');
  });

  it('is a text that only sounds like a number', () => {
    expect(told(json(body(sms({ to: 'Infinity' }))))).toEqual([
      'FO6006 error at "Infinity": `to` is "Infinity"; must be a number in E.164 form, such as "+306912345678"',
    ]);
  });

  it('is missing', () => {
    expect(told('{"flow": [{"type": "Sms", "order": 1, "to": "+306912345678", "message": {"body": "Hi"}}]}')).toEqual([
      'FO6005 error at {: `from` is missing; must be a text',
    ]);
  });

  it('is for the other endpoint: said once a step', () => {
    expect(told(json(body(template(), viber())))).toEqual([
      'FO6006 error at {: `flow[1]` has message, which only the standard endpoint takes',
    ]);
    expect(told(json(body(template())), { endpoint: 'standard' })).toEqual([
      'FO6006 error at {: `flow[0]` has templateId, which only the transactional endpoint takes',
    ]);
  });

  it('is a matter of the compiler: the rule and its words', () => {
    expect(told(json(body(template({ templateParams: { pin: '1' } }))))).toEqual([
      'FO6007 error at "1": The flow has an error here, FO3046: `pin` has 4 to 10 characters, not 1 character',
    ]);
    const both = body(template({ templateParams: { pin: '1' }, to: 'x' }), sms());
    expect(told(json(both)).map((one) => one.slice(0, 6))).toEqual(['FO6006', 'FO6007']);
  });
});

describe('what is put in the documentation’s words', () => {
  it('types, statuses, strategies and keys in another case', () => {
    const call = { type: 'VOICE', from: '302101234567', to: { phone: '+306912345678' } };
    const dialplan = { verbs: [{ type: 'say', message: { text: 'Hi', language: 'en-US', gender: 'Male' } }] };
    const request = {
      ...body(sms({ type: 'sms', failoverOnStatuses: ['failed'] }), { ...call, dialplan }),
      callback: { strategy: 'onstep', url: 'https://acme.com' },
    };
    const spelt = (found: string, meant: string) =>
      `FO6009 warning at "${found}": \`${found}\` is written \`${meant}\``;
    expect(told(json(request))).toEqual([
      spelt('sms', 'Sms'),
      spelt('failed', 'FAILED'),
      spelt('VOICE', 'Voice'),
      spelt('dialplan', 'dialPlan'),
      spelt('say', 'SAY'),
      spelt('Male', 'male'),
      spelt('onstep', 'OnStep'),
    ]);
  });

  it('steps in the order of their numbers', () => {
    const text = json(body(sms({ order: 2, message: { body: 'Two' } }), sms({ order: 1, message: { body: 'One' } })));
    expect(told(text)).toEqual([
      'FO6008 warning at 2: The step is number 1 of the list and has the order `2`; in the flow it is step 2',
      'FO6008 warning at 1: The step is number 2 of the list and has the order `1`; in the flow it is step 1',
    ]);
    expect(imported(text).text).toContain('  sms "One"\n  then sms "Two"\n');
    expect(told(json(body(sms({ order: '1' }), sms({ order: undefined }))))).toEqual([
      'FO6008 warning at "1": The step has the order `"1"`; in the flow it is step 1',
      'FO6008 warning at {: The step has no `order`; in the flow it is step 2',
    ]);
  });
});
