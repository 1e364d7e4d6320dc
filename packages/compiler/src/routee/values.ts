/** Small tests of single values, for the request schemas and the compiler's rules alike. */
import { forms, limits, type ViberContent, viberCombinations } from './limits.js';

/** At least one character that is not white space. */
export const nonBlank = /\S/;

export function isBlank(text: string): boolean {
  return !nonBlank.test(text);
}

const ttlDecimals = String(limits.viber.ttl.step).split('.')[1]?.length ?? 0;

/**
 * Whether a Viber ttl, in minutes, has no more decimal places than the API takes. It says nothing about the range.
 * The decimal notation decides: 1.1 passes, 0.30000000000000004 (0.1 × 3) does not.
 * Source: reference/send-a-failover-message.
 */
export function isViberTtlRepresentable(minutes: number): boolean {
  return Number(minutes.toFixed(ttlDecimals)) === minutes;
}

/** The sender of an SMS: either of its two forms, and not blank. Source: reference/send-a-failover-message. */
export const smsSenderForm = new RegExp(
  `^(?=\\s*\\S)(?:${forms.smsSenderText.source}|${forms.smsSenderNumber.source})`,
);

export function isSmsSender(text: string): boolean {
  return smsSenderForm.test(text);
}

/** The field of a Viber `message` that carries each content. Source: reference/send-a-failover-message. */
export const viberContentFields = {
  text: 'text',
  image: 'imageUrl',
  button: 'action',
  file: 'viberFile',
  video: 'viberVideo',
} as const satisfies Record<ViberContent, string>;

/**
 * What the documentation says of these contents in one message; their order does not count.
 * Source: docs/other-viber-messaging-concept.
 */
export function viberCombination(contents: Iterable<ViberContent>): 'allowed' | 'disputed' | 'refused' {
  const given = new Set(contents);
  const isGiven = (combination: readonly ViberContent[]) =>
    combination.length === given.size && combination.every((content) => given.has(content));
  if (viberCombinations.allowed.some(isGiven)) return 'allowed';
  return viberCombinations.disputed.some(isGiven) ? 'disputed' : 'refused';
}

/** The ending of a file name in small letters: `pdf` of `Terms.PDF`. Nothing where there is none. */
export function fileEnding(name: string): string | undefined {
  return /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase();
}
