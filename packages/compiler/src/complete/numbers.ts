import { limits } from '../routee/limits.js';
import { scanNumber } from '../syntax/numbers.js';
import type { Candidate } from './candidate.js';

/** Durations and sizes within their limits: usual ones, and the units of a number that is being typed. */

type Role = 'viber' | 'sms' | 'video' | 'links';

/** In seconds. */
const ranges: Readonly<Record<Role, { readonly min: number; readonly max: number; readonly step: number }>> = {
  viber: {
    min: limits.viber.ttl.min * 60,
    max: limits.viber.ttl.max * 60,
    step: Math.round(limits.viber.ttl.step * 60),
  },
  sms: { min: limits.sms.ttl.min * 60, max: limits.sms.ttl.max * 60, step: 60 },
  video: { min: 1, max: limits.viber.videoDuration.max, step: 1 },
  links: { ...limits.sms.urlValidity, min: limits.sms.urlValidity.min, step: 1 },
};

const usual: Readonly<Record<Role, readonly string[]>> = {
  viber: ['1m', '5m', '10m', '30s', '2m', '30m', '1h', '12h', '1d'],
  sms: ['1m', '5m', '10m', '30s', '2m', '30m', '1h', '12h', '1d'],
  video: ['30s', '10s', '1m', '5m'],
  links: ['7d', '1d', '30d', '12h', '1h'],
};

/** @param typed the number that is there so far */
export function durationCandidates(role: Role, typed: string): Candidate[] {
  const units = /^\d+$/.test(typed) ? ['m', 'h', 's', 'd'].map((unit) => typed + unit) : [];
  const fitting = [...new Set([...units, ...usual[role]])].filter((one) => isWithin(one, role));
  return fitting.map((label) => ({ kind: 'value', label, insert: [label], rank: units.includes(label) ? 0 : 1 }));
}

function isWithin(duration: string, role: Role): boolean {
  const scanned = scanNumber(duration);
  const { min, max, step } = ranges[role];
  return (
    scanned.kind === 'duration' && scanned.seconds >= min && scanned.seconds <= max && scanned.seconds % step === 0
  );
}

const usualSizes = ['1MB', '5MB', '10MB', '50MB', '100MB', '200MB'];

export function sizeCandidates(typed: string): Candidate[] {
  const own = /^\d+(?:\.\d+)?$/.test(typed) ? [`${typed}MB`] : [];
  return [...new Set([...own, ...usualSizes])]
    .filter((one) => {
      const scanned = scanNumber(one);
      return scanned.kind === 'size' && scanned.megabytes > 0 && scanned.megabytes <= limits.viber.videoSize.max;
    })
    .map((label) => ({ kind: 'value', label, insert: [label], rank: own.includes(label) ? 0 : 1 }));
}
