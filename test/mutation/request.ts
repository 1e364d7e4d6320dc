import path from 'node:path';
import { expect, test } from 'vitest';
import { requestSchemas } from '../../packages/compiler/src/routee/schemas.js';
import { outOfDate, samplesIn } from '../support/corpus.js';
import { stopAtFirstFailure, testsIn } from './tests-in.js';

/** What decides about the request, and describes it. What takes longest comes last. */
stopAtFirstFailure();
// Made before any test: otherwise they are covered by the first one that asks for them, and no other is tried.
for (const schema of [requestSchemas.standard, requestSchemas.transactional]) schema.safeParse({});

testsIn('routee', (name) => import(`../../packages/compiler/test/routee/${name}.test.ts`), isQuick);
testsIn('check', (name) => import(`../../packages/compiler/test/check/${name}.test.ts`));
testsIn('emit', (name) => import(`../../packages/compiler/test/emit/${name}.test.ts`));
testsIn('describe', (name) => import(`../../packages/compiler/test/describe/${name}.test.ts`));

test.each(samplesIn(path.join(import.meta.dirname, '../corpus')))('corpus/$name', (sample) => {
  expect(outOfDate(sample)).toEqual([]);
});

testsIn(
  'routee',
  (name) => import(`../../packages/compiler/test/routee/${name}.test.ts`),
  (name) => !isQuick(name),
);

/** The others try thousands of requests. */
function isQuick(name: string): boolean {
  return !['json-schema', 'schemas'].includes(name);
}
