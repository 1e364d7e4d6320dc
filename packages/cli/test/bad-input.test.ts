import { chmodSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Folder, login, simple } from './folder.js';

/** Compiles into a folder, which nothing may have been written to, and which is not even made. */
async function refused(
  files: Record<string, string | Buffer>,
  args: readonly string[] = ['.'],
): Promise<[number | null, string]> {
  const folder = new Folder(files);
  const before = folder.list();
  const { status, stdout, stderr } = await folder.run(['compile', ...args, '-o', 'out']);
  expect(stdout).toBe('');
  expect(folder.list()).toEqual(before);
  return [status, stderr];
}

describe('files that cannot be read', () => {
  it.each<[string, Buffer, string]>([
    ['binary', Buffer.from([0x73, 10, 0, 1]), 'it is not text: line 2 has a NUL byte'],
    [
      'not UTF-8',
      Buffer.from('sms "\n\nGr\xfc\xdfe"', 'latin1'),
      'it is not UTF-8: line 3 has the byte 0xFC (offset 9)',
    ],
    ['cut off in a character', Buffer.from([0x73, 0xe2, 0x82]), 'it is not UTF-8: line 1 has the byte 0xE2 (offset 1)'],
    ['UTF-16', Buffer.from('\ufeffsms', 'utf16le'), 'it is UTF-16: save it as UTF-8'],
  ])('%s', async (_, bytes, reason) => {
    const message = `error: \`a.failover\` cannot be read: ${reason}\n`;
    expect(await refused({ 'a.failover': bytes, 'b.failover': simple('b') })).toEqual([2, message]);
    const imported = await refused({ 'a.failover': bytes, 'b.failover': `import "./a.failover"\n${simple('b')}` }, [
      'b.failover',
    ]);
    expect(imported[0]).toBe(1);
    expect(imported[1]).toContain(`error[FO2010]: \`./a.failover\` cannot be read: ${reason}\n  ┌─ b.failover:1:8\n`);
    const piped = await new Folder().run(['compile', '-'], { input: bytes });
    expect([piped.status, piped.stderr]).toEqual([2, `error: Standard input cannot be read: ${reason}\n`]);
  });

  it('a circle of symbolic links', async () => {
    const folder = new Folder({ 'b.failover': `import "./a.failover"\n${simple('b')}` });
    symlinkSync('a.failover', folder.at('a.failover'));
    const named = await folder.run(['compile', 'a.failover']);
    expect([named.status, named.stderr]).toEqual([
      2,
      'error: `a.failover` cannot be read: its symbolic links go in a circle\n',
    ]);
    const imported = await folder.run(['compile', 'b.failover']);
    expect(imported.status).toBe(1);
    expect(imported.stderr).toContain(
      'error[FO2010]: `./a.failover` cannot be read: its symbolic links go in a circle\n',
    );
  });

  it('files without permission', async () => {
    const folder = new Folder({ 'a.failover': simple('a'), 'b.failover': `import "./a.failover"\n${simple('b')}` });
    chmodSync(folder.path, 0o755);
    chmodSync(folder.at('a.failover'), 0);
    const named = await folder.run(['compile', 'a.failover'], { unprivileged: true });
    expect([named.status, named.stderr]).toEqual([2, 'error: `a.failover` cannot be read: permission denied\n']);
    const imported = await folder.run(['compile', 'b.failover'], { unprivileged: true });
    expect(imported.status).toBe(1);
    expect(imported.stderr).toContain('error[FO2010]: `./a.failover` cannot be read: permission denied\n');
  });

  it('an import of a folder, and of names that no file can have', async () => {
    const names = ['./folder.failover', './no\\u{0}.failover', `./${'x'.repeat(300)}.failover`, './missing.failover'];
    const source = names.map((name) => `import "${name}"\n`).join('') + simple('a');
    const [status, stderr] = await refused({ 'a.failover': source, 'folder.failover/x': '' }, ['a.failover']);
    expect(status).toBe(1);
    expect(stderr).toContain('error[FO2010]: `./folder.failover` cannot be read: it is a folder\n');
    expect(stderr).toContain('error[FO2010]: `./no␀.failover` cannot be read: no file can have that name\n');
    expect(stderr).toContain('…` cannot be read: the name is too long\n');
    expect(stderr).toContain('error[FO2006]: There is no file `./missing.failover`\n');
  });
});

