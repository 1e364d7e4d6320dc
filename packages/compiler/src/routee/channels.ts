/** The channels of a flow, and the statuses that move it on. Source: reference/send-a-failover-message. */

export type Channel = 'viber' | 'sms' | 'voice';
export type EndpointName = 'standard' | 'transactional';

export const channels: readonly Channel[] = ['viber', 'sms', 'voice'];

/** The value of a step's `type`. */
export const channelTypes = { viber: 'Viber', sms: 'Sms', voice: 'Voice' } as const;

export interface StatusRule {
  /** As the language writes it. */
  readonly word: string;
  /** As the API writes it. */
  readonly api: string;
  /** What it tells, in a sentence. */
  readonly meaning: string;
}

/** The statuses of each channel that may stand in `failoverOnStatuses`, in the order of the documentation. */
export const statuses: Readonly<Record<Channel, readonly StatusRule[]>> = {
  viber: [
    { word: 'expired', api: 'EXPIRED', meaning: 'The ttl passed before the message was delivered.' },
    { word: 'failed', api: 'FAILED', meaning: 'Viber refused the message.' },
    { word: 'undelivered', api: 'UNDELIVERED', meaning: 'The person cannot be reached on Viber.' },
  ],
  sms: [
    { word: 'failed', api: 'FAILED', meaning: 'The network refused the message.' },
    { word: 'undelivered', api: 'UNDELIVERED', meaning: 'The network could not deliver the message within its ttl.' },
  ],
  voice: [
    { word: 'busy', api: 'Busy', meaning: 'The line was busy.' },
    { word: 'no-answer', api: 'NoAnswer', meaning: 'Nobody picked up.' },
    { word: 'failed', api: 'Failed', meaning: 'The call could not be placed.' },
    { word: 'unsent', api: 'Unsent', meaning: 'The call was never placed.' },
    { word: 'terminated', api: 'Terminated', meaning: 'The call was cut off.' },
    { word: 'completed', api: 'Completed', meaning: 'The call was answered and ended normally.' },
  ],
};

/** What the API takes when a step has no `failoverOnStatuses`. */
export const defaultStatuses: Readonly<Record<Channel, readonly string[]>> = {
  viber: ['EXPIRED', 'FAILED', 'UNDELIVERED'],
  sms: ['FAILED', 'UNDELIVERED'],
  voice: ['Busy', 'NoAnswer'],
};

export const callbackStrategies = { completion: 'OnCompletion', step: 'OnStep' } as const;
export type CallbackMoment = keyof typeof callbackStrategies;

export const deliveryScopes = { primary: 'PRIMARY_DEVICE', all: 'ALL_DEVICES' } as const;
export type Devices = keyof typeof deliveryScopes;
