import { describe, expect, it } from 'vitest';
import { brand, Folder, login, simple, values } from './folder.js';

const tour = { 'brand.failover': brand, 'login.failover': login };

describe('compile', () => {
  it('prints the request body of the one flow there is', async () => {
    const { status, stdout, stderr } = await new Folder(tour).run(['compile', 'login.failover', ...values]);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout.startsWith('{\n  "flow": [\n    {\n      "type": "Viber",')).toBe(true);
    expect(stdout.endsWith('}\n')).toBe(true);
    const { flow, callback } = JSON.parse(stdout);
    expect(callback.url).toBe('https://api.acme.com/failover');
    expect(flow[1]).toEqual({
      ...{ type: 'Sms', from: 'ACME', to: '+306912345678', message: { body: 'Your code is 8213' } },
      ...{ ttl: 5, order: 2 },
    });
  });

  it('takes values from a file, and those of the command line before them', async () => {
    const folder = new Folder({ ...tour, 'values.json': '\ufeff{ "to": "+306900000000", "pin": "1111" }' });
    const { stdout } = await folder.run(['compile', 'login.failover', '--values', 'values.json', '--set=pin=22=2']);
    const [, sms] = JSON.parse(stdout).flow;
    expect([sms.to, sms.message.body]).toEqual(['+306900000000', 'Your code is 22=2']);
  });

  it('reads the text of an int parameter as a number, and a values file as JSON has it', async () => {
    const source = `template t(n: int) "6f1b4a52-91d5-4c6a-a3a8-0d3f5f0c7d11"
flow f(to: phone, n: int) { from "0094d198-4dd2-4fb5-b451-d46aca191b27" viber template t(n: {n}) lang en on expired then sms "{n}" from "A" }
`;
    const folder = new Folder({ 'f.failover': source, 'text.json': '{ "n": "7" }' });
    const to = ['--set', 'to=+306912345678'];
    const { stdout } = await folder.run(['compile', 'f.failover', ...to, '--set', 'n=7']);
    expect(JSON.parse(stdout).flow[0].templateParams).toEqual({ n: 7 });
    const word = await folder.run(['compile', 'f.failover', ...to, '--set', 'n=seven']);
    expect(word.stderr).toContain('error[FO5003]: `n` must be a whole number (`int`), not ');
    const text = await folder.run(['compile', 'f.failover', ...to, '--values', 'text.json']);
    expect(text.stderr).toContain('error[FO5003]: `n` must be a whole number (`int`), not ');
    expect([word.status, text.status]).toEqual([1, 1]);
  });

  it('puts texts in the place of lets', async () => {
    const folder = new Folder(tour);
    const { stdout } = await folder.run(['compile', 'login.failover', ...values, '--define', 'api=https://staging']);
    expect(JSON.parse(stdout).callback.url).toBe('https://staging/failover');
    const unknown = await folder.run(['compile', 'login.failover', '--define', 'apy=x']);
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toContain('error[FO5006]: No let is called `apy`; did you mean `api`?\n');
  });

  it('names every parameter without a value, every unknown name and every wrong value at once', async () => {
    const folder = new Folder(tour);
    const args = ['--set', 'pim=1', '--set', 'pin=1', '--define', 'apy=x'];
    const { status, stdout, stderr } = await folder.run(['compile', 'login.failover', ...args]);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('error[FO5006]: No let is called `apy`; did you mean `api`?\n');
    expect(stderr).toContain('error[FO5002]: No flow takes a value for `pim`; did you mean `pin`?\n');
    expect(
      stderr,
    ).toContain(`error[FO5001]: The flow \`login-code\` needs a value for \`to\`, a number in E.164 form, such as \`+306912345678\` (\`phone\`)
  ┌─ login.failover:5:17
5 │ flow login-code(to: phone, pin: text(4..10)) {
  │                 ^^
`);
    expect(stderr).toContain('= help: Add `--set to=…`\n');
    expect(stderr).toContain('error[FO5004]: `pin` has 1 character: it takes 4 to 10 characters\n');
    expect(stderr).toContain('\n4 errors: nothing was compiled\n');
  });

  it('prints a bundle, whose parameters stay open', async () => {
    const folder = new Folder(tour);
    const { status, stdout } = await folder.run(['compile', 'login.failover', '--emit', 'bundle']);
    expect(status).toBe(0);
    const { flow, params, holes } = JSON.parse(stdout);
    expect([flow, Object.keys(params.properties)]).toEqual(['login-code', ['to', 'pin']]);
    expect(holes).toContainEqual({ at: '/flow/1/message/body', parts: ['Your code is ', { param: 'pin' }] });
    for (const option of [
      ['--set', 'pin=1'],
      ['--values', 'none.json'],
    ]) {
      const wrong = await folder.run(['compile', 'login.failover', '--emit', 'bundle', ...option]);
      expect(wrong.status).toBe(2);
      expect(
        wrong.stderr,
      ).toBe(`error: \`${option[0]}\` has no use with \`--emit bundle\`: a bundle keeps its parameters open
  = help: Leave one of them out.
`);
    }
  });

  it('asks for a choice where there are several flows', async () => {
    const folder = new Folder({ 'a/one.failover': simple('welcome'), 'b.failover': simple('goodbye') });
    const several = await folder.run(['compile', '.']);
    expect(several.status).toBe(2);
    expect(several.stderr).toBe(`error: There are 2 flows
    welcome  a/one.failover
    goodbye  b.failover
  = help: Choose one with \`--flow NAME\`, or write all with \`-o DIR\`.
`);
    const chosen = await folder.run(['compile', '.', '--flow', 'goodbye']);
    expect(chosen.status).toBe(0);
    const misspelt = await folder.run(['compile', '.', '--flow', 'goodby']);
    expect(misspelt.status).toBe(2);
    expect(misspelt.stderr).toBe(`error: There is no flow \`goodby\`; did you mean \`goodbye\`?
    welcome  a/one.failover
    goodbye  b.failover
`);
  });

  it('compiles the flows of the files it was given, not those of imported ones', async () => {
    const importing = `import "./other.failover"\nlet x = "{y}"\n${simple('mine', '{x}')}`;
    const folder = new Folder({
      'mine.failover': importing,
      'other.failover': `let y = "Hi"\n${simple('other', '{y}')}`,
    });
    const { status, stdout } = await folder.run(['compile', 'mine.failover']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).flow[0].message.body).toBe('Hi');
    const none = await new Folder({ 'brand.failover': brand }).run(['compile', 'brand.failover']);
    expect([none.status, none.stdout]).toEqual([2, '']);
    expect(none.stderr).toContain('error: There is no flow in `brand.failover`\n');
  });

  it('compiles nothing when an imported file has an error', async () => {
    const folder = new Folder({ ...tour, 'brand.failover': `${brand}\nlet x = "{y}"\n` });
    const { status, stdout, stderr } = await folder.run(['compile', 'login.failover', ...values, '-o', 'out']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('  ┌─ brand.failover:12:11\n');
    expect(stderr).toContain('\n1 error: nothing was compiled\n');
    expect(folder.list()).toEqual(['brand.failover', 'login.failover']);
  });

  it('prints warnings, and compiles all the same', async () => {
    const folder = new Folder({ 'a.failover': simple('a').replace('from', 'callback "http://acme.com"\n  from') });
    const { status, stdout, stderr } = await folder.run(['compile', 'a.failover']);
    expect(status).toBe(0);
    expect(stderr).toContain('warning[FO4010]');
    expect(JSON.parse(stdout).callback.url).toBe('http://acme.com');
  });

  it('reads standard input, whose chain is called `flow` and whose imports start at the current folder', async () => {
    const folder = new Folder({ 'sub/brand.failover': brand });
    const input = 'import "./brand.failover"\nsms "Hi {name}" on failed then voice say "Hi" lang en-US';
    const { status, stdout } = await folder.run(['compile', '-', '--emit', 'bundle'], { input, at: 'sub' });
    expect(status).toBe(0);
    expect(JSON.parse(stdout).flow).toBe('flow');
    const broken = await folder.run(['compile', '-'], { input: 'smss "Hi"' });
    expect(broken.status).toBe(1);
    expect(broken.stderr).toContain('┌─ <stdin>:1:1\n');
  });

  it('escapes what a terminal would act on', async () => {
    const { stdout } = await new Folder().run(['compile', '-'], { input: simple('a', 'a\u009b31m\u202eb\\u{1b}') });
    expect(stdout).toContain('"a\\u009b31m\\u202eb\\u001b"');
  });
});
