/** Request bodies with every field filled, for the tests beside this file. */
import type { StandardRequest, TransactionalRequest } from '../../src/routee/schemas.js';

export const fullStandard: StandardRequest = {
  flow: [
    {
      type: 'Viber',
      senderInfoTrackingId: '0094d198-4dd2-4fb5-b451-d46aca191b27',
      to: '+306912345678',
      inboundUrl: 'https://api.acme.com/inbound',
      ttl: 1.5,
      expireOnDelivery: true,
      message: {
        text: 'Hello',
        imageUrl: 'https://cdn.acme.com/a.png',
        action: { caption: 'Open', targetUrl: 'acme://open' },
      },
      label: 'spring',
      order: 1,
      failoverOnStatuses: ['EXPIRED', 'UNDELIVERED'],
    },
    {
      type: 'Sms',
      from: 'ACME 1',
      to: '+306912345678',
      ttl: 30,
      message: { body: 'Hello', flash: false, label: 'spring', transcode: true },
      urlShortener: { urlValidity: 3600 },
      order: 2,
      failoverOnStatuses: ['FAILED'],
    },
    {
      type: 'Voice',
      from: '302101234567',
      to: { phone: '+306912345678', viber: '', sip: '1111@example.com:55080' },
      dialPlan: {
        verbs: [
          { type: 'SAY', message: { text: 'Hello', language: 'en-US', gender: 'female' }, repeat: 2, bargeIn: true },
          { type: 'PLAY', fileURL: 'https://cdn.acme.com/a.wav', repeat: -1, bargeIn: false },
        ],
      },
      machineDetection: { strategy: 'Continue', eventUrl: 'https://api.acme.com/machine' },
      order: 3,
      failoverOnStatuses: ['Busy', 'NoAnswer', 'Failed', 'Unsent', 'Terminated', 'Completed'],
    },
  ],
  callback: { strategy: 'OnStep', url: 'https://api.acme.com/failover' },
};

const [, sms, voice] = fullStandard.flow;

export const fullTransactional: TransactionalRequest = {
  flow: [
    {
      type: 'Viber',
      senderInfoTrackingId: '0094d198-4dd2-4fb5-b451-d46aca191b27',
      to: '+306912345678',
      inboundUrl: 'https://api.acme.com/inbound',
      templateId: '0AAC888F-2ee2-4112-9659-1755a951966a',
      templateLang: 'en',
      templateParams: { pin: '8213', minutes: 5 },
      deliveryScope: 'ALL_DEVICES',
      seq: 7,
      ttl: 10,
      order: 1,
      failoverOnStatuses: ['EXPIRED', 'FAILED', 'UNDELIVERED'],
    },
    ...[sms, voice].filter((step) => step !== undefined && step.type !== 'Viber'),
  ],
};

/** A copy of `request` with another value at a place such as `/flow/0/to`, or without the place for `undefined`. */
export function changed(request: unknown, at: string, value?: unknown): unknown {
  const [key, ...rest] = at.split('/').slice(1);
  if (key === undefined) return value;
  if (typeof request !== 'object' || request === null) return request;
  const inner = rest.length === 0 ? value : changed(ownValue(request, key), `/${rest.join('/')}`, value);
  if (Array.isArray(request)) return request.map((item, index) => (String(index) === key ? inner : item));
  // A copy by entries, since assigning `__proto__` would set the prototype.
  const entries = Object.entries(request).filter(([each]) => each !== key || inner !== undefined);
  const isNew = !Object.hasOwn(request, key) && inner !== undefined;
  const all = entries.map(([each, old]): [string, unknown] => [each, each === key ? inner : old]);
  return Object.fromEntries(isNew ? [...all, [key, inner]] : all);
}

/** Every place in a value, itself included. */
export function placesOf(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.keys(value).flatMap((key) => placesOf(ownValue(value, key), `${at}/${key}`))];
}

function ownValue(holder: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value;
}
