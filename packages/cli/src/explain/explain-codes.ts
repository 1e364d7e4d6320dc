import { pages } from 'failover:pages';
import { catalog, crop, families, nearest } from '@failover/compiler';
import type { ExplainOptions } from '../commands/explain.js';
import { Fault } from '../fault.js';
import { didYouMean } from '../output/did-you-mean.js';
import { stdout } from '../output/streams.js';
import { stdoutStyle } from '../output/text-style.js';
import { renderPage } from './render-page.js';

/** Prints the pages of diagnostics, each once. */
export function explainCodes(codes: readonly string[], { format, flow, define }: ExplainOptions): number {
  if ((flow ?? define) !== undefined) {
    const option = flow === undefined ? '--define' : '--flow';
    throw new Fault(`\`${option}\` has no use with the code of a diagnostic`, { help: 'Leave it out.' });
  }
  if (format === 'mermaid')
    throw new Fault('The page of a diagnostic is no diagram', { help: 'Leave out `--format`.' });
  const found = new Set(codes.map(pageOf));
  const style = stdoutStyle();
  const texts = [...found].map((page) => (format === 'markdown' ? page : renderPage(page, style)));
  stdout.write(texts.join('\n'));
  return 0;
}

/** @throws Fault for what is no code */
function pageOf(written: string): string {
  const page = pages.get(`FO${written.replace(/^fo/i, '')}`);
  if (page !== undefined) return page;
  const codes = catalog.map(({ code }) => code);
  throw new Fault(`There is no diagnostic \`${crop(written)}\`${didYouMean(meantBy(written, codes))}`, {
    list: families.flatMap(({ family, about }) => {
      const own = codes.filter((code) => code.startsWith(family));
      return own.length === 0 ? [] : [`${own[0]} to ${own.at(-1)}  ${about}`];
    }),
  });
}

/** The code that was meant: letters stand for the digits that they look like; of a family, the nearest number. */
function meantBy(written: string, codes: readonly string[]): string | undefined {
  const digits = written.replace(/^fo/i, '').replace(/l/gi, '1').replace(/o/gi, '0');
  const distance = (code: string) => Math.abs(Number(code.slice(2)) - Number(digits));
  const family = codes.filter((code) => code.length === digits.length + 2 && code[2] === digits[0]);
  const [first] = family.toSorted((a, b) => distance(a) - distance(b));
  return first ?? nearest(`FO${digits}`, codes);
}
