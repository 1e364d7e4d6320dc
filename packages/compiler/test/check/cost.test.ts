import { expect, test } from 'vitest';
import { leastRatio } from '../../../../test/support/least-ratio.js';
import { acme, programOf, uriOf } from './check.js';

const uri = uriOf('main.failover');

const steps: Readonly<Record<string, (count: number) => string>> = {
  buttons: (count) => `viber "x" ${'button "a" "https://acme.com" '.repeat(count)}`,
  images: (count) => `viber "x" ${'image "https://acme.com/a.png" '.repeat(count)}`,
  ttls: (count) => `sms "x" ${'ttl 1m '.repeat(count)}`,
  'blank recipients': (count) => `voice say "x" lang en-US ${'to "" '.repeat(count)}`,
  statuses: (count) => `sms "x" on ${'failed, '.repeat(count)}failed`,
  'dollar signs': (count) => `sms "${'$'.repeat(10 * count)} {to}"`,
  'statuses of other channels': (count) => `sms "x" on ${'expired, '.repeat(count)}failed`,
};

/** A program keeps what it has found, so each try has one of its own. */
function checking(step: string): () => void {
  const texts = new Map([[uri, `${acme}\n${step} then sms "y" to "+306912345678"`]]);
  return () => {
    expect(programOf(texts).diagnostics(uri).length).toBeGreaterThan(0);
  };
}

test.each(Object.entries(steps))('ten times as many %s in a step cost ten times the time', (_, step) => {
  // What is quadratic costs a hundred times as much. A few milliseconds come and go with the machine.
  expect(leastRatio(checking(step(600)), checking(step(6_000)), 100, 40)).toBeLessThan(40);
});
