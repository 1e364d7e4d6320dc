import { readFileSync } from 'node:fs';
import path from 'node:path';
import { catalog, format, parse } from '@failover/compiler';
import { describe, expect, test } from 'vitest';
import { diagnosticsIndex } from '../../scripts/generate-docs.js';
import { uriOf } from '../support/project.js';
import { bundleOf, flowsOf, programOfExample, type Remark, remarksOn } from './example.js';
import { pagesFolder, readPages } from './page.js';

const pages = readPages();
const definitions = new Map(catalog.map((definition) => [definition.code, definition]));

/** As one wants to read it when a test fails. */
function lines(remarks: readonly Remark[]): string[] {
  return remarks.map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
}

test('each code has a page, and each page a code', () => {
  expect(pages.map(({ name }) => name)).toEqual([...definitions.keys()].sort());
});

test('the index is up to date', () => {
  expect(readFileSync(path.join(pagesFolder, 'README.md'), 'utf8')).toBe(diagnosticsIndex());
});

describe.each(pages)('$name', ({ name, code, title, prose, wrong, right }) => {
  const severity = definitions.get(name)?.severity;

  test('has the heading of the catalog, and says what it means', () => {
    expect({ code, title }).toEqual({ code: name, title: definitions.get(name)?.title });
    expect(prose).toMatch(/^[A-Z`][\s\S]+[.)]$/);
  });

  test('the wrong example shows it, and no other error', () => {
    const found = remarksOn(wrong);
    const errors = found.filter((remark) => remark.severity === 'error');
    const shown = found.filter((remark) => remark.code === name);
    expect(shown, lines(found).join('\n')).not.toEqual([]);
    expect(lines(errors)).toEqual(severity === 'error' ? lines(shown) : []);
  });

  test('there is nothing to say about the right example', () => {
    expect(right).not.toEqual([]);
    expect(lines(remarksOn(right))).toEqual([]);
  });

  test('the right example is laid out as the formatter does', () => {
    for (const { text } of right.filter(({ language }) => language === 'failover')) {
      expect(format(parse(uriOf('main.failover'), text))).toBe(text);
    }
  });
});

test('a bundle on a page is the one of the flow beside it', () => {
  const shown = pages.filter(({ right }) => bundleOf(right) !== undefined);
  expect(shown).not.toEqual([]);
  for (const { right } of shown) {
    const { program } = programOfExample(right);
    expect(flowsOf(program).map((flow) => JSON.stringify(program.bundle(flow)))).toEqual([
      JSON.stringify(bundleOf(right)),
    ]);
  }
});
