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
  return checkingFile(`${acme}\n${step} then sms "y" to "+306912345678"`);
}

function checkingFile(text: string): () => void {
  const texts = new Map([[uri, text]]);
  return () => {
    expect(programOf(texts).diagnostics(uri).length).toBeGreaterThan(0);
  };
}

test.each(Object.entries(steps))('ten times as many %s in a step cost ten times the time', (_, step) => {
  // What is quadratic costs a hundred times as much. A few milliseconds come and go with the machine.
  expect(leastRatio(checking(step(600)), checking(step(6_000)), 100, 40)).toBeLessThan(40);
});

test('ten times as many flows that are never closed cost ten times the time', () => {
  const flows = (count: number) => checkingFile('flow f { '.repeat(count));
  expect(leastRatio(flows(1_600), flows(16_000), 100, 20)).toBeLessThan(20);
});
