import { describe, expect, it } from 'vitest';
import { ignoreAt } from '../../src/check/ignore-at.js';
import { parse } from '../../src/syntax/parse.js';

/** The code that an ignore comment has at the mark. */
function codeAt(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  return ignoreAt(parse('file:///main.failover', marked.replace('|', '')), offset)?.code;
}

describe('the code of an ignore comment', () => {
  it('is found from its start to its end', () => {
    expect(codeAt('// failover-ignore |FO4003, FO4008: long\nsms "Hi"')).toBe('FO4003');
    expect(codeAt('// failover-ignore FO4003|, FO4008: long\nsms "Hi"')).toBe('FO4003');
    expect(codeAt('// failover-ignore FO4003, FO40|08: long\nsms "Hi"')).toBe('FO4008');
    expect(codeAt('sms "Hi"\n//failover-ignore FO4|003')).toBe('FO4003');
  });

  it('is its word where it has none', () => {
    expect(codeAt('// failover-|ignore\nsms "Hi"')).toBe('failover-ignore');
  });

  it('is nothing beside it, and in another comment', () => {
    expect(codeAt('// failover-ignore FO4003: lo|ng\nsms "Hi"')).toBeUndefined();
    expect(codeAt('// failover-|ignore FO4003: long\nsms "Hi"')).toBeUndefined();
    expect(codeAt('// failover-ignored FO40|03\nsms "Hi"')).toBeUndefined();
    expect(codeAt('// see failover-ignore FO40|03\nsms "Hi"')).toBeUndefined();
    expect(codeAt('/// failover-ignore FO40|03\nsms "Hi"')).toBeUndefined();
    expect(codeAt('sms "FO40|03"')).toBeUndefined();
  });
});
