import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { definition } from '../../src/features/definition.js';
import { documentLinks } from '../../src/features/document-links.js';
import { documentSymbols } from '../../src/features/document-symbols.js';
import { foldingRanges } from '../../src/features/folding-ranges.js';
import { highlights } from '../../src/features/highlights.js';
import { references } from '../../src/features/references.js';
import { selectionRanges } from '../../src/features/selection-ranges.js';
import { snapshotOf } from '../support/marked.js';
import { textAt } from './support.js';

async function folds(source: string): Promise<string[]> {
  return foldingRanges(await snapshotOf(source)).map(({ startLine, endLine, kind }) =>
    `${startLine}-${endLine} ${kind ?? ''}`.trim(),
  );
}

describe('what can be folded', () => {
  it('are declarations, blocks of verbs, long texts, comments and imports', async () => {
    expect(
      await folds(`// One
// Two
import "./a.failover"
import "./b.failover"

/// Documented
/// on two lines.
flow a {
  voice {
    say "Hi" lang en-US
    play "https://acme.com/a.wav"
  }
  then sms """
    Long
    text
    """
}
sender acme {
  sms "ACME"
}`),
    ).toEqual(['0-1 comment', '2-3 imports', '5-6 comment', '7-15', '8-10', '12-14', '17-18']);
  });

  it('is nothing on one line', async () => {
    expect(await folds('// One\nimport "./a.failover"\nflow a { sms "Hi" }\n')).toEqual([]);
  });
});

async function selections(source: string): Promise<string[]> {
  const snapshot = await snapshotOf(source);
  const texts: string[] = [];
  let at: SelectionRange | undefined = selectionRanges(snapshot, [snapshot.cursor])[0];
  for (; at !== undefined; at = at.parent) texts.push(textAt(snapshot, at.range));
  return texts;
}

describe('a growing selection', () => {
  it('goes from a word over clause, step, chain and flow to the file', async () => {
    expect(await selections('flow a { sms "Hi" ttl 5m on fai‸led then sms "x" }\n')).toEqual([
      'failed',
      'on failed',
      'sms "Hi" ttl 5m on failed',
      'sms "Hi" ttl 5m on failed then sms "x"',
      'flow a { sms "Hi" ttl 5m on failed then sms "x" }',
      'flow a { sms "Hi" ttl 5m on failed then sms "x" }\n',
    ]);
  });

  it('goes in a text from the word, or the hole, over its content to its quotes', async () => {
    expect((await selections('sms "Γειά σ‸ου {name}"')).slice(0, 4)).toEqual([
      'σου',
      'Γειά σου ',
      'Γειά σου {name}',
      '"Γειά σου {name}"',
    ]);
    expect((await selections('sms "Hi {na‸me}"')).slice(0, 4)).toEqual(['name', '{name}', 'Hi {name}', '"Hi {name}"']);
  });

  it('goes in a comment from the word over the comment', async () => {
    expect(await selections('// One tw‸o\nsms "x"')).toEqual(['two', '// One two', '// One two\nsms "x"']);
  });
});

const corpus = path.join(import.meta.dirname, '../../../../test/corpus');

test.each(
  readdirSync(corpus).filter((_, index) => index % 8 === 0),
)('%s, cut off anywhere, is no surprise', async (sample) => {
  const text = readFileSync(path.join(corpus, sample, 'main.failover'), 'utf8');
  const step = Math.ceil(text.length / 25);
  for (let end = 0; end <= text.length; end += step) {
    const snapshot = await snapshotOf({
      files: new Map([['main.failover', text.slice(0, end)]]),
      name: 'main.failover',
      cursor: 0,
      places: [],
    });
    documentSymbols(snapshot);
    foldingRanges(snapshot);
    documentLinks(snapshot);
    for (let offset = 0; offset <= end; offset += 1 + (end >> 4)) {
      definition(snapshot, offset);
      references(snapshot, offset, true);
      highlights(snapshot, offset);
      let at: SelectionRange | undefined = selectionRanges(snapshot, [offset])[0];
      const lengths: number[] = [];
      for (; at !== undefined; at = at.parent) lengths.push(snapshot.document.spanOf(at.range).length);
      expect(lengths).toEqual([...new Set(lengths)].toSorted((a, b) => a - b));
      expect(lengths.at(-1)).toBe(end);
    }
  }
});
