import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/output/cells.js';

/** The line that a terminal of so many columns shows, and its underline. */
function underlined(source: string, room = 40): string[] {
  const from = source.indexOf('«');
  const to = source.indexOf('»') - 1;
  const { text, start, width } = layOut(source.replace(/[«»]/g, ''), from, to, room, stringWidth);
  return [text, ' '.repeat(start) + '^'.repeat(width)];
}

describe('layOut', () => {
  it('underlines exactly the stretch', () => {
    expect(underlined('sms «"x"» ttl')).toEqual(['sms "x" ttl', '    ^^^']);
    expect(underlined('«sms»')).toEqual(['sms', '^^^']);
    expect(underlined('sms«»')).toEqual(['sms', '   ^']);
  });

  it('expands tabs to columns of four', () => {
    expect(underlined('\tsms\t«x»')).toEqual(['    sms x', '        ^']);
    expect(underlined('a«\t»b')).toEqual(['a   b', ' ^^^']);
  });

  it('counts wide characters twice, accents not at all, and a family as one', () => {
    expect(underlined('"日本«語»"')).toEqual(['"日本語"', '     ^^']);
    expect(underlined('"e\u0301«x»"')).toEqual(['"e\u0301x"', '  ^']);
    expect(underlined('"👨‍👩‍👧«x»"')).toEqual(['"👨‍👩‍👧x"', '   ^']);
    expect(underlined('"e«\u0301»x"')).toEqual(['"e\u0301x"', ' ^']);
    expect(underlined('«Ο κωδικός»')).toEqual(['Ο κωδικός', '^^^^^^^^^']);
  });

  it('shows controls as pictures', () => {
    expect(underlined('a\u001b[«31m»')).toEqual(['a␛[31m', '   ^^^']);
    expect(underlined('a\u202e«b»')).toEqual(['a<U+202E>b', '         ^']);
    expect(underlined('a«\ud83d»')).toEqual(['a<U+D83D>', ' ^^^^^^^^']);
  });

  it('cuts long lines around the stretch', () => {
    const long = 'x'.repeat(1_000_000);
    expect(underlined(`«sms» ${long}`)).toEqual([`sms ${'x'.repeat(35)}…`, '^^^']);
    expect(underlined(`${long} «ttl» ${long}`)).toEqual([
      `…${'x'.repeat(9)} ttl ${'x'.repeat(24)}…`,
      `${' '.repeat(11)}^^^`,
    ]);
    expect(underlined(`${long} «ttl»`)).toEqual([`…${'x'.repeat(9)} ttl`, `${' '.repeat(11)}^^^`]);
    expect(underlined(`sms «${long}»`)).toEqual([`sms ${'x'.repeat(35)}…`, `    ${'^'.repeat(36)}`]);
  });

  it('never cuts a character in two, nor goes over its room', () => {
    for (const character of ['語', '😀', '👨‍👩‍👧', 'e\u0301', '\t']) {
      for (const before of [0, 5, 30, 31, 32, 500]) {
        const line = `${character.repeat(before)}«x»${character.repeat(100)}`;
        const [text = '', underline = ''] = underlined(line);
        expect(stringWidth(text)).toBeLessThanOrEqual(40);
        expect(Buffer.from(text).toString()).toBe(text);
        expect(stringWidth(text.slice(0, text.indexOf('x')))).toBe(underline.length - 1);
      }
    }
  });
});
