import { describe, expect, it } from 'vitest';
import { Folder, simple } from './folder.js';

const page = (code: string) => `https://github.com/failover-lang/failover/blob/main/docs/diagnostics/${code}.md`;

async function annotations(folder: Folder, args: readonly string[] = [], options = {}) {
  const { status, stdout, stderr } = await folder.run(['check', '--format', 'github', ...args], options);
  return { status, lines: stdout.split('\n').filter((line) => line !== ''), stderr };
}

describe('check --format github', () => {
  it('annotates lines, and sums up for people', async () => {
    const folder = new Folder({
      'flows/a.failover': 'from "ACME"\nto "+306912345678"\ncallback "http://a.b"\nsms "x"',
    });
    const { status, lines, stderr } = await annotations(folder);
    expect([status, stderr]).toEqual([0, '1 warning and 1 note in flows/a.failover\n']);
    expect(lines).toEqual([
      `::warning file=flows/a.failover,line=3,endLine=3,col=10,endColumn=21,title=FO4010::The address after \`callback\` is plain http%0A${page('FO4010')}`,
      `::notice file=flows/a.failover,line=4,endLine=4,col=1,endColumn=3,title=FO4008::Nothing follows when this step fails: the flow has one step%0A${page('FO4008')}`,
    ]);
    const fine = await annotations(new Folder({ 'a.failover': simple('a') }));
    expect(fine).toEqual({ status: 0, lines: [], stderr: '1 file checked, no problems\n' });
  });

  it('names files relative to the repository, and escapes what GitHub would read as its own', async () => {
    const folder = new Folder({ 'flows/50%, a:b.failover': 'sms "x" from "A%3A" to "+306912345678" on nope%0A' });
    const env = { GITHUB_WORKSPACE: folder.path };
    const { lines } = await annotations(folder, ['.'], { env, at: 'flows' });
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      expect(line).toMatch(/^::error file=flows\/50%25%2C a%3Ab\.failover,line=1,endLine=1,col=/);
    expect(lines.join('')).not.toMatch(/%(?!25|2C|3A|0A)/);
  });

  it('gives no columns to a stretch of several lines', async () => {
    const text = `sms """\n  ${'x'.repeat(100)}\n  y\n""" from "ACME" to "+306912345678" on nope\n`;
    const folder = new Folder({ 'a.failover': text.replace('from', 'viber "y" from') });
    const { lines } = await annotations(folder);
    for (const line of lines) {
      const [, first, last] = /line=(\d+),endLine=(\d+)/.exec(line) ?? [];
      expect(/,col=/.test(line)).toBe(first === last);
    }
    const long = new Folder({
      'a.failover': `from "A"\nto "+306912345678"\nsms """\n  ${'x'.repeat(400)}\n  y\n"""\n`,
    });
    expect((await annotations(long)).lines.join('\n')).toMatch(/line=3,endLine=6,title=/);
  });

  it('ends with the last column of what is meant, on a wide character too', async () => {
    const folder = new Folder({ 'a.failover': '\ufeffsmss "😀"' });
    expect((await annotations(folder)).lines[0]).toContain('line=1,endLine=1,col=1,endColumn=4,');
  });

  it('annotates what could not be read, and standard input without a file', async () => {
    const folder = new Folder({ 'a.failover': Buffer.from([0xff]) });
    const { status, lines, stderr } = await annotations(folder);
    expect([status, stderr]).toEqual([2, '']);
    expect(lines).toEqual([expect.stringMatching(/^::error title=failover::`a.failover` cannot be read: /)]);
    const input = await annotations(folder, ['-'], { input: 'smss "x"' });
    expect(input.lines[0]).toMatch(/^::error title=FO1030::<stdin>: `smss` is not a keyword/);
  });

  it('has the severities that failover.json chooses, and mistakes in it', async () => {
    const folder = new Folder({ 'a.failover': simple('a').replace('from', 'callback "http://a.b"\n  from') });
    const commands = async (rules: object) => {
      folder.write('failover.json', JSON.stringify({ rules }));
      const { status, lines } = await annotations(folder);
      return [status, ...lines.map((line) => line.split(/[ ,]/, 2).join(' '))];
    };
    expect(await commands({ FO4010: 'information' })).toEqual([0, '::notice file=a.failover']);
    expect(await commands({ FO4010: 'error' })).toEqual([1, '::error file=a.failover']);
    expect(await commands({ FO4010: 'off' })).toEqual([0]);
    expect(await commands({ FO4: 'off' })).toEqual([1, '::error file=failover.json']);
  });
});
