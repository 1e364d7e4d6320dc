import { describe, expect, test } from 'vitest';
import { parse } from '../../src/syntax/parse.js';
import { childrenOf } from '../../src/syntax/tree.js';
import { hostile } from './hostile.js';
import { everyDeclaration, threeSteps } from './samples.js';

/** Processor time in milliseconds: what else the machine does counts for less. */
function parseTime(texts: readonly string[]): number {
  const start = process.cpuUsage();
  const files = texts.map((text) => parse('memory:/a.failover', text));
  const { user, system } = process.cpuUsage(start);
  expect(files).toHaveLength(texts.length);
  return (user + system) / 1_000;
}

/**
 * How many times longer some texts take than others, at their least: a busy machine makes some tries slow, and none fast.
 * @param spare milliseconds that may be left out
 * @param enough how few times are wanted, after which no more is tried
 */
function leastRatio(small: readonly string[], large: readonly string[], spare: number, enough: number): number {
  let ratio = Infinity;
  let least: readonly [number, number] = [Infinity, Infinity];
  for (let tries = 0; tries < 12 && ratio >= enough; tries++) {
    least = [Math.min(least[0], parseTime(small)), Math.min(least[1], parseTime(large))];
    ratio = (least[1] - spare) / least[0];
  }
  return ratio;
}

describe('ten times the text costs ten times the time', () => {
  test.each(Object.entries(hostile))('%s', (_, text) => {
    // What is quadratic costs a hundred times as much. A few milliseconds come and go with the machine.
    expect(leastRatio([text(4_000)], [text(40_000)], 100, 40)).toBeLessThan(40);
  });

  test('in files without faults', () => {
    const flows = (count: number) => `${everyDeclaration.replace(/import.*/, '')}${threeSteps}`.repeat(count);
    // As much in ten files, which are kept: moving what is kept is half of what a large file costs.
    const inTen = Array.from({ length: 10 }, () => flows(50));
    expect(leastRatio(inTen, [flows(500)], 0, 2)).toBeLessThan(2);
  });
});

test('neither a deep nor a broad file overflows the stack', () => {
  const texts = ['{'.repeat(300_000), `${'{'.repeat(150_000)}${'}'.repeat(150_000)}`, `sms "${'{x}'.repeat(150_000)}"`];
  for (const text of texts) {
    const { tree } = parse('memory:/a.failover', text);
    expect(childrenOf(tree).length).toBeGreaterThan(0);
  }
});
