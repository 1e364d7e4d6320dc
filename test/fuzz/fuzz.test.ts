import { describe, test } from 'vitest';
import { fc, patience, runs } from '../support/fast-check.js';
import { targets } from './targets.js';

describe('holds for', { timeout: patience }, () => {
  test.each(targets)('$name', async ({ property, usual }) => {
    await fc.assert(property, runs(usual));
  });
});
