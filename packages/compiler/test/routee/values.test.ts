import { describe, expect, it } from 'vitest';
import { fc } from '../../../../test/support/fast-check.js';
import { isPlayable } from '../../src/routee/addresses.js';
import { type ViberContent, viberCombinations } from '../../src/routee/limits.js';
import { isName } from '../../src/routee/name-form.js';
import { counted, oneOf, shown } from '../../src/routee/problems.js';
import {
  fileEnding,
  isBlank,
  isSmsSender,
  isViberTtlRepresentable,
  viberCombination,
} from '../../src/routee/values.js';

describe('isPlayable', () => {
  it.each([
    'http://www.externalharddrive.com/waves/animal/monkey.wav',
    'https://a.b/c.WAV',
    'HTTPS://a.b/c.wav?v=1.mp3#d.mp3',
    'https://a.b/play',
    'https://a.b',
    'https://a.mp3',
    'https://a.b?file=c.mp3',
    'https://a.b/v1.2/play',
    'https://a.b/c.',
    'https://a.b/c.toolong',
    'https://a.b/c.mp3/',
  ])('takes %s', (url) => expect(isPlayable(url)).toBe(true));

  it.each([
    'https://a.b/c.mp3',
    'https://a.b/c.wav.mp3',
    'https://a.b/c.wave',
    'https://a.b/c.ogg?d.wav',
    'https://a.b/c.ogg#d.wav',
    'https://a.b/.m4a',
    '/c.wav',
    'ftp://a.b/c.wav',
    'https://',
    'https://a.b/c d.wav',
    '',
  ])('refuses %s', (url) => expect(isPlayable(url)).toBe(false));
});

describe('isViberTtlRepresentable', () => {
  it('reads the decimal notation', () => {
    for (let tenths = -50; tenths <= 14_400; tenths++) expect(isViberTtlRepresentable(tenths / 10)).toBe(true);
    for (const minutes of [0.1 * 3, 1.1 * 3, 1.15, 0.05, 1e-9, 2 / 3])
      expect(isViberTtlRepresentable(minutes)).toBe(false);
  });
});

describe('viberCombination', () => {
  const contents: ViberContent[] = ['text', 'image', 'button', 'file', 'video'];

  it('says of every set of contents what the table says', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(contents), (given) => {
        const key = (of: readonly ViberContent[]) => [...of].sort().join();
        const isIn = (table: readonly (readonly ViberContent[])[]) => table.map(key).includes(key(given));
        const { allowed, disputed } = viberCombinations;
        expect(viberCombination(given)).toBe(isIn(allowed) ? 'allowed' : isIn(disputed) ? 'disputed' : 'refused');
      }),
    );
  });
});

describe('small tests of texts', () => {
  it('know what is blank', () => {
    for (const text of ['', ' ', '\t\n', '\u00a0\u2003\ufeff']) expect(isBlank(text)).toBe(true);
    for (const text of ['x', ' x ', '\u200b']) expect(isBlank(text)).toBe(false);
  });

  it('know a name of the language', () => {
    for (const name of ['a', '_', '__proto__', 'en-US', 'login-otp', 'κωδικός', 'e\u0301t', 'a1-2'])
      expect(isName(name)).toBe(true);
    for (const name of ['', '1a', '-a', 'a-', 'a--b', 'a b', 'a.b', '\u0301a', 'a\n']) expect(isName(name)).toBe(false);
  });

  it('know the sender of an SMS', () => {
    for (const from of ['ACME', 'My Brand 1', '1234567890123456']) expect(isSmsSender(from)).toBe(true);
    for (const from of ['', '   ', '+30210', 'ACME!', 'Twelve chars', '12345678901234567', 'Ακμή'])
      expect(isSmsSender(from)).toBe(false);
  });

  it('know the ending of a file name', () => {
    expect(['terms.v2.PDF', 'a.mp4', '.txt'].map(fileEnding)).toEqual(['pdf', 'mp4', 'txt']);
    expect(['terms', 'terms.', 'terms.p f', ''].map(fileEnding)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('cost no more than their length', () => {
    const long = 100_000;
    const hostile = [
      '.a'.repeat(long),
      '-a'.repeat(long),
      ' '.repeat(long),
      '/'.repeat(long),
      `${'a.wav'.repeat(long)} `,
    ];
    const start = performance.now();
    for (const text of hostile) {
      isPlayable(`https://a/${text}`);
      isName(`a${text}`);
      isSmsSender(text);
      isBlank(text);
    }
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('values in a message', () => {
  it('are grouped by thousands', () => {
    expect([0, 999, 1000, 2_592_000, 1440.5, -1000].map(counted)).toEqual([
      '0',
      '999',
      '1,000',
      '2,592,000',
      '1,440.5',
      '-1,000',
    ]);
  });

  it('are listed', () => {
    expect(oneOf(['a', 1])).toBe('must be one of "a", 1');
    expect(oneOf(['a'])).toBe('must be "a"');
  });

  it('are cut where they are long', () => {
    expect(shown('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`);
    expect(shown('x'.repeat(61))).toBe(`"${'x'.repeat(60)}…"`);
  });

  it('stand on one line', () => {
    expect(shown('a\n"b"')).toBe('"a\\n\\"b\\""');
    expect([null, 1.5, true, [], {}, 1n].map(shown)).toEqual([
      'null',
      '1.5',
      'true',
      'a list',
      'an object',
      'a bigint',
    ]);
  });
});
