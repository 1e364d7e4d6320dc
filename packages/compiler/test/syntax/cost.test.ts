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

/** Processor time in milliseconds: what else the machine does counts for less. */
function parseTime(texts: readonly string[]): number {
  const start = process.cpuUsage();
  const files = texts.map((text) => parse('memory:/a.failover', text));
  const { user, system } = process.cpuUsage(start);
  expect(files).toHaveLength(texts.length);
  return (user + system) / 1_000;
}

/**
 * How many times longer some texts take than others, at their least: a busy machine makes some tries slow, and none fast.
 * @param spare milliseconds that may be left out
 * @param enough how few times are wanted, after which no more is tried
 */
function leastRatio(small: readonly string[], large: readonly string[], spare: number, enough: number): number {
  let ratio = Infinity;
  let least: readonly [number, number] = [Infinity, Infinity];
  for (let tries = 0; tries < 12 && ratio >= enough; tries++) {
    least = [Math.min(least[0], parseTime(small)), Math.min(least[1], parseTime(large))];
    ratio = (least[1] - spare) / least[0];
  }
  return ratio;
}

describe('ten times the text costs ten times the time', () => {
  test.each(Object.entries(hostile))('%s', (_, text) => {
    // What is quadratic costs a hundred times as much. A few milliseconds come and go with the machine.
    expect(leastRatio([text(4_000)], [text(40_000)], 100, 40)).toBeLessThan(40);
  });

  test('in files without faults', () => {
    const flows = (count: number) => `${everyDeclaration.replace(/import.*/, '')}${threeSteps}`.repeat(count);
    // As much in ten files, which are kept: moving what is kept is half of what a large file costs.
    const inTen = Array.from({ length: 10 }, () => flows(50));
    expect(leastRatio(inTen, [flows(500)], 0, 2)).toBeLessThan(2);
  });
});

test('neither a deep nor a broad file overflows the stack', () => {
  const texts = ['{'.repeat(300_000), `${'{'.repeat(150_000)}${'}'.repeat(150_000)}`, `sms "${'{x}'.repeat(150_000)}"`];
  for (const text of texts) {
    const { tree } = parse('memory:/a.failover', text);
    expect(childrenOf(tree).length).toBeGreaterThan(0);
  }
});
