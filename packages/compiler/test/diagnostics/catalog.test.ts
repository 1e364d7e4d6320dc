import { describe, expect, it } from 'vitest';
import { catalog, lintCodes, pageOf } from '../../src/diagnostics/catalog.js';
import { address, code, count, oneOf } from '../../src/diagnostics/define.js';

const severities: Readonly<Record<string, readonly string[]>> = {
  FO1: ['error'],
  FO2: ['error'],
  FO3: ['error'],
  FO4: ['warning', 'information', 'hint'],
  FO5: ['error'],
  FO6: ['error', 'warning'],
  FO7: ['error'],
};

it('has each code once, in order', () => {
  const codes = catalog.map((definition) => definition.code);
  expect(codes).toEqual([...new Set(codes)].sort());
});

describe.each(catalog.map((definition) => [definition.code, definition] as const))('%s', (found, definition) => {
  it('has the severity of its family', () => {
    expect(found).toMatch(/^FO\d{4}$/);
    expect(severities[found.slice(0, 3)]).toContain(definition.severity);
  });

  it('has a title that can stand as a heading, and a reason that is a sentence', () => {
    expect(definition.title).toMatch(/^[A-Z].*[^.]$/);
    expect(definition.title.length).toBeLessThan(80);
    expect(definition.why).toMatch(/^[A-Z0-9`\\].*\.$/);
  });

  it('has a page', () => {
    expect(pageOf(found)).toBe(`https://github.com/failover-lang/failover/blob/main/docs/diagnostics/${found}.md`);
  });
});

it('lets a project choose the severity of FO4 only', () => {
  expect(lintCodes).toEqual(catalog.map((definition) => definition.code).filter((one) => one.startsWith('FO4')));
});

describe('the words of messages', () => {
  it('list up to twelve things', () => {
    expect(oneOf([])).toBe('');
    expect(oneOf(['a'])).toBe('`a`');
    expect(oneOf(['a', 'b'])).toBe('`a` or `b`');
    expect(oneOf(['a', 'b', 'c'], 'and')).toBe('`a`, `b` and `c`');
    expect(oneOf([...'abcdefghijklmno'])).toMatch(/^`a`, .*`l` or 3 more$/);
  });

  it('show the start of what is long', () => {
    expect(code('x'.repeat(1_000_000))).toBe(`\`${'x'.repeat(39)}…\``);
    expect(address(`./${'folder/'.repeat(10)}brand.failover`)).toContain('brand.failover');
  });

  it('count', () => {
    expect(count(1, 'part')).toBe('1 part');
    expect(count(1_234_567, 'character')).toBe('1,234,567 characters');
  });
});
