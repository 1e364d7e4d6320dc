import { describe, expect, it } from 'vitest';
import publishedCalls from '../../../../test/payloads/as-published/standard-sms-voice-viber.json' with { type: 'json' };
import publishedOnStep from '../../../../test/payloads/as-published/standard-viber-sms-onstep.json' with {
  type: 'json',
};
import publishedTemplate from '../../../../test/payloads/as-published/transactional-viber-sms.json' with {
  type: 'json',
};
import webhook from '../../../../test/payloads/callback.json' with { type: 'json' };
import calls from '../../../../test/payloads/standard-sms-voice-viber.json' with { type: 'json' };
import onStep from '../../../../test/payloads/standard-viber-sms-onstep.json' with { type: 'json' };
import template from '../../../../test/payloads/transactional-viber-sms.json' with { type: 'json' };
import { endpoints } from '../../src/routee/endpoints.js';
import { requestProblems, requestSchemas } from '../../src/routee/schemas.js';
import { changed, fullStandard, fullTransactional } from './requests.js';

const e164 = 'must be a number in E.164 form, such as "+306912345678"';
const text = (length: number) => 'x'.repeat(length);

describe("the documentation's own requests", () => {
  it('pass when completed', () => {
    expect(requestProblems('standard', calls)).toEqual([]);
    expect(requestProblems('standard', onStep)).toEqual([]);
    expect(requestProblems('transactional', template)).toEqual([]);
  });

  it('fail as published, where they hold placeholders', () => {
    expect(requestProblems('standard', publishedCalls)).toEqual([
      { at: '/flow/0/to', message: `is "+3069xxxxxxxx"; ${e164}` },
      { at: '/flow/2/to', message: `is "+3069xxxxxxxx"; ${e164}` },
      { at: '/flow/2/order', message: 'is 2; must be 3, the place of the step in the flow' },
    ]);
    expect(requestProblems('standard', publishedOnStep)).toEqual([
      { at: '/flow/0/to', message: `is "+3069xxxxxxxx"; ${e164}` },
      { at: '/flow/1/to', message: `is "+3069xxxxxxxx"; ${e164}` },
    ]);
    expect(requestProblems('transactional', publishedTemplate)).toEqual([]);
  });

  it('are not taken for what a webhook sends', () => {
    expect(requestProblems('standard', webhook)[0]).toEqual({ at: '/flow', message: 'is missing; must be a list' });
  });
});

describe('a request with every field', () => {
  it('passes', () => {
    expect(requestProblems('standard', fullStandard)).toEqual([]);
    expect(requestProblems('transactional', fullTransactional)).toEqual([]);
  });

  it.each(['standard', 'transactional'] as const)('has the fields that the endpoint table lists: %s', (endpoint) => {
    const steps = requestSchemas[endpoint]._zod.def.shape.flow._zod.def.element._zod.def.options;
    const keys = steps.map((step) => Object.keys(step._zod.def.shape).toSorted());
    const { viber, sms, voice } = endpoints[endpoint].keys;
    expect(keys).toEqual([viber, sms, voice].map((channel) => [...channel].sort()));
  });
});

describe('statuses', () => {
  it('are in the spelling of the API, those of the channel, and each stands once', () => {
    const statuses = ['EXPIRED', 'expired', 'Busy', 'EXPIRED'];
    expect(requestProblems('standard', changed(fullStandard, '/flow/0/failoverOnStatuses', statuses))).toEqual([
      {
        at: '/flow/0/failoverOnStatuses/1',
        message: 'is "expired"; must be one of "EXPIRED", "FAILED", "UNDELIVERED"',
      },
      { at: '/flow/0/failoverOnStatuses/2', message: 'is "Busy"; must be one of "EXPIRED", "FAILED", "UNDELIVERED"' },
      { at: '/flow/0/failoverOnStatuses/3', message: 'is "EXPIRED" again; each may stand once' },
    ]);
  });
});

describe('the flow', () => {
  it('has a step', () => {
    expect(requestProblems('standard', { flow: [] })).toEqual([{ at: '/flow', message: 'has 0 items; at least 1' }]);
  });

  it('counts its steps from 1, whatever else is wrong with them', () => {
    const request = {
      flow: [{ ...fullStandard.flow[1], to: undefined, order: 0 }, null, { ...fullStandard.flow[2], order: 2 }],
    };
    expect(requestProblems('standard', request)).toEqual([
      { at: '/flow/0/to', message: 'is missing; must be a text' },
      { at: '/flow/1', message: 'is null; must be an object' },
      { at: '/flow/0/order', message: 'is 0; must be 1, the place of the step in the flow' },
      { at: '/flow/2/order', message: 'is 2; must be 3, the place of the step in the flow' },
    ]);
  });

  it('tells the faults of the step that was meant', () => {
    expect(requestProblems('standard', { flow: [{ type: 'Sms', order: 1 }, { type: 'viber' }, {}] })).toEqual([
      { at: '/flow/0/from', message: 'is missing; must be a text' },
      { at: '/flow/0/to', message: 'is missing; must be a text' },
      { at: '/flow/0/message', message: 'is missing; must be an object' },
      { at: '/flow/1/type', message: 'is "viber"; must be one of "Viber", "Sms", "Voice"' },
      { at: '/flow/2/type', message: 'is missing; must be one of "Viber", "Sms", "Voice"' },
    ]);
  });

  it('holds no step of the other endpoint', () => {
    expect(requestProblems('standard', fullTransactional)).toEqual([
      { at: '/flow/0', message: 'has templateId, which only the transactional endpoint takes' },
    ]);
    const free = changed(fullStandard, '/flow/0/to', '1');
    expect(requestProblems('transactional', free)).toEqual([
      { at: '/flow/0/to', message: `is "1"; ${e164}` },
      { at: '/flow/0', message: 'has message, which only the standard endpoint takes' },
    ]);
    const both = changed(fullStandard, '/flow/0/templateId', '0aac888f-2ee2-4112-9659-1755a951966a');
    expect(requestProblems('standard', both).map((problem) => problem.at)).toEqual(['/flow/0/templateId']);
  });
});

