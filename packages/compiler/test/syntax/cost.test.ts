import { describe, expect, test } from 'vitest';
import { parse } from '../../src/syntax/parse.js';
import { childrenOf } from '../../src/syntax/tree.js';
import { hostile } from './hostile.js';
import { everyDeclaration, threeSteps } from './samples.js';

function parseTime(text: string): number {
  const start = performance.now();
  parse('memory:/a.failover', text);
  return performance.now() - start;
}

describe('ten times the text costs ten times the time', () => {
  test.each(Object.entries(hostile))('%s', (_, text) => {
    const small = text(4_000);
    const large = text(40_000);
    const atOnce = Math.min(parseTime(small), parseTime(small), parseTime(small));
    // What is quadratic costs a hundred times as much. A few milliseconds come and go with the machine.
    expect(Math.min(parseTime(large), parseTime(large))).toBeLessThan(40 * atOnce + 100);
  });

  test('in files without faults', () => {
    const flows = (count: number) => `${everyDeclaration.replace(/import.*/, '')}${threeSteps}`.repeat(count);
    const small = flows(50);
    const large = flows(500);
    parseTime(small);
    const atOnce = Math.min(...[1, 2, 3].map(() => parseTime(small)));
    expect(Math.min(parseTime(large), parseTime(large))).toBeLessThan(20 * atOnce);
  });
});

test('neither a deep nor a broad file overflows the stack', () => {
  const texts = ['{'.repeat(300_000), `${'{'.repeat(150_000)}${'}'.repeat(150_000)}`, `sms "${'{x}'.repeat(150_000)}"`];
  for (const text of texts) {
    const { tree } = parse('memory:/a.failover', text);
    expect(childrenOf(tree).length).toBeGreaterThan(0);
  }
});
