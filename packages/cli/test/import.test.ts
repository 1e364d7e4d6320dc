import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Folder } from './folder.js';

const request = (text = 'Hello', more = '') =>
  `{ "flow": [
  { "type": "Sms", "from": "ACME", "to": "+306912345678", "message": { "body": "${text}" }, "order": 1${more} }
] }
`;

const flow = (name: string, text = 'Hello') => `flow ${name} {
  sms "${text}" to "+306912345678" from "ACME"
}
`;

describe('import', () => {
  it('prints the flow of a request, named after its file', async () => {
    const folder = new Folder({ 'requests/order ready.json': request() });
    const { status, stdout, stderr } = await folder.run(['import', 'requests/order ready.json']);
    expect([status, stdout, stderr]).toEqual([0, flow('order-ready'), '']);
  });

  it('prints what compiles to the same request again', async () => {
    const folder = new Folder({ 'login.json': request(String.raw`He said \"{hi}\"`) });
    folder.write('login.failover', (await folder.run(['import', 'login.json'])).stdout);
    const compiled = await folder.run(['compile', 'login.failover']);
    expect(compiled.status).toBe(0);
    expect(JSON.parse(compiled.stdout)).toEqual(JSON.parse(folder.read('login.json')));
  });

  it('reads standard input: JSON, or a curl command', async () => {
    const folder = new Folder();
    const json = await folder.run(['import', '-'], { input: request() });
    expect([json.status, json.stdout, json.stderr]).toEqual([0, flow('imported'), '']);
    const input = `curl --request POST \\\n  --url https://connect.routee.net/failover \\\n  --data '${request()}'`;
    const curl = await folder.run(['import', '-', '--name', 'login'], { input });
    expect([curl.status, curl.stdout, curl.stderr]).toEqual([0, flow('login'), '']);
  });

  it('takes a file of any ending that is named', async () => {
    const folder = new Folder({ 'send.sh': `curl -d '${request()}'` });
    expect((await folder.run(['import', 'send.sh'])).stdout).toBe(flow('send'));
  });

  it('makes values parameters, and takes the endpoint that it is told', async () => {
    const folder = new Folder({ 'login.json': request() });
    const args = [
      'import',
      'login.json',
      '--parametrize',
      'to,text=/flow/0/message/body',
      '--endpoint',
      'transactional',
    ];
    const { status, stdout } = await folder.run(args);
    expect([status, stdout]).toEqual([
      0,
      'transactional flow login(to: phone, text: text) {\n  sms "{text}" from "ACME"\n}\n',
    ]);
  });

  it.each([
    ['to=/flow/1/to', 'FO6014', 'No value for `to` stands at `/flow/1/to`: the list has no `1`, its places are 0 to 0'],
    ['to,pin', 'FO6015', 'Nothing in the request is called `pin`'],
    ['wait=/flow/0/order', 'FO6016', '`wait` cannot be a parameter: a number stays as it is here'],
  ])('writes nothing where `--parametrize %s` is mistaken', async (parameters, code, message) => {
    const folder = new Folder({ 'login.json': request(), 'pin.json': request().replace('body', 'pin') });
    const before = folder.list();
    const printed = await folder.run(['import', 'login.json', '--parametrize', parameters]);
    expect([printed.status, printed.stdout]).toEqual([1, '']);
    expect(printed.stderr).toContain(`error[${code}]: ${message}\n`);
    expect(printed.stderr).toContain('\n1 error: nothing was imported\n');
    const written = await folder.run(['import', '.', '--parametrize', parameters, '-o', 'flows']);
    expect([written.status, written.stdout]).toEqual([1, '']);
    expect(written.stderr).toContain(`error[${code}]: ${message}\n`);
    expect(folder.list()).toEqual(before);
    const corrected = await folder.run(['import', 'login.json', '--parametrize', 'to', '-o', 'flows']);
    expect([corrected.status, corrected.stderr]).toEqual([0, '1 file written to flows\n']);
  });

  it('tells of a mistaken parameter before a file that is in the way', async () => {
    const folder = new Folder({ 'login.json': request(), 'login.failover': '// mine\n' });
    const { status, stderr } = await folder.run(['import', 'login.json', '--parametrize', 'pin', '-o', '.']);
    expect([status, stderr.split('\n')[0]]).toEqual([1, 'error[FO6015]: Nothing in the request is called `pin`']);
  });

  it('prints what it can say, and tells the rest where it stands', async () => {
    const folder = new Folder({ 'login.json': request('Hello', ', "ttl": "10"') });
    const { status, stdout, stderr } = await folder.run(['import', 'login.json']);
    expect([status, stdout]).toEqual([1, flow('login')]);
    expect(stderr).toContain('error[FO6004]: `ttl` is left out: it is "10"; must be a number\n');
    expect(stderr).toContain('┌─ login.json:2:110\n');
    expect(stderr).toContain('\n1 error\n');
    const piped = await folder.run(['import', '-'], { input: '{' });
    expect([piped.status, piped.stdout]).toEqual([1, '']);
    expect(piped.stderr).toContain('┌─ <stdin>:1:2\n');
    expect(piped.stderr).toContain('\n1 error: nothing was imported\n');
  });

  it('ends with status 0 where there is only doubt', async () => {
    const folder = new Folder({ 'login.json': request().replace('"order": 1', '"order": 2') });
    const { status, stdout, stderr } = await folder.run(['import', 'login.json']);
    expect([status, stdout]).toEqual([0, flow('login')]);
    expect(stderr).toContain('warning[FO6008]: The step has the order `2`; in the flow it is step 1\n');
  });
});