describe('keys', () => {
  it('that no table has are refused, each at its own place', () => {
    const request = changed(changed(changed(fullStandard, '/callback/a~b', 1), '/callback/c', 1), '/restrictions', {});
    expect(requestProblems('standard', request)).toEqual([
      { at: '/callback/a~0b', message: 'is not a field here; the fields are strategy, url' },
      { at: '/callback/c', message: 'is not a field here; the fields are strategy, url' },
      { at: '/restrictions', message: 'is not a field here; the fields are flow, callback' },
    ]);
  });

  it('of template parameters are names', () => {
    const params = { pin: '1', κωδικός: 'α', 'customer-name': 2, _x: '', '1x': '', 'a/b': '', 'a-': '', '': '' };
    const problems = requestProblems('transactional', changed(fullTransactional, '/flow/0/templateParams', params));
    const refused = ['1x', 'a~1b', 'a-', ''];
    expect(problems.map((problem) => problem.at)).toEqual(refused.map((key) => `/flow/0/templateParams/${key}`));
    expect(problems[0]?.message).toMatch(/^is "1x"; must be a name: /);
  });

  it('named __proto__ do no harm', () => {
    const evil: unknown = JSON.parse(
      '{ "__proto__": { "isAdmin": true }, "flow": [{ "__proto__": { "type": "Sms" } }] }',
    );
    expect(requestProblems('standard', evil)).toContainEqual({
      at: '/__proto__',
      message: 'is not a field here; the fields are flow, callback',
    });
    const params = (json: string) => changed(fullTransactional, '/flow/0/templateParams', JSON.parse(json));
    expect(requestProblems('transactional', params('{ "__proto__": "a" }'))).toEqual([]);
    expect(requestProblems('transactional', params('{ "__proto__": { "isAdmin": true } }'))).toEqual([
      { at: '/flow/0/templateParams/__proto__', message: 'is an object; must be a text or a whole number' },
    ]);
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  });
});

function nested(depth: number, make: (inner: unknown) => unknown): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = make(value);
  return value;
}

describe('a value from anywhere', () => {
  const lists = nested(10_000, (inner) => [inner]);
  const objects = nested(10_000, (inner) => ({ flow: inner, message: inner }));
  const circle: { flow: unknown[] } = { flow: [] };
  circle.flow.push(circle);
  const values: unknown[] = [
    ...[undefined, null, 0, -0, Number.NaN, Number.POSITIVE_INFINITY, 10n, '', 'x', true, Symbol('x'), () => 1],
    ...[[], [[]], {}, new Map(), new Date(0), /x/, Object.create(null), { flow: { length: 1 } }, Array(3)],
    ...[lists, objects, circle, { flow: [lists, objects] }, { flow: Array(1000).fill(null) }],
    {
      get flow() {
        throw new Error('no');
      },
    },
  ];

  it.each(['standard', 'transactional'] as const)('is refused without a throw: %s', (endpoint) => {
    for (const value of values) expect(requestProblems(endpoint, value)).not.toEqual([]);
  });

  it('is refused for what it is', () => {
    expect(requestProblems('standard', { flow: ['x'] })).toEqual([
      { at: '/flow/0', message: 'is "x"; must be an object' },
    ]);
    expect(requestProblems('standard', values.at(-1))).toEqual([{ at: '', message: 'cannot be read: no' }]);
  });

  it('is refused in any place', () => {
    for (const value of values) {
      for (const key of ['type', 'to', 'ttl', 'message', 'dialPlan', 'order', 'failoverOnStatuses', 'templateParams']) {
        for (const step of [...fullStandard.flow, ...fullTransactional.flow]) {
          const request = { flow: [{ ...step, [key]: value }] };
          for (const endpoint of ['standard', 'transactional'] as const) {
            expect(() => requestProblems(endpoint, request)).not.toThrow();
          }
        }
      }
    }
  });

  it('is shown short', () => {
    const [problem] = requestProblems('standard', changed(fullStandard, '/flow/0/to', text(1_000_000)));
    expect(problem?.message).toBe(`is "${text(60)}…"; ${e164}`);
  });

  it('is refused with more faults than a call takes arguments', () => {
    expect(requestProblems('standard', { flow: Array(200_000).fill(null) })).not.toEqual([]);
  });
});

describe('a value of the wrong kind', () => {
  const problemsOf = (at: string, value: unknown) => requestProblems('standard', changed(fullStandard, at, value));

  it.each([null, 5, [], 'x'])('is one problem, whatever is asked of its fields: %j', (value) => {
    expect(problemsOf('/flow/2/to', value).map(({ at }) => at)).toEqual(['/flow/2/to']);
    expect(problemsOf('/flow/0/message', value).map(({ at }) => at)).toEqual(['/flow/0/message']);
    expect(problemsOf('/flow', value).length).toBe(1);
  });

  it('is told where a text should stand, and not that it is blank or stands twice', () => {
    expect(problemsOf('/flow/2/to', { phone: 5 })).toEqual([
      { at: '/flow/2/to/phone', message: 'is 5; must be a text' },
    ]);
    expect(problemsOf('/flow/1/failoverOnStatuses', [5, 5]).map(({ message }) => message)).toEqual([
      expect.not.stringContaining('again'),
      expect.not.stringContaining('again'),
    ]);
  });
});
