import { expect, test } from 'vitest';
import { longDuration, shortDuration } from '../../src/flow-panel/duration.js';

test.each([
  [0, '0s', '0 seconds'],
  [30, '30s', '30 seconds'],
  [60, '1m', '1 minute'],
  [90, '1m30s', '1 minute 30 seconds'],
  [5400, '1h30m', '1 hour 30 minutes'],
  [86_400, '1d', '1 day'],
  [176_461, '2d1h1m1s', '2 days 1 hour 1 minute 1 second'],
  [0.5, '0.5s', '0.5 seconds'],
])('%d seconds are %s', (seconds, short, long) => {
  expect([shortDuration(seconds), longDuration(seconds)]).toEqual([short, long]);
});
