import { LineIndex } from '@failover/compiler';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { pretty } from '../../src/output/pretty.js';
import { show } from './show.js';

const fix = (title: string, offset: number, length: number, text: string) => ({
  title,
  edits: [{ uri: 'a.failover', offset, length, text }],
});

describe('pretty', () => {
  it('says what is wrong, where, why, what to do and where to read on', () => {
    const text = show('import "./a.failover"\n\nsms "Hi {«pni»}"\n', {
      ...{ code: 'FO2001', message: 'No `pni`', why: 'It must be declared.', help: 'Declare it.' },
    });
    expect(text).toBe(`error[FO2001]: No \`pni\`
  ┌─ a.failover:3:10
3 │ sms "Hi {pni}"
  │          ^^^
  = why: It must be declared.
  = help: Declare it.
  = see: https://github.com/failover-lang/failover/blob/main/docs/diagnostics/FO2001.md
`);
  });

  it('says why and where to read on once for each code', () => {
    const lines = new LineIndex('a\nb\n');
    const finding = { severity: 'warning', code: 'FO4001', message: 'Hm', why: 'Because.' } as const;
    const [first, second] = pretty(
      [2, 0].map((offset) => ({ ...finding, place: { uri: 'x', offset, length: 1 } })),
      () => ({ name: 'x', lines }),
      { colours: pc.createColors(false), columns: 80, measure: (text) => text.length },
    ).split('\n\n');
    expect(first).toContain('= why: Because.\n  = see: ');
    expect(second).toBe('warning[FO4001]: Hm\n  ┌─ x:1:1\n1 │ a\n  │ ^\n');
  });

  it('shows related places of the same file with their own lines, and of others below', () => {
    const first = 'flow x«(»to: phone «{»\n\n\n\n  sms "x"\n';
    expect(show([first.replace('«(»', '('), 'let «a» = "b"'], { related: ['also here'] })).toBe(`error: No
  ┌─ a.failover:1:18
1 │ flow x(to: phone {
  │                  ^
  ├─ b.failover:1:5
1 │ let a = "b"
  │     - also here
`);
    const turned = ['a\nflow «x»\nb\n\nflow «x»'].map((text) => text.replace('«x»', 'x'));
    expect(show(turned)).toContain('  ┌─ a.failover:5:6\n5 │ flow x\n');
    expect(show('flow «x»(to «{» {', { related: ['opened here'] })).toBe(`error: No
  ┌─ a.failover:1:6
1 │ flow x(to { {
  │      ^
  │           - opened here
`);
    expect(show('one «1»\ntwo\nthree\nfour «4»\n', { related: ['the other'] })).toBe(`error: No
  ┌─ a.failover:1:5
1 │ one 1
  │     ^
  ┆
4 │ four 4
  │      - the other
`);
  });

  it('marks what goes over several lines at its side', () => {
    expect(show('«flow x {\n  sms "a"\n}»\n')).toBe(`error: No
  ┌─ a.failover:1:1
1 │ ╭ flow x {
2 │ │   sms "a"
3 │ ╰ }
`);
    expect(show('«1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n»')).toBe(`error: No
   ┌─ a.failover:1:1
 1 │ ╭ 1
 2 │ │ 2
   │ ┆
10 │ ╰ 10
`);
    expect(show('one «line\n»two')).toBe('error: No\n  ┌─ a.failover:1:5\n1 │ one line\n  │     ^^^^\n');
  });

  it('points between characters, at the end of the file too', () => {
    expect(show('sms "a«»"')).toContain('1 │ sms "a"\n  │       ^\n');
    expect(show('sms «»')).toContain('1 │ sms\n  │     ^\n');
    expect(show('then sms\n\n\n«»')).toBe(`error: No
  ┌─ a.failover:4:1
1 │ then sms
  ┆
4 │
  │ ^
`);
    expect(show('«»')).toBe('error: No\n  ┌─ a.failover:1:1\n1 │\n  │ ^\n');
  });

  it('shows what to write where the title of a fix does not say it', () => {
    expect(show('sms «"»a', { fixes: [fix('Close the text', 6, 0, '"')] })).toContain(
      '  = help: Close the text\n1 + sms "a"\n',
    );
    expect(show('«x»', { fixes: [fix('Write `1m`', 0, 1, '1m'), fix('Write `2m`', 0, 1, '2m')] })).toContain(
      '  = help: Write `1m`\n  =   or: Write `2m`\n',
    );
    const asked = show('«x»', { message: 'No `x`; did you mean `y`?', fixes: [fix('Write `y`', 0, 1, 'y')] });
    expect(asked).not.toContain('help');
  });

  it('has no excerpt where there is no place', () => {
    expect(show('sms', { list: ['one', 'two'], help: 'Choose one.' })).toBe(
      'error: No\n    one\n    two\n  = help: Choose one.\n',
    );
  });

  it('breaks long explanations at their spaces', () => {
    expect(show('«x»', { code: 'FO1001', why: 'one two three four five six seven eight' }, 39)).toContain(
      '  = why: one two three four five six\n         seven eight\n',
    );
  });

  it('cuts messages that are too long', () => {
    const [heading = ''] = show('«x»', { message: 'x'.repeat(5000) }).split('\n');
    expect(heading.length).toBeLessThan(700);
    expect(heading.endsWith('…')).toBe(true);
  });
});
