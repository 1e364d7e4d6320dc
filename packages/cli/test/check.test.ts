import { describe, expect, it } from 'vitest';
import { brand, Folder, login, simple } from './folder.js';

describe('check', () => {
  it('says so when nothing is wrong', async () => {
    const folder = new Folder({ 'brand.failover': brand, 'login.failover': login });
    const { status, stdout, stderr } = await folder.run(['check']);
    expect([status, stdout, stderr]).toEqual([0, '', '2 files checked, no problems\n']);
  });

  it('shows each diagnostic with its lines, those of imported files too', async () => {
    const folder = new Folder({
      'brand.failover': brand.replace('{pin}.', '{pim}.'),
      'flows/login.failover': login.replace('"./', '"../').replace('{pin}', '{pni}'),
    });
    const { status, stdout, stderr } = await folder.run(['check', 'flows']);
    expect([status, stdout]).toEqual([1, '']);
    expect(
      stderr,
    ).toContain(`error[FO2001]: The flow \`login-code\` has no parameter or let \`pni\`; did you mean \`pin\`?
  ┌─ flows/login.failover:9:27
9 │   then sms "Your code is {pni}" ttl 5m
  │                           ^^^
  = why: `);
    expect(stderr).toContain('  ┌─ brand.failover:9:26\n');
    expect(stderr).toMatch(/\n\n3 errors in 2 files\n$/);
  });

  it('counts errors, warnings and notes, and where they are', async () => {
    const folder = new Folder({
      'a.failover': 'smss "x"',
      'b.failover': 'callback "http://a.b"\nfrom "A"\nto "+306912345678"\nsms "x"',
      'c.failover': simple('c'),
    });
    const { status, stderr } = await folder.run(['check']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/\n\n1 error, 1 warning and 1 note in 2 of 3 files\n$/);
    expect((await folder.run(['check', 'b.failover', 'c.failover'])).status).toBe(0);
  });

  it('counts in numbers that can be read', async () => {
    const lets = Array.from({ length: 1200 }, (_, index) => `let a${index} = "x"\n`).join('');
    const folder = new Folder({ 'a.failover': lets + simple('a') });
    const { status, stderr } = await folder.run(['check', '--max-warnings', '1000']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/\n\n1,200 warnings in a\.failover\n1,200 warnings: at most 1,000 are allowed\n$/);
  });

  it('ends with status 1 when there are more warnings than allowed', async () => {
    const folder = new Folder({ 'a.failover': simple('a').replace('from', 'callback "http://a.b"\n  from') });
    const one = await folder.run(['check', '--max-warnings', '1']);
    expect([one.status, one.stderr.endsWith('\n\n1 warning in a.failover\n')]).toEqual([0, true]);
    const none = await folder.run(['check', '--max-warnings=0']);
    expect(none.status).toBe(1);
    expect(none.stderr).toMatch(/\n1 warning in a.failover\n1 warning: at most 0 are allowed\n$/);
  });

  it('counts the warnings that failover.json makes of rules, in every format', async () => {
    const text = 'from "ACME"\nto "+306912345678"\ncallback "http://a.b"\nsms "x"';
    const folder = new Folder({ 'a.failover': text, 'b.failover': simple('b') });
    const statuses = async (rules: object, allowed: number) => {
      folder.write('failover.json', JSON.stringify({ rules }));
      const runs = ['pretty', 'json', 'sarif', 'github'].map((format) =>
        folder.run(['check', '--format', format, '--max-warnings', String(allowed)]),
      );
      const results = await Promise.all(runs);
      const told = results.filter(({ stderr }) => stderr.includes(`at most ${allowed} are allowed`)).length;
      return [results.map(({ status }) => status).join(''), told];
    };
    expect(await statuses({}, 0)).toEqual(['1111', 4]);
    expect(await statuses({}, 1)).toEqual(['0000', 0]);
    expect(await statuses({ FO4008: 'warning' }, 1)).toEqual(['1111', 4]);
    expect(await statuses({ FO4010: 'information' }, 0)).toEqual(['0000', 0]);
    expect(await statuses({ FO4010: 'error' }, 9)).toEqual(['1111', 0]);
    expect(await statuses({ FO4010: 'off', FO4008: 'off' }, 0)).toEqual(['0000', 0]);
  });

  it('prints JSON for programs', async () => {
    const folder = new Folder({ 'sub/ä.failover': '\n  smss "😀" from "ACME" \u202e' });
    const { status, stdout, stderr } = await folder.run(['check', '--format', 'json']);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).not.toContain('\u202e');
    const { diagnostics, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({});
    const word = {
      ...{ file: 'sub/ä.failover' },
      ...{ start: { line: 2, column: 3, offset: 3 }, end: { line: 2, column: 7, offset: 7 } },
    };
    expect(diagnostics[0]).toEqual({
      ...word,
      code: 'FO1030',
      severity: 'error',
      message: '`smss` is not a keyword; did you mean `sms`?',
      url: 'https://github.com/failover-lang/failover/blob/main/docs/diagnostics/FO1030.md',
      fixes: [{ title: 'Write `sms`', edits: [{ ...word, text: 'sms' }] }],
    });
    const fine = await new Folder({ 'a.failover': simple('a') }).run(['check', '--format', 'json']);
    expect([fine.status, fine.stdout]).toEqual([0, '{\n  "diagnostics": []\n}\n']);
  });

  it('reads standard input beside files', async () => {
    const folder = new Folder({ 'a.failover': simple('a') });
    const { status, stderr } = await folder.run(['check', 'a.failover', '-'], { input: 'smss "x"' });
    expect(status).toBe(1);
    expect(stderr).toContain('┌─ <stdin>:1:1\n');
    expect(stderr).toMatch(/in <stdin>\n$/);
  });

  it('goes on where one of the files cannot be read', async () => {
    const folder = new Folder({ 'a.failover': Buffer.from([0xff]), 'b.failover': 'smss "x"' });
    const { status, stderr } = await folder.run(['check']);
    expect(status).toBe(2);
    expect(stderr).toContain(
      'error: `a.failover` cannot be read: it is not UTF-8: line 1 has the byte 0xFF (offset 0)\n',
    );
    expect(stderr).toContain('error[FO1030]');
  });
});
