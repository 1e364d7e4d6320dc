import { LineIndex, type Place } from '@failover/compiler';
import pc from 'picocolors';
import stringWidth from 'string-width';
import type { Finding } from '../../src/output/finding.js';
import { pretty } from '../../src/output/pretty.js';

const names = ['a.failover', 'b.failover', 'c.failover'];

/** The texts between « and », and the source without these marks. */
function marked(source: string): { text: string; spans: { offset: number; length: number }[] } {
  const spans: { offset: number; length: number }[] = [];
  let text = '';
  let start = 0;
  for (const part of source.split(/([«»])/)) {
    if (part === '«') start = text.length;
    else if (part === '»') spans.push({ offset: start, length: text.length - start });
    else text += part;
  }
  return { text, spans };
}

type Told = Partial<Omit<Finding, 'place' | 'related'>> & { readonly related?: readonly string[] };

/**
 * How a finding looks that is about the first place marked with « and », and related to the others in the order of the
 * sources, with a label for each.
 */
export function show(sources: string | readonly string[], told: Told = {}, columns = 80): string {
  const files = [sources].flat().map(marked);
  const [place, ...others] = files.flatMap(({ spans }, index): Place[] =>
    spans.map((span) => ({ uri: names[index] ?? '', ...span })),
  );
  const related = others.map((other, index) => ({ ...other, message: told.related?.[index] ?? '' }));
  const finding: Finding = { severity: 'error', message: 'No', ...told, place, related };
  const sourceOf = (uri: string) => {
    const file = files[names.indexOf(uri)];
    return file && { name: uri, lines: new LineIndex(file.text) };
  };
  return pretty([finding], sourceOf, { colours: pc.createColors(false), columns, measure: stringWidth });
}