describe('sources that are too much', () => {
  it('an empty file has nothing wrong, and no flow', async () => {
    expect(await refused({ 'a.failover': '' })).toEqual([
      2,
      'error: There is no flow in `a.failover`\n  = help: Flows of imported files do not count.\n',
    ]);
    expect((await new Folder({ 'a.failover': '' }).run(['check'])).stderr).toBe('1 file checked, no problems\n');
  });

  it('10 MB', async () => {
    const line = `// ${'x'.repeat(96)}\n`;
    const folder = new Folder({
      'a.failover': line.repeat(100_000) + simple('a') + simple('b').replace('sms', 'smss'),
    });
    const { status, stderr } = await folder.run(['compile', '.', '--flow', 'a']);
    expect(status).toBe(1);
    expect(stderr).toContain('      ┌─ a.failover:100012:3\n100012 │   smss "Hello" on failed\n');
  });

  it('more faults than a call can take arguments', async () => {
    const folder = new Folder({ 'a.failover': 'let a=""\n'.repeat(130_000) });
    const { status, stderr } = await folder.run(['check']);
    expect([status, stderr.slice(-31)]).toEqual([1, '\n\n129,999 errors in a.failover\n']);
  });

  it('10,000 nested braces', async () => {
    const [status, stderr] = await refused({ 'a.failover': `flow a ${'{'.repeat(10_000)}` });
    expect(status).toBe(1);
    expect(stderr).toContain('{{{{…\n');
    expect(Math.max(...stderr.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  it('a text of a million characters, and a name of as many', async () => {
    const [status, stderr] = await refused({
      'a.failover': simple('a', 'x'.repeat(1_000_000)).replace('flow a', `flow ${'a'.repeat(1_000_000)}`),
    });
    expect(status).toBe(1);
    expect(stderr).toContain('1,000,000 characters; at most 1,600 are allowed\n');
    expect(stderr.length).toBeLessThan(10_000);
  });

  it('no escape sequence of a source or a file name reaches the terminal', async () => {
    const source = 'sms "\u001b]0;title\u0007 \u009b31m \u202e" \u001b[2J from "ACME" \u2066 x\u0000'.replace(
      '\u0000',
      '',
    );
    const folder = new Folder({ 'a\u001b[31m.failover': source });
    const { status, stderr } = await folder.run(['check']);
    expect(status).toBe(1);
    expect(stderr).toContain('┌─ a␛[31m.failover:1:');
    expect(stderr).toContain('sms "␛]0;title␇ <U+009B>31m <U+202E>" ␛[2J from "ACME" <U+2066> x');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2066]/);
  });
});

describe('values that cannot be used', () => {
  const compile = (values: string | Buffer) =>
    new Folder({ 'login.failover': login, 'v.json': values, 'brand.failover': 'sender acme { sms "A" }' }).run(
      [...['compile', '-', '--values', 'v.json']],
      { input: 'sms "{pin}" from "A" on failed then voice say "x" lang en-US from "302101234567"' },
    );

  it('a file that is not JSON', async () => {
    const { status, stdout, stderr } = await compile('{\n  "pin": "1"\n  "to": "+30"\n}');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`error: \`v.json\` is not JSON: a comma is expected
  ┌─ v.json:3:3
3 │   "to": "+30"
  │   ^^^^
`);
    const problems = {
      '': 'a value is expected',
      '{ "pin": 1 } // no': 'comments are not allowed here',
      '{ "pin": 1, }': 'a key in double quotes is expected',
      '{ pin: 1 }': 'a key in double quotes is expected',
      "{ 'pin': 1 }": 'a key in double quotes is expected',
      '{ "pin": 1': 'a closing brace is expected',
      '{ "pin": 01 }': 'a key in double quotes is expected',
      '{ "pin": "a\nb" }': 'this text has no closing quote on its line',
      '{ "pin": "\\x" }': 'this escape does not exist',
      '{ "pin": nul }': 'this word means nothing',
    };
    for (const [text, problem] of Object.entries(problems)) {
      const found = await compile(text);
      expect([text, found.status, found.stderr.split('\n')[0]]).toEqual([
        text,
        2,
        `error: \`v.json\` is not JSON: ${problem}`,
      ]);
    }
  });

  it('a file that is no object, or no text, or not there', async () => {
    for (const text of ['[]', '"x"', 'null', '7']) {
      const { status, stderr } = await compile(text);
      expect([status, stderr]).toEqual([
        2,
        'error: `v.json` must be a JSON object with a value for each parameter\n  = help: For example: { "to": "+306912345678", "pin": "8213" }\n',
      ]);
    }
    expect((await compile(Buffer.from([0xff]))).stderr).toContain('error: `v.json` cannot be read: it is not UTF-8');
    const missing = await new Folder({ 'a.failover': simple('a') }).run(['compile', '--values', 'v.json']);
    expect([missing.status, missing.stderr]).toEqual([2, 'error: There is no file `v.json`\n']);
  });

  it('names that are no names of values', async () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const folder = new Folder({ 'a.failover': simple('a'), 'v.json': '{ "__proto__": { "to": "x" } }' });
    const { status, stderr } = await folder.run(['compile', ...names.flatMap((name) => ['--set', `${name}=x`])]);
    expect(status).toBe(1);
    for (const name of names) expect(stderr).toContain(`error[FO5002]: No flow takes a value for \`${name}\`\n`);
    const fromFile = await folder.run(['compile', '--values', 'v.json']);
    expect(fromFile.stderr).toContain('error[FO5002]: No flow takes a value for `__proto__`\n');
    const taken = new Folder({ 'a.failover': simple('a', '{__proto__}').replace('a {', 'a(__proto__: text(..9)) {') });
    expect((await taken.run(['compile', '--set', '__proto__=x'])).stdout).toContain('"body": "x"');
    expect((await taken.run(['compile'])).stderr).toContain('needs a value for `__proto__`');
  });
});
