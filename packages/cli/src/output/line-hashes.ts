/** So many characters, white space aside, tell one line from another. */
const windowSize = 100;
const factor = 37n;
/** `factor` to the power of the window: what the character that leaves the window has come to weigh. */
const leaving = BigInt.asUintN(64, factor ** BigInt(windowSize));
/** Stands for the end of the text, which is hashed too. */
const endOfText = 0xffff;
const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;

/**
 * What GitHub calls the `primaryLocationLineHash` of each line of a text, by its number from 1: a hash of the line and
 * what follows, white space aside, and how many times it has occurred. The same as GitHub's own action computes, which
 * would otherwise complain of the difference; it stays the same where a line moves.
 */
export function lineHashes(text: string): ReadonlyMap<number, string> {
  const hashes = new Map<number, string>();
  const occurrences = new Map<string, number>();
  const window: number[] = Array(windowSize).fill(0);
  /** The line that starts with the character at this place of the window. */
  const starts: (number | undefined)[] = Array(windowSize).fill(undefined);
  let hash = 0n;
  let at = 0;
  const complete = () => {
    const line = starts[at];
    if (line === undefined) return;
    const value = hash.toString(16);
    const occurrence = (occurrences.get(value) ?? 0) + 1;
    occurrences.set(value, occurrence);
    hashes.set(line, `${value}:${occurrence}`);
    starts[at] = undefined;
  };
  const push = (character: number) => {
    const left = BigInt(window[at] ?? 0);
    window[at] = character;
    hash = BigInt.asUintN(64, factor * hash + BigInt(character) - leaving * left);
    at = (at + 1) % windowSize;
  };
  let line = 1;
  let isStart = true;
  const take = (character: number) => {
    complete();
    if (isStart) starts[at] = line++;
    isStart = character === lineFeed;
    push(character);
  };
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (character === space || character === tab) continue;
    if (character === lineFeed && text.charCodeAt(index - 1) === carriageReturn) continue;
    take(character === carriageReturn ? lineFeed : character);
  }
  take(endOfText);
  for (let rest = 0; rest < windowSize; rest++) {
    complete();
    push(0);
  }
  return hashes;
}
