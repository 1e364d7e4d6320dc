import { describe, expect, test } from 'vitest';
import { parse } from '../../src/syntax/parse.js';
import { childrenOf } from '../../src/syntax/tree.js';
import { everyDeclaration, threeSteps } from './samples.js';

/** Texts that are made to be slow or to overflow the stack, as long as asked for. */
const hostile: Readonly<Record<string, (length: number) => string>> = {
  ...repeated(
    '{',
    '(',
    '({',
    'flow f {',
    'sms "x" { ttl 5m ',
    'voice { say "x" ',
    'viber template x (',
    'flow f (a: text(',
    'to {',
  ),
  ...repeated(
    '«',
    "'",
    "'a",
    '`',
    '"',
    '"a\n',
    '{ "a\n',
    '"""',
    '""" \\"""\n}',
    '/*\n',
    '/* ',
    '#',
    '// ',
    '\\',
    '-',
    '->',
    '=',
    ';',
    '; ',
  ),
  ...repeated(
    'x',
    'é',
    'a-',
    '1',
    '1.',
    '1h',
    'x y ',
    'x\n',
    'x( ',
    'x(\n',
    'x{\n',
    'x= ',
    '"a"x',
    '🎉',
    ' ',
    '\n',
    '\r',
    '\0',
  ),
  ...repeated(
    'flow ',
    'let ',
    'template ',
    'import ',
    'then ',
    'sms ',
    'sms hello ',
    'lang ',
    'callback ',
    'from x ',
    '.. ',
    '}',
  ),
  'nested braces': (length) => `flow f ${'{'.repeat(length / 2)}${'}'.repeat(length / 2)}`,
  'nested parentheses': (length) => `flow f(a: text${'('.repeat(length / 2)}${')'.repeat(length / 2)})`,
  'a long text': (length) => `sms "${'x'.repeat(length)}"`,
  'a text of many lines': (length) => `sms """\n${'  line {x}\n'.repeat(length / 11)}  """`,
  'a long indentation': (length) => {
    const spaces = ' '.repeat(length / 4);
    return `sms """\n${spaces}${spaces}a\n${spaces}\tb\n${spaces}${spaces}c\n"""`;
  },
  'braces in a text': (length) => `sms "${'{'.repeat(length)}"`,
  'braces and words in a text': (length) => `sms "${'{a b '.repeat(length / 5)}"`,
  'closing braces in a text': (length) => `sms "${'} '.repeat(length / 2)}"`,
  'backslashes in a text': (length) => `sms "${'\\q'.repeat(length / 2)}"`,
  'a long word in a step': (length) => `sms "x" ${'y'.repeat(length)} ttl 5m`,
  'words in a step': (length) => `sms "x" ${'y '.repeat(length / 2)}`,
  'misspelt words': (length) => `sms "x" ${'tll 5m\n'.repeat(length / 7)}`,
  statuses: (length) => `sms "x" on ${'failed '.repeat(length / 7)}`,
  languages: (length) => `flow f(a: lang(${'en, '.repeat(length / 4)})) { sms "x" }`,
  parameters: (length) => `flow f(${'a b '.repeat(length / 4)}) { sms "x" }`,
  arguments: (length) => `viber template x(${'a b '.repeat(length / 4)})`,
  verbs: (length) => `voice ${'say "x" '.repeat(length / 8)}`,
  'verbs in braces': (length) => `voice { ${'say "x" lang en '.repeat(length / 16)}}`,
  steps: (length) => `flow f { sms "x" ${'then sms "x" '.repeat(length / 13)}}`,
  'settings among steps': (length) => `flow f { sms "x" ${'callback "u" sms "x" '.repeat(length / 21)}}`,
};

function repeated(...texts: readonly string[]): Record<string, (length: number) => string> {
  return Object.fromEntries(
    texts.map((text) => [JSON.stringify(text), (length: number) => text.repeat(length / text.length)]),
  );
}

function parseTime(text: string): number {
  const start = performance.now();
  parse('memory:/a.failover', text);
  return performance.now() - start;
}

describe('ten times the text costs ten times the time', () => {
  test.each(Object.entries(hostile))('%s', (_, text) => {
    const small = text(4_000);
    const large = text(40_000);
    const atOnce = Math.min(parseTime(small), parseTime(small), parseTime(small));
    // What is quadratic costs a hundred times as much. A few milliseconds come and go with the machine.
    expect(Math.min(parseTime(large), parseTime(large))).toBeLessThan(40 * atOnce + 100);
  });

  test('in files without faults', () => {
    const flows = (count: number) => `${everyDeclaration.replace(/import.*/, '')}${threeSteps}`.repeat(count);
    const small = flows(50);
    const large = flows(500);
    parseTime(small);
    const atOnce = Math.min(...[1, 2, 3].map(() => parseTime(small)));
    expect(Math.min(parseTime(large), parseTime(large))).toBeLessThan(20 * atOnce);
  });
});

test('neither a deep nor a broad file overflows the stack', () => {
  const texts = ['{'.repeat(300_000), `${'{'.repeat(150_000)}${'}'.repeat(150_000)}`, `sms "${'{x}'.repeat(150_000)}"`];
  for (const text of texts) {
    const { tree } = parse('memory:/a.failover', text);
    expect(childrenOf(tree).length).toBeGreaterThan(0);
  }
});
