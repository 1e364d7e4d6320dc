import path from 'node:path';
import { parse } from '@failover/compiler';
import { beforeAll, describe, expect, test } from 'vitest';
import { programOfSample, samplesIn } from '../../../../test/support/corpus.js';
import type { Coloured } from './classes.js';
import { expectedColours, joinedByLine } from './expected.js';
import { type Grammar, loadGrammar } from './grammar.js';
import { samples } from './samples.js';

/** Every source of colours is held to the same: the grammar of the editor, and the semantic tokens of the server. */
const sources: { readonly name: string; readonly load: () => Promise<Pick<Grammar, 'colours'>> }[] = [
  { name: 'the TextMate grammar', load: () => loadGrammar('source.failover') },
];

const corpus = path.resolve(import.meta.dirname, '../../../../test/corpus');

describe.each(sources)('$name', ({ load }) => {
  let colours: (text: string) => Coloured[];
  beforeAll(async () => {
    colours = (await load()).colours;
  });

  test.each(samples)('$shows', ({ source, classes }) => {
    const { text, marks } = unmarked(source);
    const found = new Map(joinedByLine(colours(text)).map((part) => [part.offset, part]));
    const seen = marks.map(({ offset, text: marked }) => {
      const part = found.get(offset);
      return part?.text === marked ? part.class : undefined;
    });
    expect(seen).toEqual(classes);
  });

  describe('says of each file of the corpus what the compiler says', () => {
    const files = samplesIn(corpus).flatMap((sample) => {
      const program = programOfSample(sample);
      return program.uris.flatMap((uri) => {
        const file = program.parsed(uri);
        return file === undefined || file.diagnostics.length > 0
          ? []
          : [{ name: `${sample.name}/${path.basename(uri)}`, file }];
      });
    });
    test.each(files)('$name', ({ file }) => {
      expect(lines(joinedByLine(colours(file.text)))).toEqual(lines(expectedColours(file)));
    });
  });

  test('the expectation itself names each part of a flow', () => {
    const file = parse('file:///f.failover', 'flow f(to: phone) {\n  sms "{to}" on failed\n}\n');
    expect(lines(expectedColours(file))).toEqual([
      '0 declares flow',
      '5 flow f',
      '7 parameter to',
      '11 type phone',
      '22 channel sms',
      '26 text "',
      '27 hole-brace {',
      '28 name-in-hole to',
      '30 hole-brace }',
      '31 text "',
      '33 control on',
      '36 value failed',
    ]);
  });
});

function lines(coloured: readonly Coloured[]): string[] {
  return coloured.map(({ offset, class: name, text }) => `${offset} ${name} ${text}`);
}

/** `«…»` marks the parts of a sample that are asked about. */
function unmarked(source: string): { text: string; marks: { offset: number; text: string }[] } {
  const marks: { offset: number; text: string }[] = [];
  let text = '';
  for (const part of source.split(/(«[^»]*»)/)) {
    if (!part.startsWith('«')) text += part;
    else {
      marks.push({ offset: text.length, text: part.slice(1, -1) });
      text += part.slice(1, -1);
    }
  }
  return { text, marks };
}
