import { stderrColours } from './colours.js';
import type { Finding } from './finding.js';
import { pretty, type Sources } from './pretty.js';
import { stderr } from './streams.js';

/** How many columns a text has where there is no terminal to ask. */
const defaultColumns = 120;
const mostColumns = 160;

/** Prints findings on standard error, as its terminal would have them. */
export async function printPretty(findings: readonly Finding[], sources: Sources): Promise<void> {
  const { isTTY, columns } = stderr.stream;
  const style = { colours: stderrColours(), columns: isTTY ? Math.min(columns, mostColumns) : defaultColumns };
  let isWide = false;
  const measurePlain = (text: string) => {
    isWide = true;
    return text.length;
  };
  let text = pretty(findings, sources, { ...style, measure: measurePlain });
  if (isWide) {
    // East Asian characters take two columns, accents none. The tables of widths are large, and seldom needed.
    const { default: measure } = await import('string-width');
    text = pretty(findings, sources, { ...style, measure });
  }
  stderr.write(text);
}
