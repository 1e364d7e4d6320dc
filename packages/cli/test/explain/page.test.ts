import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { catalog } from '@failover/compiler';
import pc from 'picocolors';
import { describe, expect, it, test } from 'vitest';
import { highlight } from '../../src/explain/highlight.js';
import { renderPage } from '../../src/explain/render-page.js';

const folder = path.resolve(import.meta.dirname, '../../../../docs/diagnostics');
const style = { colours: pc.createColors(false), columns: 60, measure: (text: string) => text.length };
const page = (code: string) => readFileSync(path.join(folder, `${code}.md`), 'utf8');

/** The words of a page, without its marks. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

describe.each(catalog.map(({ code }) => code))('the page of %s', (code) => {
  const rendered = renderPage(page(code), style);

  test('says all that it says', () => {
    const said = page(code)
      .replace(/^```\w+$/gm, '')
      .replace(/\]\(FO\d+\.md\)/g, ']');
    expect(wordsOf(rendered)).toEqual(wordsOf(said));
  });

  test('keeps to the width, but for code', () => {
    const wide = rendered
      .split('\n')
      .filter((line) => line.length > 60 && !line.startsWith('    ') && line.includes(' '));
    expect(wide.filter((line) => !line.split(' ').some((word) => word.length > 40))).toEqual([]);
  });

  test('has none of the marks of Markdown outside of code', () => {
    const own = rendered.split('\n').filter((line) => !line.startsWith('    '));
    expect(own.filter((line) => /^#|```|\]\(|\*\*|&\w+;/.test(line))).toEqual([]);
  });
});

describe('a page in colours', () => {
  const coloured = { ...style, colours: pc.createColors(true) };

  it('shows headings, code and the words of the language', () => {
    const text = renderPage(
      '# FO1: A `b`\n\nSome `code of it` here.\n\n```failover\nsms "a" ttl 2m // why\n```\n',
      coloured,
    );
    expect(text).toBe(
      '\u001b[1m\u001b[4mFO1: A `b`\u001b[24m\u001b[22m\n\n' +
        'Some \u001b[36m`code\u001b[39m \u001b[36mof\u001b[39m \u001b[36mit`\u001b[39m here.\n\n' +
        '    \u001b[36msms\u001b[39m \u001b[32m"a"\u001b[39m \u001b[36mttl\u001b[39m \u001b[33m2m\u001b[39m \u001b[2m// why\u001b[22m\n',
    );
  });

  it('loses nothing of an example, however broken', () => {
    for (const name of readdirSync(folder).filter((one) => /^FO\d/.test(one))) {
      for (const [, source = ''] of readFileSync(path.join(folder, name), 'utf8').matchAll(
        /```failover\n([\s\S]*?)```/g,
      )) {
        expect(stripVTControlCharacters(highlight(source, coloured.colours))).toBe(source);
      }
    }
  });
});
