import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fc, patience, runs } from '../../../../test/support/fast-check.js';
import { pointerStep } from '../../src/emit/json.js';
import type { EndpointName } from '../../src/routee/channels.js';
import { anyRequest } from '../routee/arbitraries.js';
import { bodiesOf, imported, told } from './imported.js';
import { requestLikeOthers } from './like-others.js';
import { json, body as requestOf, sms, template } from './requests.js';

const payloads = path.resolve(import.meta.dirname, '../../../../test/payloads');

/** Half of a surrogate pair is in no UTF-8, and so in no file. */
const isSayable = (request: object) => JSON.stringify(request).search(/\\ud[89a-f]/i) === -1;

describe('a request that its endpoint takes comes back as it was', () => {
  it.each(['standard-sms-voice-viber', 'standard-viber-sms-onstep', 'transactional-viber-sms'])('%s', (name) => {
    const text = readFileSync(path.join(payloads, `${name}.json`), 'utf8');
    const result = imported(text);
    expect(result.diagnostics).toEqual([]);
    expect(bodiesOf(result.text ?? '')).toEqual([JSON.parse(text)]);
  });

  it.each<EndpointName>(['standard', 'transactional'])(
    'any on the %s endpoint',
    (endpoint) => {
      const request = anyRequest(endpoint).filter(isSayable);
      fc.assert(
        fc.property(request, fc.boolean(), (body, isTold) => {
          // Without a Viber step nothing in the request tells its endpoint.
          const result = imported(JSON.stringify(body), isTold ? { endpoint } : {});
          expect(result.diagnostics).toEqual([]);
          expect(bodiesOf(result.text ?? '')).toEqual([body]);
        }),
        runs(1500),
      );
    },
    patience,
  );

  it(
    'any characters',
    () => {
      const text = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({
          unit: fc.constantFrom('"', '\\', '{', '}', '\n', '\r', '\t', ' ', 'a', '\u2028', '\ufeff'),
          maxLength: 30,
        }),
      );
      const label = text.filter((some) => some.length <= 350);
      fc.assert(
        fc.property(text, label, text, (body, note, pin) => {
          const message = { body: `x${body}`, label: note };
          const id = '11111111-2222-3333-4444-555555555555';
          const request = requestOf(template({ templateId: id, templateParams: { pin } }), sms({ message }));
          const result = imported(json(request));
          expect(result.diagnostics).toEqual([]);
          expect(bodiesOf(result.text ?? '')).toEqual([request]);
        }),
        runs(500),
      );
    },
    patience,
  );

  it.each<EndpointName>(['standard', 'transactional'])(
    'several in a list (%s)',
    (endpoint) => {
      const request = fc.oneof(anyRequest(endpoint).filter(isSayable), requestLikeOthers(endpoint));
      fc.assert(
        fc.property(fc.array(request, { minLength: 1, maxLength: 4 }), (bodies) => {
          const { text, flows, diagnostics } = imported(JSON.stringify(bodies));
          expect(diagnostics).toEqual([]);
          expect(flows).toHaveLength(bodies.length);
          expect(bodiesOf(text ?? '')).toEqual(bodies);
        }),
        runs(300),
      );
    },
    patience,
  );

  it.each<EndpointName>(['standard', 'transactional'])(
    'with parameters for some of its values (%s)',
    (endpoint) => {
      let bound = 0;
      const request = fc.oneof(anyRequest(endpoint).filter(isSayable), requestLikeOthers(endpoint));
      fc.assert(
        fc.property(request, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (body, picks) => {
          const texts = textsIn(body);
          const places = [...new Set(picks.map((pick) => texts[pick % texts.length] ?? { at: '/flow', value: '' }))];
          const parameters = places.map(({ at }, index) => ({ name: `p${index}`, at }));
          const { text, diagnostics } = imported(json(body), { parameters });
          const errors = diagnostics.filter(({ severity }) => severity === 'error');
          expect(errors.filter(({ code }) => code !== 'FO6016')).toEqual([]);
          if (errors.length > 0) return;
          bound++;
          const values = places.map(({ value }, index) => [`p${index}`, value]);
          expect(bodiesOf(text ?? '', Object.fromEntries(values))).toEqual([body]);
        }),
        runs(500),
      );
      expect(bound).toBeGreaterThan(100);
    },
    patience,
  );
});

describe('a request that its endpoint does not take', () => {
  it.each<EndpointName>(['standard', 'transactional'])(
    'is never changed in silence (%s)',
    (endpoint) => {
      let refused = 0;
      fc.assert(
        fc.property(anyRequest(endpoint), fc.nat(), fc.json({ maxDepth: 3 }), (body, which, instead) => {
          const broken = JSON.parse(JSON.stringify(body));
          const places = placesIn(broken);
          places[which % places.length]?.(JSON.parse(instead));
          const text = JSON.stringify(broken);
          const result = imported(text);
          if (result.diagnostics.length === 0) expect(bodiesOf(result.text ?? '')).toEqual([JSON.parse(text)]);
          else refused++;
        }),
        runs(1500),
      );
      expect(refused).toBeGreaterThan(500);
    },
    patience,
  );
});

/** Each text in a request, with its JSON Pointer, but for blank ones: no parameter for a number takes them. */
function textsIn(value: unknown, at = ''): { at: string; value: string }[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ at, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, at + pointerStep(key)));
}

/** For each place of a value, what puts another value there. */
function placesIn(value: unknown): ((next: unknown) => void)[] {
  if (typeof value !== 'object' || value === null) return [];
  const owner = value as Record<string, unknown>;
  return Object.keys(owner).flatMap((key) => {
    const put = (next: unknown) => void Object.defineProperty(owner, key, { value: next, enumerable: true });
    return [put, ...placesIn(owner[key])];
  });
}

describe('the requests as the documentation prints them', () => {
  const published = (name: string) => readFileSync(path.join(payloads, 'as-published', `${name}.json`), 'utf8');
  const wrongNumber =
    'FO6006 error at "+3069xxxxxxxx": `to` is "+3069xxxxxxxx"; must be a number in E.164 form, such as "+306912345678"';

  it('tells their placeholders, and their two steps of order 2', () => {
    expect(told(published('standard-viber-sms-onstep'))).toEqual([wrongNumber, wrongNumber]);
    expect(told(published('standard-sms-voice-viber'))).toEqual([
      wrongNumber,
      wrongNumber,
      'FO6008 warning at 2: The step has the order `2`; in the flow it is step 3',
    ]);
    expect(told(published('transactional-viber-sms'))).toEqual([]);
  });

  it('has nothing to say once the placeholder is a parameter', () => {
    const text = published('standard-viber-sms-onstep');
    const result = imported(text, { parameters: [{ name: 'to' }] });
    expect(result.diagnostics).toEqual([]);
    const to = '+306912345678';
    expect(bodiesOf(result.text ?? '', { to })).toEqual([JSON.parse(text.replaceAll('+3069xxxxxxxx', to))]);
  });
});
