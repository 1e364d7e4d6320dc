import { fc } from '../../../../test/support/fast-check.js';
import type { EndpointName } from '../../src/routee/channels.js';
import { anyRequest } from '../routee/arbitraries.js';
import { otpId, to, viberId } from './requests.js';

/** Few values, so that steps and requests have the same senders, recipients and templates. */
const few: Readonly<Record<string, readonly unknown[]>> = {
  to: [to, '+306912345679'],
  from: ['ACME', 'Acme', 'ttl', '302101234567'],
  senderInfoTrackingId: [viberId, 'sms', 'ACME'],
  templateId: [otpId, 'bed0942f-e07e-4879-834b-29cc4cf3ec35', '11111111-2222-3333-4444-555555555555'],
  templateLang: ['en', 'el', 'pt-BR'],
  templateParams: [
    { pin: '8213' },
    { pin: '1234', codeValidityTime: 5 },
    { codeValidityTime: 7, pin: '8213' },
    { name: '8213', lang: 'en', to },
    {},
  ],
};

/** Requests whose steps have much in common, as those of one team have. */
export function requestLikeOthers(endpoint: EndpointName): fc.Arbitrary<object> {
  const picks = fc.array(fc.nat({ max: 100 }), { minLength: 20, maxLength: 20 });
  return fc.tuple(anyRequest(endpoint), picks).map(([request, choices]) => {
    const choice = choices.values();
    const withFew = ([key, value]: [string, unknown]): [string, unknown] => {
      const values = typeof value === 'string' || key === 'templateParams' ? few[key] : undefined;
      return [key, values === undefined ? value : values[(choice.next().value ?? 0) % values.length]];
    };
    const { flow, ...rest } = request as { readonly flow: readonly object[] };
    return { flow: flow.map((step) => Object.fromEntries(Object.entries(step).map(withFew))), ...rest };
  });
}
