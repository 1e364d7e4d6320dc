import type { Channel } from '../routee/channels.js';

/**
 * What a status means, to follow "if" or "when", by its word: those that mean the same whatever the step is like. For how
 * long a step is tried, who tells of it knows.
 */
export const conditions = {
  viber: { failed: 'Viber refuses it', undelivered: 'the person cannot be reached on Viber' },
  sms: { failed: 'the network refuses it', undelivered: 'the network cannot deliver it' },
  voice: {
    busy: 'the line is busy',
    'no-answer': 'nobody picks up',
    failed: 'the call cannot be placed',
    unsent: 'the call is never placed',
    terminated: 'the call is cut off',
  },
} as const satisfies Readonly<Record<Channel, Readonly<Record<string, string>>>>;
