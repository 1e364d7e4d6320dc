/** Processor time in milliseconds: what else the machine does counts for less. */
export function processorTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/**
 * How many times longer one piece of work takes than another, at their least: a busy machine makes some tries slow, and
 * none fast.
 * @param spare milliseconds that may be left out
 * @param enough how few times are wanted, after which no more is tried
 */
export function leastRatio(small: () => void, large: () => void, spare: number, enough: number): number {
  let ratio = Infinity;
  let least: readonly [number, number] = [Infinity, Infinity];
  for (let tries = 0; tries < 12 && ratio >= enough; tries++) {
    least = [Math.min(least[0], processorTime(small)), Math.min(least[1], processorTime(large))];
    ratio = (least[1] - spare) / least[0];
  }
  return ratio;
}
