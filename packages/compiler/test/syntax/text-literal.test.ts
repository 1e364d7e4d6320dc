import { expect, test } from 'vitest';
import { parse } from '../../src/syntax/parse.js';

/** What a text stands for, with its holes as they are written. */
function read(literal: string): string {
  const { tree, diagnostics } = parse('memory:/a.failover', `let a = ${literal}`);
  expect(diagnostics).toEqual([]);
  const [item] = tree.items;
  const parts = item?.kind === 'let' ? (item.value?.parts ?? []) : [];
  return parts.map((part) => (part.kind === 'chars' ? part.value : `{${part.name?.text}}`)).join('');
}

test.each([
  ['"plain"', 'plain'],
  ['""', ''],
  [String.raw`"a\nb\tc\"d\\e\{f\}g"`, 'a\nb\tc"d\\e{f}g'],
  [String.raw`"\u{1F600}\u{41}"`, '😀A'],
  ['"{name} and { other }"', '{name} and {other}'],
  ['"Ο κωδικός σας"', 'Ο κωδικός σας'],
])('%s', (literal, value) => {
  expect(read(literal)).toBe(value);
});

test.each([
  [
    'the first and last line break and the indentation are left out',
    '"""\n    Hello\n      there\n    """',
    'Hello\n  there',
  ],
  ['the closing quotes do not count for the indentation', '"""\n    Hello\n"""', 'Hello'],
  ['a line of white space is empty', '"""\n  a\n      \n  b\n  """', 'a\n\nb'],
  ['CRLF is a line feed', '"""\r\n  a\r\n  b\r\n  """', 'a\nb'],
  ['tabs and spaces share nothing', '"""\n\ta\n  b\n"""', '\ta\n  b'],
  ['on one line', '"""a "quoted" b"""', 'a "quoted" b'],
  ['with holes and escapes', '"""\n  {name}\\n\\{x\\}\n  """', '{name}\n{x}'],
  ['empty', '""""""', ''],
])('a text of several lines: %s', (_, literal, value) => {
  expect(read(literal)).toBe(value);
});

test('each character of a text leads back to its place', () => {
  const source = 'let a = """\n    one\n    t\\u{77}o {x}\n    """';
  const [item] = parse('memory:/a.failover', source).tree.items;
  const parts = item?.kind === 'let' ? (item.value?.parts ?? []) : [];
  expect(parts.map(({ offset, length }) => source.slice(offset, offset + length))).toEqual([
    'one',
    '\n    ',
    't',
    '\\u{77}',
    'o ',
    '{x}',
  ]);
});
