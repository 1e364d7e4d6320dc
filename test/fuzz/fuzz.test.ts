import { describe, test } from 'vitest';
import { fc, patience, runs } from '../support/fast-check.js';
import { targets } from './targets.js';

describe('holds for', { timeout: patience }, () => {
  for (const { name, property, usual } of targets) {
    if (usual !== undefined) test(name, () => fc.assert(property, runs(usual)));
  }
});