describe('import -o', () => {
  it('writes a file for each, from folders, globs and files', async () => {
    const folder = new Folder({
      'requests/a.json': request('A'),
      'requests/deep/b.json': request('B'),
      'requests/failover.json': '{}',
      'requests/notes.txt': '',
      'c.json': request('C'),
    });
    const { status, stdout, stderr } = await folder.run(['import', 'requests', 'c*.json', '-o', 'flows']);
    expect([status, stdout, stderr]).toEqual([0, '', '3 files written to flows\n']);
    expect(folder.list().filter((file) => file.startsWith('flows/'))).toEqual([
      ...['flows/', 'flows/a.failover', 'flows/b.failover', 'flows/c.failover'],
    ]);
    expect(folder.read('flows/b.failover')).toBe(flow('b', 'B'));
    const again = await folder.run(['import', 'requests', 'c.json', '-o', 'flows']);
    expect([again.status, again.stderr]).toEqual([0, 'flows is up to date: 3 files\n']);
  });

  it('writes one file for a list of requests', async () => {
    const folder = new Folder({ 'all.json': `[${request('A')},${request('B')}]` });
    const { status, stderr } = await folder.run(['import', 'all.json', '-o', '.']);
    expect([status, stderr]).toEqual([0, '1 file written to .\n']);
    expect(folder.read('all.failover')).toContain('flow all-1 {');
    expect((await folder.run(['check', 'all.failover'])).status).toBe(0);
  });

  it('writes over nothing, unless it is told to', async () => {
    const folder = new Folder({ 'a.json': request('A'), 'b.json': request('B'), 'flows/a.failover': '// mine\n' });
    const { status, stderr } = await folder.run(['import', 'a.json', 'b.json', '-o', 'flows']);
    expect([status, stderr]).toEqual([
      2,
      'error: A file is there already: nothing is written\n    flows/a.failover\n  = help: `--force` writes over what is there.\n',
    ]);
    expect(folder.list()).not.toContain('flows/b.failover');
    expect(folder.read('flows/a.failover')).toBe('// mine\n');
    const forced = await folder.run(['import', 'a.json', 'b.json', '-o', 'flows', '--force']);
    expect([forced.status, forced.stderr]).toEqual([0, '2 files written to flows\n']);
    expect(folder.read('flows/a.failover')).toBe(flow('a', 'A'));
  });

  it('writes those that can be read, and tells of the others', async () => {
    const folder = new Folder({ 'a.json': request('A'), 'b.json': '{ "flow": ' });
    const { status, stderr } = await folder.run(['import', '.', '-o', 'flows']);
    expect(status).toBe(1);
    expect(stderr).toContain('\n1 error: 1 of 2 files not imported\n1 file written to flows\n');
    expect(folder.list()).toEqual(['a.json', 'b.json', 'flows/', 'flows/a.failover']);
    const none = await folder.run(['import', 'b.json', '-o', 'none']);
    expect(none.status).toBe(1);
    expect(folder.list()).not.toContain('none/');
  });

  it('refuses files that would be written to one place', async () => {
    const folder = new Folder({ 'a/login.json': request(), 'b/Login.json': request() });
    const { status, stderr } = await folder.run(['import', '.', '-o', 'flows']);
    expect(status).toBe(2);
    expect(stderr).toContain('error: `a/login.json` and `b/Login.json` would both be written to `Login.failover`\n');
    expect(folder.list()).not.toContain('flows/');
  });

  it('refuses a folder in the place of a file', async () => {
    const folder = new Folder({ 'a.json': request() });
    mkdirSync(folder.at('flows/a.failover'), { recursive: true });
    const { status, stderr } = await folder.run(['import', 'a.json', '-o', 'flows', '--force']);
    expect([status, stderr]).toEqual([2, 'error: `flows/a.failover` cannot be written: it is a folder\n']);
  });
});

describe('wrong usage and unreadable input', () => {
  it.each([
    [['import'], 'error: Missing required argument `files`'],
    [['import', 'none.json'], 'error: There is no file or folder `none.json`'],
    [['import', 'a.jsn'], 'error: There is no file or folder `a.jsn`; did you mean `a.json`?'],
    [['import', 'empty'], 'error: `empty` has no .json file'],
    [['import', 'a.json', 'b.json'], 'error: There are 2 files\n  = help: Write all with `-o DIR`.'],
    [['import', '-', 'a.json'], 'error: There are 2 files'],
    [['import', 'a.json', 'b.json', '-o', 'x', '--name', 'c'], 'error: `--name` is for one file, and there are 2'],
    [['import', 'a.json', '--name', '../c'], 'error: `../c` is not a name that a flow can have'],
    [['import', 'a.json', '--force'], 'error: `--force` has no use without `-o`: no file is written'],
    [['import', 'a.json', '-o', ''], 'error: An empty name stands for no folder'],
    [['import', 'a.json', '--endpoint', 'otp'], 'error: `--endpoint` takes `standard` or `transactional`, not `otp`'],
    [['import', 'a.json', '--parametrize', 'to,'], 'error: `--parametrize to,` has an empty name'],
    [['import', 'nul.json'], 'error: `nul.json` cannot be read: it is not text: line 1 has a NUL byte'],
    [['import', 'a.json', '--nam', 'x'], 'error: Unknown option `--nam`; did you mean `--name`?'],
  ])('%j', async (args, message) => {
    const folder = new Folder({ 'a.json': request(), 'b.json': request(), 'nul.json': '{\0}' });
    mkdirSync(folder.at('empty'));
    const { status, stdout, stderr } = await folder.run(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
