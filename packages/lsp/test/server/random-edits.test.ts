import { expect, test } from 'vitest';
import { fc, runs } from '../../../../test/support/fast-check.js';
import { knowledge, sessions } from '../support/random-edits.js';

test('after every edit the server knows, and answers, what one would that starts with the text as it is', async () => {
  await fc.assert(
    fc.asyncProperty(sessions, async (session) => {
      for await (const { kept, fresh } of knowledge(session)) expect(kept).toEqual(fresh);
    }),
    runs(40),
  );
});
