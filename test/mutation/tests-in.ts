import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, onTestFailed } from 'vitest';

/** What changes by itself is no sign of a mutant. */
const measuresTimes = ['cost'];
const compilerTests = path.join(import.meta.dirname, '../../packages/compiler/test');

/** The tests of a folder of the compiler, as part of the file of tests that asks for them. */
export function testsIn(
  folder: string,
  load: (name: string) => Promise<unknown>,
  isWanted: (name: string) => boolean = () => true,
): void {
  for (const file of readdirSync(path.join(compilerTests, folder), { encoding: 'utf8', recursive: true }).sort()) {
    if (!file.endsWith('.test.ts')) continue;
    const name = file.slice(0, -'.test.ts'.length);
    if (measuresTimes.includes(name) || !isWanted(name)) continue;
    describe(`${folder}/${name}`, async () => {
      await load(name);
    });
  }
}

/**
 * Skips what is left once a test has failed. The option `bail` ends a run from outside, so late that it may end the next
 * one, whose mutant then seems to survive.
 */
export function stopAtFirstFailure(): void {
  let hasFailed = false;
  beforeEach(({ skip }) => {
    if (hasFailed) skip();
    onTestFailed(() => {
      hasFailed = true;
    });
  });
}
