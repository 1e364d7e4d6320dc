import { describe, expect, it } from 'vitest';
import { lineHashes } from '../../src/output/line-hashes.js';

/** The examples of GitHub's own action: github/codeql-action, src/fingerprints.test.ts. */
const known: readonly [string, readonly string[]][] = [
  ['', ['c129715d7a2bc9a3:1']],
  [' a\nb\n  \t\tc\n d', ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1']],
  [
    ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End',
    [
      ...['8b7cf3e952e7aeb2:1', 'b1ae1287ec4718d9:1', 'bff680108adb0fcc:1'],
      ...['c6805c5e1288b612:1', 'b86d3392aea1be30:1', 'e6ceba753e1a442:1'],
    ],
  ],
  ...['\n', '\r', '\r\n'].map((lineBreak): [string, string[]] => [
    ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n'.replaceAll('\n', lineBreak),
    [
      ...['e9496ae3ebfced30:1', 'fb7c023a8b9ccb3f:1', 'ce8ba1a563dcdaca:1', 'e20e36e16fcb0cc8:1'],
      ...['b3edc88f2938467e:1', 'c8e28b0b4002a3a0:1', 'c129715d7a2bc9a3:1'],
    ],
  ]),
];

describe('lineHashes', () => {
  it.each(known)('hashes the lines of %j as GitHub does', (text, hashes) => {
    expect([...lineHashes(text)]).toEqual(hashes.map((hash, index) => [index + 1, hash]));
  });

  it('tells equal lines with equal surroundings apart by their number', () => {
    const hashes = [...lineHashes(`${'sms\n'.repeat(300)}`).values()];
    expect(hashes.slice(0, 3).map((hash) => hash.split(':')[1])).toEqual(['1', '2', '3']);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('does not change where a line moves', () => {
    const text = Array.from({ length: 60 }, (_, index) => `line ${index}`).join('\n');
    expect(lineHashes(`one\ntwo\n${text}`).get(12)).toBe(lineHashes(text).get(10));
  });
});
