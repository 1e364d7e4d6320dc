import { lexer, type Token, walkTokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { fc } from '../../../../test/support/fast-check.js';
import { everywhere, markdownOf, storyIn, storyWith } from './told.js';

/** How often each kind of mark stands in a text, and the texts outside of code. */
function marksIn(markdown: string): { counts: Record<string, number>; html: string[]; texts: string } {
  const counts: Record<string, number> = {};
  const html: string[] = [];
  const texts: string[] = [];
  walkTokens(lexer(markdown), (token: Token) => {
    counts[token.type] = (counts[token.type] ?? 0) + 1;
    if (token.type === 'html') html.push(token.raw);
    if ((token.type === 'text' && token.tokens === undefined) || token.type === 'escape') texts.push(token.raw);
  });
  return { counts, html, texts: texts.join('·') };
}

const kinds = [
  'link',
  'image',
  'em',
  'del',
  'br',
  'def',
  'hr',
  'heading',
  'strong',
  'code',
  'table',
  'list',
  'list_item',
];

function shapeOf(markdown: string): Record<string, number> {
  const { counts } = marksIn(markdown);
  return Object.fromEntries(kinds.filter((kind) => kind !== 'br').map((kind) => [kind, counts[kind] ?? 0]));
}

describe('a flow in Markdown', () => {
  it('has a heading, a step an item, a table of its parameters, and a diagram', () => {
    const markdown = markdownOf(
      storyIn('/// Says hello.\nflow hello(to: phone, n: int(1..9) = 3) { sms "Hello {n} times" }'),
    );
    expect(markdown.slice(0, markdown.indexOf('```mermaid'))).toBe(`### \`hello\` in \`main.failover\`

Says hello.

It starts with an SMS, and has no other step. All is over after 20 hours at the latest.

One request carries all of it: \`POST /failover\`, the standard endpoint, because no step sends an approved Viber template.

1. **SMS, at once**

   > Hello \`{n}\` times

   At most 13 characters: 1 part in GSM-7.

   Sent from \`acme\` (\`ACME\`) to \`{to}\`.

   This is the last step: nothing follows, whatever becomes of it. The network tries for up to 20 hours, by default.

| Name | What it is | Where it goes | Sent as | Default |
| --- | --- | --- | --- | --- |
| \`to\` | A number in E.164 form, such as \`+306912345678\` (\`phone\`). | the recipient in step 1 | text | none, so it must be given |
| \`n\` | A whole number from 1 to 9. | the text in step 1 | text | \`3\` |

`);
    expect(markdown).toMatch(/```mermaid\nflowchart TD\n[^`]*```\n$/);
  });

  it('keeps the lines of a text', () => {
    expect(markdownOf(storyIn('sms "one\\ntwo\\n\\nthree"'))).toContain('   > one\\\n   > two\n   >\n   > three\n');
  });

  it.each([
    ['<script>alert(1)</script>', '\\<script\\>alert\\(1\\)\\</script\\>'],
    ['@acme fixes #12', '@<!-- -->acme fixes \\#<!-- -->12'],
    ['[a](https://a.b) ![x](y)', '\\[a\\]\\(https:<!-- -->//a.b\\) \\!\\[x\\]\\(y\\)'],
    ['www.acme.com, GH-1, me@acme.com', 'www<!-- -->.acme.com, GH<!-- -->-1, me@<!-- -->acme.com'],
    ['a | b `c` ~~d~~ $e$ &amp;', 'a \\| b \\`c\\` \\~\\~d\\~\\~ \\$e\\$ \\&amp;'],
    ['- a', '\\- a'],
    ['12. a', '12\\. a'],
    ['\u001b[31mred\u202e', '␛\\[31mred\\<U+202E\\>'],
  ])('shows %j as it is', (text, escaped) => {
    const markdown = markdownOf(storyWith('/// PLACE\nflow f { sms "PLACE" }', text));
    expect(markdown).toContain(`\n\n${escaped}\n\n`);
    expect(markdown).toContain(`   > ${escaped}\n`);
  });

  it('shows names as code, whatever is in them', () => {
    const from = (id: string) =>
      /Sent from (.*) to `\{to\}`/.exec(markdownOf(storyWith('sms "x" from "PLACE"', id)))?.[1];
    expect(from('a|b')).toBe('`a|b`');
    expect(from('a`b``c')).toBe('```a`b``c```');
    expect(from('`')).toBe('`` ` ``');
    expect(from(' ')).toBe('(empty)');
    const table = (value: string) =>
      /\| ([^\n]*) \|\n\n```/.exec(
        markdownOf(storyWith('flow f(to: phone, a: text = "PLACE") { sms "{a}" }', value)),
      )?.[1];
    expect(table('a`b')).toMatch(/ \| ``a`b``$/);
    expect(table('a\\|b`c')).toMatch(/ \| a\\\\\\\|b\\`c$/);
  });

  it('has the same shape, whatever stands in its texts', () => {
    const usual = shapeOf(markdownOf(storyWith(everywhere, 'a word')));
    expect(usual).toMatchObject({ heading: 1, link: 0, image: 0, em: 0, table: 1, code: 1, strong: 6 });
    const piece = fc.oneof(
      fc.constantFrom(
        '<b>',
        '</b>',
        '<!--',
        '-->',
        '[a](b)',
        '![',
        '](',
        'https://a.b',
        'www.a.b',
        '@a',
        '#1',
        'GH-1',
        '**',
        '__',
      ),
      fc.constantFrom(
        '\n',
        '\r',
        '\n\n',
        '\t',
        '    ',
        '```',
        '~~~',
        '`',
        '|',
        '---',
        '===',
        '> ',
        '- ',
        '1. ',
        '# ',
        '\\',
        '&lt;',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('a', 'b.c', ' ', 'mailto:a@b.c', '$x$', '[^1]', '[x]: y', '<a@b.c>', 'http', '://'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const markdown = markdownOf(storyWith(everywhere, `a${pieces.join('')}`));
        expect(shapeOf(markdown)).toEqual(usual);
        const { html, texts } = marksIn(markdown);
        expect(html.filter((one) => one.trim() !== '<!-- -->')).toEqual([]);
        expect(texts).not.toMatch(/https?:\/\/|(?!\n)\p{Cc}|\u202e/u);
        expect(markdown).not.toMatch(/(?<=^[^`]*)@[a-z]/m);
      }),
      { numRuns: 100 },
    );
  });
});
