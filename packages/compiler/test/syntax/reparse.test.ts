import { describe, expect, test } from 'vitest';
import { fc, runs } from '../../../../test/support/fast-check.js';
import { type ParsedFile, parse } from '../../src/syntax/parse.js';
import { reparse } from '../../src/syntax/reparse.js';
import { keywordTexts, Text } from '../../src/syntax/tokens.js';
import { childrenOf, type ItemNode, type SyntaxNode } from '../../src/syntax/tree.js';
import { contentOf } from '../seen.js';
import { everyDeclaration, productions } from './samples.js';

const uri = 'memory:/a.failover';

function sameAsParse(before: string, after: string): void {
  expect(contentOf(reparse(parse(uri, before), after))).toEqual(contentOf(parse(uri, after)));
}

/** Whether the item at an index was taken over, and not read again. */
function keeps(before: string, after: string, index: number): boolean {
  const file = parse(uri, before);
  const item = file.tree.items[index];
  return reparse(file, after).tree.items[index] === item;
}

/** Whether what is read anew of an item is one of its texts. The rest is seen by its first part. */
function readsTextAlone(before: string, after: string): boolean {
  const file = parse(uri, before);
  const items = firstParts(file);
  return isTextAlone(items, reparse(file, after));
}

type FirstParts = readonly { readonly item: ItemNode; readonly part: SyntaxNode | undefined }[];

function firstParts({ tree }: ParsedFile): FirstParts {
  return tree.items.map((item) => ({ item, part: childrenOf(item)[0] }));
}

function isTextAlone(before: FirstParts, file: ParsedFile): boolean {
  const now = firstParts(file);
  const others = now.filter(({ item }, index) => item !== before[index]?.item);
  return (
    now.length === before.length &&
    others.length === 1 &&
    others.every((one) => before.some(({ part }) => part === one.part))
  );
}

const two = 'flow a {\n  sms "x"\n}\n\n// between\nflow b {\n  sms "y" ttl 5m\n}\n';

