import path from 'node:path';
import { type ParsedFile, Program } from '@failover/compiler';
import { describe, expect, test } from 'vitest';
import { programOfSample, samplesIn } from '../../../../test/support/corpus.js';
import { semanticTokens, tokenModifiers, tokenTypes } from '../../../lsp/src/features/semantic-tokens.js';
import { Document } from '../../../lsp/src/workspace/document.js';
import type { Snapshot } from '../../../lsp/src/workspace/snapshot.js';
import { type ClassName, classes } from './classes.js';
import { expectedColours } from './expected.js';
import { samples } from './samples.js';

/** What the server says of each character of a text, as `type.modifier`; nothing for what it leaves to the grammar. */
function saidOf(program: Program, file: ParsedFile): (string | undefined)[] {
  const document = new Document(file.uri, file.text, undefined, 'utf-16');
  const data = semanticTokens({ uri: file.uri, document, parsed: file, program } as Snapshot);
  const said: (string | undefined)[] = new Array(file.text.length).fill(undefined);
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    [line, character] = [line + down, down === 0 ? character + right : right];
    const start = document.offsetAt({ line, character });
    const name = [tokenTypes[type], ...tokenModifiers.filter((_, bit) => bits & (1 << bit))].join('.');
    said.fill(name, start, start + length);
  }
  return said;
}

/** Where the server says another thing than a class allows. */
function contradictions(
  said: readonly (string | undefined)[],
  offset: number,
  text: string,
  name: ClassName,
): string[] {
  const allowed: readonly string[] = classes[name].semantic;
  return [...text].flatMap((character, index) => {
    const found = said[offset + index];
    const isFine = found === undefined ? allowed.length === 0 : allowed.includes(found);
    return isFine || character.trim() === '' ? [] : [`${JSON.stringify(text)} is ${name} and not ${found}`];
  });
}

describe('the semantic tokens of the server', () => {
  test.each(samples)('$shows', ({ source, classes: expected }) => {
    const text = source.replaceAll(/[«»]/g, '');
    const uri = 'file:///sample.failover';
    const program = new Program({ read: () => ({ text }) }, [uri]);
    const file = program.parsed(uri);
    if (file === undefined) throw new Error('The sample cannot be read');
    const said = saidOf(program, file);
    let index = 0;
    let offset = 0;
    for (const part of source.split(/(«[^»]*»)/)) {
      const word = part.replaceAll(/[«»]/g, '');
      const name = part.startsWith('«') ? expected[index++] : undefined;
      if (name !== undefined) expect(contradictions(said, offset, word, name)).toEqual([]);
      offset += word.length;
    }
  });

  const corpus = path.resolve(import.meta.dirname, '../../../../test/corpus');
  const files = samplesIn(corpus).flatMap((sample) => {
    const program = programOfSample(sample);
    return program.uris.flatMap((uri) => {
      const file = program.parsed(uri);
      return file === undefined || file.diagnostics.length > 0
        ? []
        : [{ name: `${sample.name}/${path.basename(uri)}`, file, program }];
    });
  });
  test.each(files)('agree with the compiler on $name', ({ file, program }) => {
    const said = saidOf(program, file);
    const wrong = expectedColours(file).flatMap(({ offset, text, class: name }) =>
      contradictions(said, offset, text, name),
    );
    expect(wrong).toEqual([]);
  });
});
