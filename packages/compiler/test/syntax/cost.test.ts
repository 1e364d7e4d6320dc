import { describe, expect, test } from 'vitest';
import { leastRatio } from '../../../../test/support/least-ratio.js';
import { parse } from '../../src/syntax/parse.js';
import { childrenOf } from '../../src/syntax/tree.js';
import { hostile } from './hostile.js';
import { everyDeclaration, threeSteps } from './samples.js';

function reading(texts: readonly string[]): () => void {
  return () => {
    const files = texts.map((text) => parse('memory:/a.failover', text));
    expect(files).toHaveLength(texts.length);
  };
}

describe('ten times the text costs ten times the time', () => {
  test.each(Object.entries(hostile))('%s', (_, text) => {
    // What is quadratic costs a hundred times as much. A few milliseconds come and go with the machine.
    expect(leastRatio(reading([text(4_000)]), reading([text(40_000)]), 100, 40)).toBeLessThan(40);
  });

  test('in files without faults', () => {
    const flows = (count: number) => `${everyDeclaration.replace(/import.*/, '')}${threeSteps}`.repeat(count);
    // As much in ten files, which are kept: moving what is kept is half of what a large file costs.
    const inTen = Array.from({ length: 10 }, () => flows(50));
    expect(leastRatio(reading(inTen), reading([flows(500)]), 0, 2)).toBeLessThan(2);
  });
});

test('neither a deep nor a broad file overflows the stack', () => {
  const texts = ['{'.repeat(300_000), `${'{'.repeat(150_000)}${'}'.repeat(150_000)}`, `sms "${'{x}'.repeat(150_000)}"`];
  for (const text of texts) {
    const { tree } = parse('memory:/a.failover', text);
    expect(childrenOf(tree).length).toBeGreaterThan(0);
  }
});
