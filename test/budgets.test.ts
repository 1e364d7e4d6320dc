import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { allocated, largest, loadedAtStart } from '../scripts/budgets.mjs';
import { root } from '../scripts/paths.mjs';

/** The .vsix is packed, and held to its limit, by the end-to-end test. */
const built = Object.entries(largest).filter(([file]) => !file.endsWith('.vsix'));

/** A file and the parts that it loads, each once. */
function withParts(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const parts = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export|\}) .*?"(\.\/chunk-\w+\.js)";$|^import "(\.\/chunk-\w+\.js)";$/gm,
  );
  for (const [, named, bare] of parts) withParts(path.join(path.dirname(file), named ?? bare ?? ''), found);
  return found;
}

test.each(built)('%s is at most %i bytes with all that it loads', (name, limit) => {
  const files = [...withParts(path.join(root, name))];
  const size = files.reduce((sum, file) => sum + statSync(file).size, 0);
  expect(size, `${name}: ${size} bytes of ${limit}`).toBeLessThanOrEqual(limit);
});

test("a start takes V8's form of the code, and of Node no more than it needs", () => {
  const start = path.join(root, 'test/support/start-command.cjs');
  const args = [start, 'compile', path.join(root, 'examples/order-shipped/order-shipped.failover'), '--emit', 'bundle'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env: { PATH: process.env.PATH } });
  expect(JSON.parse(stdout)).toBeTypeOf('object');
  expect(JSON.parse(stderr)).toEqual({ loaded: loadedAtStart, isCacheTaken: true });
});

// Time at ten times the text is in packages/compiler/test/syntax/cost.test.ts.
test('a kilobyte of text allocates no more than it may', () => {
  // Room for all of it, and no code that is optimized sooner in one run than in another
  const room = ['--min-semi-space-size=64', '--max-semi-space-size=64'];
  const script = path.join(root, 'test/support/count-allocations.mjs');
  const args = ['--jitless', '--single-threaded', '--expose-gc', ...room, script];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const counted = stdout === '' ? stderr : (JSON.parse(stdout) as typeof allocated);
  expect(Object.keys(counted)).toEqual(Object.keys(allocated));
  for (const [work, limit] of Object.entries(allocated)) {
    expect((counted as Record<string, number>)[work], `bytes for the ${work}`).toBeLessThanOrEqual(limit);
  }
});
