import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { fc, runs } from '../../../../test/support/fast-check.js';
import standardSchema from '../../schemas/standard-request.schema.json' with { type: 'json' };
import transactionalSchema from '../../schemas/transactional-request.schema.json' with { type: 'json' };
import type { EndpointName } from '../../src/routee/channels.js';
import { requestProblems } from '../../src/routee/schemas.js';
import { changed, fullStandard, fullTransactional, placesOf } from './requests.js';

/** Made when first asked for, as `arbitraries.ts` is loaded: a run of other tests has no use for either. */
let validators: Readonly<Record<EndpointName, ValidateFunction>> | undefined;

function validatorOf(endpoint: EndpointName): ValidateFunction {
  validators ??= newValidators();
  return validators[endpoint];
}

function newValidators() {
  const ajv = new Ajv2020({ strictTypes: true });
  return { standard: ajv.compile(standardSchema), transactional: ajv.compile(transactionalSchema) };
}

/** What JSON Schema cannot say: decimal places, a value that depends on its index, a length in UTF-16 units. */
const beyondJsonSchema = /must be a multiple of|the place of the step|characters; at most/;

function expectAgreement(endpoint: EndpointName, request: unknown): void {
  const problems = requestProblems(endpoint, request);
  const validate = validatorOf(endpoint);
  const isValid = validate(request);
  if (problems.length === 0) expect(validate.errors ?? []).toEqual([]);
  if (isValid) expect(problems.filter(({ message }) => !beyondJsonSchema.test(message))).toEqual([]);
}

describe.each(['standard', 'transactional'] as const)('the published schema: %s', (endpoint) => {
  const full = endpoint === 'standard' ? fullStandard : fullTransactional;

  it('takes a request with every field', () => {
    expect(validatorOf(endpoint)(full)).toBe(true);
  });

  it('takes every request that has no problems', async () => {
    const { anyRequest } = await import('./arbitraries.js');
    fc.assert(
      fc.property(anyRequest(endpoint), (request) => {
        expect(requestProblems(endpoint, request)).toEqual([]);
        expect(validatorOf(endpoint)(request)).toBe(true);
      }),
      runs(500),
    );
  });

  it('agrees on any value in any place', async () => {
    const { anyRequest } = await import('./arbitraries.js');
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>(
        undefined,
        '',
        ' ',
        'x',
        '+306912345678',
        'https://a.b',
        'HTTP://A.B/C.MP3',
        'a@b',
        'en',
      ),
      fc.constantFrom(-1, 0, 0.4, 0.5, 1, 1.15, 200.1, 600, 601, 1440, 1441, 3599, 3600, 2_592_001, 2 ** 53, 1e300),
      fc.constantFrom(25, 26, 30, 31, 350, 351, 1000, 1001, 1600, 1601).map((length) => 'x'.repeat(length)),
    );
    const request = anyRequest(endpoint).chain((request) =>
      fc.tuple(fc.constant(request), fc.constantFrom(...placesOf(request))),
    );
    fc.assert(
      fc.property(request, value, fc.constantFrom('', '/unknown', '/__proto__'), ([request, at], value, more) => {
        const holder = changed(request, at, value);
        expectAgreement(endpoint, more === '' ? holder : changed(request, `${at}${more}`, value));
      }),
      runs(3_000),
    );
  });

  it('refuses the requests of the other endpoint', () => {
    expect(validatorOf(endpoint)(endpoint === 'standard' ? fullTransactional : fullStandard)).toBe(false);
  });
});

describe('the contents of a Viber message', () => {
  const contents = {
    text: 'x',
    imageUrl: 'https://a.b',
    action: { caption: 'Go', targetUrl: 'https://a.b' },
    viberFile: { fileName: 'a.pdf', fileType: 'pdf', fileUrl: 'https://a.b' },
    viberVideo: { videoUrl: 'https://a.b', videoThumbnail: 'https://a.b', fileSize: 1, duration: 1 },
  };

  it('stand together in both schemas or in neither', () => {
    const fields = Object.entries(contents);
    const taken = Array.from({ length: 2 ** fields.length }, (_, bits) => {
      const chosen = fields.filter((_, at) => bits & (1 << at));
      const request = changed(fullStandard, '/flow/0/message', Object.fromEntries(chosen));
      const isTaken = requestProblems('standard', request).length === 0;
      expect(validatorOf('standard')(request)).toBe(isTaken);
      return isTaken ? chosen.map(([field]) => field).join(' + ') : '';
    });
    expect(taken.filter((each) => each !== '')).toEqual([
      ...['text', 'imageUrl', 'text + imageUrl', 'text + action', 'imageUrl + action', 'text + imageUrl + action'],
      ...['viberFile', 'viberVideo', 'text + viberVideo', 'text + action + viberVideo'],
    ]);
  });
});
