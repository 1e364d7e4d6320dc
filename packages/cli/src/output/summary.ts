import { count, type Severity } from '@failover/compiler';
import type { Finding } from './finding.js';
import { listed } from './listed.js';

/** `2 errors and 1 warning` */
export function countFindings(findings: readonly Finding[]): string {
  const amountOf = (...severities: Severity[]) =>
    findings.filter(({ severity }) => severities.includes(severity)).length;
  const parts = [
    count(amountOf('error'), 'error'),
    count(amountOf('warning'), 'warning'),
    count(amountOf('information', 'hint'), 'note'),
  ].filter((part) => !part.startsWith('0 '));
  return parts.length === 0 ? 'no problems' : listed(parts, 'and');
}
