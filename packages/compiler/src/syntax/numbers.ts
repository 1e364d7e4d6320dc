/** What a word that starts with a digit is. */

const unitSeconds: Readonly<Record<string, number>> = { d: 86_400, h: 3_600, m: 60, s: 1 };
const unitOrder = ['d', 'h', 'm', 's'];

export type NumberFault =
  | { readonly fault: 'not-a-number'; readonly suggestion?: string | undefined }
  | { readonly fault: 'unit-order'; readonly suggestion?: string | undefined }
  | { readonly fault: 'decimal-place' };

export type ScannedNumber =
  | { readonly kind: 'integer'; readonly value: number }
  | { readonly kind: 'duration'; readonly seconds: number }
  | { readonly kind: 'size'; readonly megabytes: number }
  | ({ readonly kind: 'bad' } & NumberFault);

const integer = /^-?\d+$/;
const size = /^\d+(?:\.\d+)?MB$/;
/** As most are. */
const plainDuration = /^\d{1,9}[dhms]$/;
const duration = /^(?:\d+(?:\.\d+)?[dhms])+$/;
const part = /(\d+(?:\.\d+)?)([dhms])/g;

export function scanNumber(image: string): ScannedNumber {
  const unit = unitSeconds[image.charAt(image.length - 1)];
  if (unit !== undefined && plainDuration.test(image)) {
    return { kind: 'duration', seconds: Number(image.slice(0, -1)) * unit };
  }
  if (integer.test(image)) return { kind: 'integer', value: Number(image) };
  if (duration.test(image)) return scanDuration(image);
  if (size.test(image)) return { kind: 'size', megabytes: Number(image.slice(0, -2)) };
  return { kind: 'bad', fault: 'not-a-number', suggestion: suggestNumber(image) };
}

function scanDuration(image: string): ScannedNumber {
  const parts = [...image.matchAll(part)].map(([, amount = '', unit = '']) => ({ amount, unit }));
  if (parts.slice(0, -1).some(({ amount }) => amount.includes('.'))) return { kind: 'bad', fault: 'decimal-place' };
  const places = parts.map(({ unit }) => unitOrder.indexOf(unit));
  if (places.some((place, index) => index > 0 && place <= (places[index - 1] ?? -1))) {
    const seconds = total(parts);
    return {
      kind: 'bad',
      fault: 'unit-order',
      suggestion: Number.isFinite(seconds) ? canonicalDuration(seconds) : undefined,
    };
  }
  return { kind: 'duration', seconds: total(parts) };
}

/** Sums in seconds. The last part may be a decimal fraction, whose binary noise is rounded away: 1.1m is 66s. */
function total(parts: readonly { amount: string; unit: string }[]): number {
  if (parts.length === 1 && parts[0]?.unit === 's') return Number(parts[0].amount);
  const seconds = parts.reduce((sum, { amount, unit }) => sum + Number(amount) * (unitSeconds[unit] ?? 0), 0);
  return Math.round(seconds * 1e9) / 1e9;
}

/**
 * The one way to write a duration: whole days, hours and minutes, and the seconds that remain.
 * A number of seconds too large or too fine for that is written in seconds. It must be finite.
 */
export function canonicalDuration(seconds: number): string {
  if (!Number.isInteger(seconds)) {
    const whole = Math.floor(seconds / 60) * 60;
    const rest = Math.round((seconds - whole) * 1e9) / 1e9;
    const text = `${whole === 0 ? '' : canonicalDuration(whole)}${decimal(rest)}s`;
    const scanned = scanDuration(text);
    return scanned.kind === 'duration' && scanned.seconds === seconds ? text : `${decimal(seconds)}s`;
  }
  let rest = seconds;
  let text = '';
  for (const unit of unitOrder) {
    const amount = Math.floor(rest / (unitSeconds[unit] ?? 1));
    if (amount > 0) text += decimal(amount) + unit;
    rest -= amount * (unitSeconds[unit] ?? 1);
  }
  return text || '0s';
}

/** A non-negative number in plain decimal digits, whatever its size: never `1e+21`, never `1e-7`. */
export function decimal(value: number): string {
  const text = String(value);
  const match = /^(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const digits = (match[1] ?? '') + (match[2] ?? '');
  const exponent = Number(match[3]);
  return exponent < 0 ? `0.${'0'.repeat(-exponent - 1)}${digits}` : digits.padEnd(exponent + 1, '0');
}

const foreignUnits: readonly (readonly [RegExp, string])[] = [
  [/^(?:ms|millis(?:econds?)?)$/i, ''],
  [/^(?:s|secs?|seconds?)$/i, 's'],
  [/^(?:m|mins?|minutes?)$/i, 'm'],
  [/^(?:h|hrs?|hours?)$/i, 'h'],
  [/^(?:d|days?)$/i, 'd'],
  [/^(?:mb|megabytes?|mib)$/i, 'MB'],
];

/** The unit that a foreign word means, such as `minutes` for `m`. */
export function unitFor(word: string): string | undefined {
  const unit = foreignUnits.find(([pattern]) => pattern.test(word))?.[1];
  return unit === '' ? undefined : unit;
}

function suggestNumber(image: string): string | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,9})?)([A-Za-z]{1,12})$/.exec(image);
  if (match === null) return undefined;
  const unit = unitFor(match[2] ?? '');
  if (unit !== undefined) return `${match[1]}${unit}`;
  if (/^w(?:eeks?)?$/i.test(match[2] ?? '')) return `${decimal(Number(match[1]) * 7)}d`;
  return undefined;
}
