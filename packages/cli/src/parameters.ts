import type { Parameter } from '@failover/compiler/import';
import { Fault } from './fault.js';

/**
 * Reads what `--parametrize` takes: `to,pin=/flow/0/templateParams/pin`.
 * @throws Fault for an empty name
 */
export function readParameters(text: string, before: readonly Parameter[] = []): readonly Parameter[] {
  const read = text.split(',').map((one) => {
    const equals = one.indexOf('=');
    const name = equals === -1 ? one : one.slice(0, equals);
    if (name === '') throw new Fault(`\`--parametrize ${text}\` has an empty name`);
    return equals === -1 ? { name } : { name, at: one.slice(equals + 1) };
  });
  return [...before, ...read];
}
