import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Changes } from '../src/watch/changes.js';

describe('Changes', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Marks at some times, and tells when it was looked. */
  async function looksAt(marks: readonly number[], until: number, seconds: readonly number[] = []): Promise<number[]> {
    const changes = new Changes();
    const looks: number[] = [];
    const start = performance.now();
    for (const time of marks) setTimeout(() => changes.mark(), time);
    const look = async () => {
      looks.push(performance.now() - start);
      // What happens while it is looked.
      if (seconds.includes(looks.length)) changes.mark();
    };
    const watching = (async () => {
      for (;;) await changes.settled(look);
    })();
    await vi.advanceTimersByTimeAsync(until);
    void watching;
    return looks;
  }

  it('takes events that follow each other closely for one', async () => {
    const burst = Array.from({ length: 20 }, (_, index) => 10 + 20 * index);
    const looks = await looksAt([...burst, 2000, 2001], 3000);
    expect(looks).toHaveLength(2);
    expect(looks[0]).toBeGreaterThanOrEqual(390 + 75);
    expect(looks[0]).toBeLessThan(390 + 100);
    expect(looks[1]).toBeGreaterThanOrEqual(2001 + 75);
  });

  it('looks all the same where there is no end of events', async () => {
    const looks = await looksAt(
      Array.from({ length: 300 }, (_, index) => 10 * index),
      3000,
    );
    expect(looks.length).toBeGreaterThanOrEqual(2);
    expect(looks.length).toBeLessThanOrEqual(4);
  });

  it('looks again where something happened meanwhile', async () => {
    expect(await looksAt([10], 3000, [1, 2])).toHaveLength(3);
  });

  it('fails for good when it is told to', async () => {
    const changes = new Changes();
    const settled = changes.settled(async () => {});
    changes.fail(new Error('no more'));
    await expect(settled).rejects.toThrow('no more');
    await expect(changes.settled(async () => {})).rejects.toThrow('no more');
  });
});
