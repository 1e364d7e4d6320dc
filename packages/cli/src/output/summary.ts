import type { Severity } from '@failover/compiler';
import type { Finding } from './finding.js';
import { listed } from './listed.js';

/** `2 errors and 1 warning` */
export function countFindings(findings: readonly Finding[]): string {
  const amountOf = (...severities: Severity[]) =>
    findings.filter(({ severity }) => severities.includes(severity)).length;
  const parts = [
    plural(amountOf('error'), 'error'),
    plural(amountOf('warning'), 'warning'),
    plural(amountOf('information', 'hint'), 'note'),
  ].filter((part) => !part.startsWith('0 '));
  return parts.length === 0 ? 'no problems' : listed(parts, 'and');
}

/** `1 file`, `2 files` */
export function plural(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
