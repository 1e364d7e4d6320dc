import { describe, expect, test } from 'vitest';
import { fc, runs } from '../../../../test/support/fast-check.js';
import { format } from '../../src/format/format.js';
import { parse } from '../../src/syntax/parse.js';
import { commentsOf, errorsOf, meaningOf, wordsOf } from './meaning.js';
import { brokenSource, source } from './sources.js';

function formatted(text: string): string {
  return format(parse('a.failover', text));
}

function always(arbitrary: fc.Arbitrary<string>, check: (text: string) => void): void {
  fc.assert(
    fc.property(arbitrary, (text) => {
      check(text);
    }),
    runs(300),
  );
}

describe('a sound file', () => {
  test('stays sound and keeps its meaning', () => {
    always(source, (text) => {
      const once = formatted(text);
      expect(errorsOf(once)).toEqual([]);
      expect(meaningOf(once)).toEqual(meaningOf(text));
    });
  });

  test('keeps its comments', () => {
    always(source, (text) => expect(commentsOf(formatted(text))).toEqual(commentsOf(text)));
  });

  test('is formatted once and for all', () => {
    always(source, (text) => {
      const once = formatted(text);
      expect(formatted(once)).toBe(once);
    });
  });

  test('has no space at the end of a line, no blank line at its ends and no line end but LF', () => {
    always(source, (text) => expect(formatted(text)).not.toMatch(/[ \t]\n|\r|^\n|\n\n$|\ufeff/));
  });
});

describe('a broken file', () => {
  test('keeps its words, numbers, texts, comments and whatever else stands in it', () => {
    always(brokenSource, (text) => expect(wordsOf(formatted(text))).toEqual(wordsOf(text)));
  });

  test('is formatted once and for all', () => {
    always(brokenSource, (text) => {
      const once = formatted(text);
      expect(formatted(once)).toBe(once);
    });
  });
});