describe('reparse', () => {
  test.each([
    ['within a text', '"x"', '"xyz"'],
    ['that leaves a fault', 'sms "x"', 'sms "x" tl'],
    ['of a comment between', '// between', '// between us'],
    ['that takes the comment out', '// between\n', ''],
  ])('takes over what an edit %s does not touch', (_, from, to) => {
    const after = two.replace(from, to);
    expect(keeps(two, after, 1)).toBe(true);
    sameAsParse(two, after);
  });

  test.each([
    ['opens a brace', 'sms "x"', 'sms "x" {'],
    ['opens a text', 'sms "x"', 'sms "x'],
    ['opens a long text', 'sms "x"', 'sms """x'],
    ['takes the last brace out', '}\n\n//', '\n\n//'],
    ['lets a comment run on', '// between\n', '// between'],
    ['writes a word between', '// between', 'let'],
    ['writes a byte order mark between', '}\n\n//', '}\ufeff\n//'],
  ])('reads all anew after an edit that %s', (_, from, to) => {
    const after = two.replace(from, to);
    expect(keeps(two, after, 1)).toBe(false);
    sameAsParse(two, after);
  });

  test('reads all anew after an edit that parts a name from its brace', () => {
    const sender = 'sender acme {\n  sms "ACME"\n}\n\nviber "a" then sms "b"\n';
    sameAsParse(sender, sender.replace('acme', 'ac\nme'));
  });

  test('reads all anew where a fault elsewhere may reach', () => {
    const broken = two.replace('ttl 5m\n}', 'ttl 5m');
    expect(keeps(broken, broken.replace('"x"', '"z"'), 1)).toBe(false);
    sameAsParse(broken, broken.replace('"x"', '"z"'));
  });

  test('reads all anew where a fault may reach the step behind it', () => {
    const sound = 'flow a(to: phone, b: text) { sms "x" }\nviber "a" then sms "b"';
    sameAsParse(sound, sound.replace('b: text)', 'b: t\next = "x",)'));
    sameAsParse(sound, sound.replace('"x" }', '"x" tll 5m }'));
  });

  test('keeps no more of old texts than it uses', () => {
    const file = reparse(parse(uri, two), two.replace('"x"', '"a text that is longer than a few letters"'));
    expect([...file.tokens].map(({ image }) => image)).toContain('"a text that is longer than a few letters"');
    expect(reparse(file, file.text)).toBe(file);
  });

  test.each([
    ['types a letter', '"x"', '"xy"', true],
    ['writes a hole', '"x"', '"x {b}"', true],
    ['takes letters out', '"y"', '"long y"', true],
    ['empties a text', '"x"', '""', false],
    ['leaves an escape that is none', '"x"', '"\\x"', false],
    ['opens a hole', '"x"', '"x{"', false],
    ['closes the text early', '"x"', '"x"y"', false],
    ['breaks the line', '"x"', '"x\n"', false],
    ['makes a long text', '"x"', '"""x"', false],
  ])('where an edit %s, reads the text alone if it stays one', (_, from, to, isAlone) => {
    const after = two.replace(from, to);
    expect(readsTextAlone(two, after)).toBe(isAlone);
    sameAsParse(two, after);
  });

  test('reads more than a text where something is at fault', () => {
    const broken = two.replace('ttl 5m', 'tl 5m');
    const after = broken.replace('"x"', '"xy"');
    expect(readsTextAlone(broken, after)).toBe(false);
    sameAsParse(broken, after);
  });

  test('gives what parse gives, edit after edit within texts', () => {
    let alone = 0;
    const harmless = fc.constantFrom('x', 'yz', '', ' ', 'é', '👋', '{a}', '{a-b}', '\\n', '\\"', '\\u{e9}');
    const harmful = fc.constantFrom('"', '""', '"""', '\\', '{', '}', '\n', '" "', '" ttl 5m then sms "', '” “');
    const inserted = fc.oneof({ weight: 4, arbitrary: harmless }, { weight: 1, arbitrary: harmful });
    const edit = fc.record({ text: fc.nat(), at: fc.nat(), removed: fc.nat(2), inserted, undone: fc.boolean() });
    const texts = Object.values(productions).filter((one) => parse(uri, one).diagnostics.length === 0);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(texts, { minLength: 0, maxLength: 1 }),
        fc.array(edit, { minLength: 1, maxLength: 12 }),
        (parts, edits) => {
          let file = parse(uri, [two, ...parts].join('\n'));
          for (const { text: which, at, removed, inserted, undone } of edits) {
            const original = file.text;
            const quoted = [...file.tokens].filter(({ tokenType }) => tokenType === Text);
            const token = quoted[which % quoted.length];
            if (token === undefined) break;
            const offset = token.startOffset + 1 + (at % token.image.length);
            const text = original.slice(0, offset) + inserted + original.slice(offset + removed);
            const items = firstParts(file);
            file = reparse(file, text);
            if (isTextAlone(items, file)) alone++;
            expect(contentOf(file), text).toEqual(contentOf(parse(uri, text)));
            // What is at fault would have everything that follows read anew.
            if (undone || file.diagnostics.length > 0) file = reparse(file, original);
            expect(contentOf(file), original).toEqual(contentOf(parse(uri, file.text)));
          }
        },
      ),
      runs(100),
    );
    expect(alone).toBeGreaterThan(100);
  });

  test('gives what parse gives, edit after edit', () => {
    let shortcuts = 0;
    const texts = Object.values(productions);
    const piece = fc.oneof(
      fc.constantFrom(...keywordTexts),
      fc.constantFrom(
        '{',
        '}',
        '"',
        '"""',
        '(',
        ')',
        ',',
        ':',
        '=',
        '..',
        '//',
        '///',
        '\n',
        '\r\n',
        ' ',
        '',
        '\\',
        '{x}',
        '#',
      ),
      fc.constantFrom(
        '5m',
        '10',
        '"x"',
        'x',
        'é',
        '👋',
        'ttl 5m',
        'on failed',
        'then sms "z"',
        '\ufeff',
        ';',
        '“',
        "'",
      ),
    );
    const edit = fc.record({
      at: fc.nat(),
      removed: fc.oneof(fc.constant(0), fc.nat(8)),
      inserted: piece,
      undone: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(texts, { minLength: 1, maxLength: 3 }),
        fc.array(edit, { minLength: 1, maxLength: 12 }),
        (parts, edits) => {
          let file = parse(uri, [everyDeclaration, ...parts].join('\n'));
          for (const { at, removed, inserted, undone } of edits) {
            const original = file.text;
            const offset = at % (file.text.length + 1);
            const text = file.text.slice(0, offset) + inserted + file.text.slice(offset + removed);
            const last = file.tree.items.at(-1);
            file = reparse(file, text);
            if (last !== undefined && file.tree.items.at(-1) === last) shortcuts++;
            expect(contentOf(file), text).toEqual(contentOf(parse(uri, text)));
            if (undone) file = reparse(file, original);
          }
        },
      ),
      runs(200),
    );
    expect(shortcuts).toBeGreaterThan(100);
  });
});
