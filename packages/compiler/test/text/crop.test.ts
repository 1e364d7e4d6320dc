import { expect, test } from 'vitest';
import { crop } from '../../src/text/crop.js';
import { nearest } from '../../src/text/nearest.js';

test.each([
  ['short', 'short'],
  ['123456789', '123456789'],
  ['1234567890', '1234567890'],
  ['12345678901', '123456789…'],
  ['12345678😀😀', '12345678…'],
  ['1234567😀😀x', '1234567😀…'],
])('%s is shown as %s', (text, shown) => expect(crop(text, 10)).toBe(shown));

test('a word of a megabyte is near nothing, and that is known at once', () => {
  const start = performance.now();
  for (let i = 0; i < 20; i++) expect(nearest('x'.repeat(1_000_000), ['viber', 'sms', 'voice'])).toBeUndefined();
  expect(performance.now() - start).toBeLessThan(1000);
});
