import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/fast-check.js';
import { canonicalDuration, decimal, scanNumber } from '../../src/syntax/numbers.js';

test.each([
  ['30s', 30],
  ['10m', 600],
  ['2h', 7200],
  ['30d', 2_592_000],
  ['1h30m', 5400],
  ['1.5m', 90],
  ['1.1m', 66],
  ['1h0.5s', 3600.5],
  ['0s', 0],
])('%s is %d seconds', (image, seconds) => {
  expect(scanNumber(image)).toEqual({ kind: 'duration', seconds });
});

test.each([
  ['90s', '1m30s'],
  ['1.5m', '1m30s'],
  ['36h', '1d12h'],
  ['1440m', '1d'],
  ['0.5s', '0.5s'],
  ['61.25s', '1m1.25s'],
])('%s is written %s', (image, canonical) => {
  const scanned = scanNumber(image);
  expect(scanned.kind === 'duration' && canonicalDuration(scanned.seconds)).toBe(canonical);
});

test.each([
  ['10min', '10m'],
  ['2hours', '2h'],
  ['5mb', '5MB'],
  ['1w', '7d'],
  ['10x', undefined],
])('%s is no number; %s is meant', (image, suggestion) => {
  expect(scanNumber(image)).toEqual({ kind: 'bad', fault: 'not-a-number', suggestion });
});

test.each(['12', '-7', '007'])('%s is an integer', (image) => {
  expect(scanNumber(image)).toEqual({ kind: 'integer', value: Number(image) });
});

test('a canonical duration means the same', () => {
  const seconds = fc.oneof(
    fc.nat(10_000_000),
    fc.integer({ min: 1, max: 10_000_000 }).map((tenths) => tenths / 10),
  );
  fc.assert(
    fc.property(seconds, (value) => {
      expect(scanNumber(canonicalDuration(value))).toEqual({ kind: 'duration', seconds: value });
    }),
  );
});

test('a number is written in plain digits, however large or small', () => {
  expect([1e21, 1.5e-7, 123.25, 0].map(decimal)).toEqual(['1000000000000000000000', '0.00000015', '123.25', '0']);
});
