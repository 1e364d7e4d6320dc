import { describe, expect, it } from 'vitest';
import { gsmReplacement, isOnePart, segments } from '../../src/routee/sms-segments.js';

describe('the parts of an SMS', () => {
  it('hold 160 characters of GSM-7 or 70 of UCS-2, and fewer where there are several', () => {
    expect(segments('x'.repeat(160))).toMatchObject({ parts: 1, encoding: 'GSM-7', left: 0 });
    expect(segments('x'.repeat(161))).toMatchObject({ parts: 2, encoding: 'GSM-7', left: 2 * 153 - 161 });
    expect(segments('ж'.repeat(70))).toMatchObject({ parts: 1, encoding: 'UCS-2', left: 0 });
    expect(segments('ж'.repeat(71))).toMatchObject({ parts: 2, encoding: 'UCS-2', left: 2 * 67 - 71 });
  });

  it('have places for characters that take two, and list what is foreign as often as it stands', () => {
    expect(segments('€'.repeat(80))).toMatchObject({ parts: 1, left: 0, foreign: [] });
    expect(segments('aжbж')).toMatchObject({ encoding: 'UCS-2', foreign: ['ж', 'ж'] });
  });

  it('are one for sure in a short or plain text', () => {
    expect(['', 'ж'.repeat(70), 'x'.repeat(160)].map(isOnePart)).toEqual([true, true, true]);
    expect(['ж'.repeat(71), '€'.repeat(81), 'x'.repeat(161)].map(isOnePart)).toEqual([false, false, false]);
  });
});

it('a character outside GSM-7 may have a likeness in it', () => {
  expect(['’', '“', '–'].map(gsmReplacement)).toEqual(["'", '"', '-']);
  expect(['a', 'ж', '😀'].map(gsmReplacement)).toEqual([undefined, undefined, undefined]);
});
