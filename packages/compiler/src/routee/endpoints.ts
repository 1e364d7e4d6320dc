import type { Channel, EndpointName } from './channels.js';

/** Where a flow is sent. Source: docs/failover-endpoints. */
export interface Endpoint {
  readonly name: EndpointName;
  readonly method: 'POST';
  readonly path: string;
  /** The keys of each step, in the order of the documentation's own examples. They differ between the two. */
  readonly keys: Readonly<Record<Channel, readonly string[]>>;
}

/** Where the API is; the paths of the endpoints go on from here. */
export const baseUrl = 'https://connect.routee.net';

const voiceKeys = ['type', 'from', 'to', 'dialPlan', 'machineDetection', 'order', 'failoverOnStatuses'] as const;

/** The two endpoints, by the names that flows have for them. */
export const endpoints: Readonly<Record<EndpointName, Endpoint>> = {
  standard: {
    name: 'standard',
    method: 'POST',
    path: '/failover',
    keys: {
      viber: [
        'type',
        'senderInfoTrackingId',
        'to',
        'inboundUrl',
        'ttl',
        'expireOnDelivery',
        'message',
        'label',
        'order',
        'failoverOnStatuses',
      ],
      sms: ['type', 'from', 'to', 'ttl', 'message', 'urlShortener', 'order', 'failoverOnStatuses'],
      voice: voiceKeys,
    },
  },
  transactional: {
    name: 'transactional',
    method: 'POST',
    path: '/failover/transactional',
    keys: {
      viber: [
        'type',
        'senderInfoTrackingId',
        'to',
        'inboundUrl',
        'templateId',
        'templateLang',
        'templateParams',
        'deliveryScope',
        'seq',
        'ttl',
        'order',
        'failoverOnStatuses',
      ],
      sms: ['type', 'from', 'to', 'message', 'urlShortener', 'ttl', 'order', 'failoverOnStatuses'],
      voice: voiceKeys,
    },
  },
};
