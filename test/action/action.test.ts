import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brand, Folder, login, simple } from '../../packages/cli/test/folder.js';
import { Repository, withPullRequest } from '../support/repository.js';
import { action, runAction } from './run-action.js';

const flows = { 'failover.json': '{}', 'flows/brand.failover': brand, 'flows/login.failover': login };
const slower = { 'flows/login.failover': login.replace('ttl 2m', 'ttl 9m') };
const broken = { 'flows/login.failover': login.replace('ttl 5m', 'ttl 30s') };
const warning = { 'flows/login.failover': login.replace('on expired, failed, undelivered', 'on failed') };
const sameFlow = { 'flows/login.failover': `// Only a comment.\n${login}` };

/** A pull request with these changes, checked out as actions/checkout does. */
function pullRequest(changes: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = flows) {
  const { origin, merge, event } = withPullRequest(files, changes);
  return { workspace: Repository.checkout(origin, merge), event, eventName: 'pull_request' };
}

function runOn(changes: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>> = {}) {
  const { workspace, ...rest } = pullRequest(changes);
  return runAction(workspace, { ...rest, inputs });
}

describe('action.yml', () => {
  test('hands every input over without a shell or a template reading it', () => {
    for (const { run, env } of action.runs.steps) {
      expect(run).not.toContain('${{');
      expect(run).toMatch(/^set -euo pipefail\n/);
      const handed = Object.values(env ?? {}).map((text) => /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(text)?.[1]);
      expect(handed.sort()).toEqual(Object.keys(action.inputs).sort());
    }
  });

  test('describes everything in sentences', () => {
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
      expect(description).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('a pull request', () => {
  test('with a fault fails, and has a mark at the line', () => {
    const { status, log, outputs } = runOn(broken);
    expect(status).toBe(1);
    expect(log).toMatch(/^::error file=flows\/login\.failover,line=9,.*FO3012/m);
    expect(outputs).toMatchObject({ errors: '1', warnings: '0' });
  });

  test('that changes a flow passes, and has the difference in its summary', () => {
    const { status, log, summary, outputs } = runOn(slower);
    expect([status, outputs]).toEqual([0, { errors: '0', warnings: '0', changed: 'true' }]);
    expect(log).not.toContain('::error');
    expect(summary).toMatch(/login-code[\s\S]*9 min/);
  });

  test('that changes no flow says so', () => {
    const { status, outputs } = runOn(sameFlow);
    expect([status, outputs.changed]).toEqual([0, 'false']);
  });

  test('without a diff has no summary', () => {
    const { status, summary, outputs } = runOn(slower, { diff: 'false' });
    expect([status, summary, outputs.changed]).toEqual([0, '', '']);
  });

  test('with a warning passes, unless there are to be fewer', () => {
    expect(runOn(warning)).toMatchObject({ status: 0, outputs: { warnings: '1' } });
    const strict = runOn(warning, { 'max-warnings': '0' });
    expect(strict.status).toBe(1);
    expect(strict.log).toMatch(/^::warning file=flows\/login\.failover,/m);
  });

  test('that mends what did not compile passes', () => {
    const files = { ...flows, ...broken };
    const { workspace, ...event } = pullRequest({ 'flows/login.failover': login }, files);
    const { status, log, summary } = runAction(workspace, event);
    expect(status, log).toBe(0);
    expect(log).not.toContain('::error');
    expect(summary).toContain('login-code');
  });

  test('with a failover.json that is none fails, and says why there is no difference', () => {
    const { status, log, summary } = runOn({ 'failover.json': '{ "include": 1 }' });
    expect([status, summary]).toEqual([1, '']);
    expect(log).toMatch(/^::error file=failover\.json,line=1,/m);
    expect(log).toMatch(/^::notice title=failover::The summary has no changes of flows: /m);
  });

  test('from which the base cannot be fetched passes, and says so', () => {
    const { workspace, ...event } = pullRequest(slower);
    workspace.git('remote', 'set-url', 'origin', 'file:///nowhere');
    const { status, log, summary } = runAction(workspace, event);
    expect([status, summary]).toEqual([0, '']);
    expect(log).toMatch(/^::notice title=failover::The summary has no changes of flows: .*cannot be fetched/m);
  });
});

describe('other events', () => {
  test('a push is compared with what was there before', () => {
    const origin = new Repository(flows);
    const before = origin.head();
    origin.commit(slower);
    const { status, outputs, summary } = runAction(origin, { eventName: 'push', event: { before } });
    expect([status, outputs.changed]).toEqual([0, 'true']);
    expect(summary).toContain('login-code');
  });

  test('the first push of all passes without a word at the run', () => {
    const origin = new Repository(flows);
    const { status, log, summary } = runAction(origin, { eventName: 'push', event: { before: '0'.repeat(40) } });
    expect([status, summary]).toEqual([0, '']);
    expect(log).toContain('The summary has no changes of flows: this push is the first of its branch or tag\n');
    expect(log).not.toContain('::');
  });

  test('an event without a base passes, and compares with one that is asked for', () => {
    const origin = new Repository(flows);
    origin.commit(slower);
    expect(runAction(origin)).toMatchObject({ status: 0, summary: '', outputs: { changed: '' } });
    expect(runAction(origin, { inputs: { base: 'HEAD~1' } })).toMatchObject({ outputs: { changed: 'true' } });
  });

  test('a checkout that is no repository passes', () => {
    const { status, log } = runAction(new Folder(flows), { eventName: 'push', event: { before: '1'.repeat(40) } });
    expect(status).toBe(0);
    expect(log).toMatch(/^::notice title=failover::The summary has no changes of flows: .*git repository/m);
  });
});

describe('inputs', () => {
  test('a project in a folder is checked by its own settings, and marked by paths from the root', () => {
    const files = Object.fromEntries(Object.entries(flows).map(([name, text]) => [`our services/${name}`, text]));
    const fault = { 'our services/flows/login.failover': broken['flows/login.failover'] };
    const { workspace, ...event } = pullRequest(fault, files);
    workspace.write('elsewhere.failover', 'smss');
    const { status, log, outputs } = runAction(workspace, {
      ...event,
      inputs: { 'working-directory': 'our services' },
    });
    expect([status, outputs.errors]).toEqual([1, '1']);
    expect(log).toMatch(/^::error file=our services\/flows\/login\.failover,line=9,/m);
  });

  test('SARIF is written where it is wanted, also when there are faults', () => {
    const { workspace, ...event } = pullRequest(broken);
    const { status } = runAction(workspace, { ...event, inputs: { 'sarif-file': 'out put/failover.sarif' } });
    expect(status).toBe(1);
    const { version, runs } = JSON.parse(workspace.read('out put/failover.sarif'));
    expect([version, runs[0].results.length]).toEqual(['2.1.0', 1]);
  });

  test('files may have any name, and stand on lines of their own', () => {
    const names = [
      "it's",
      '$(touch hacked)',
      '"two words"',
      '`touch hacked`',
      '-x',
      '{{ inputs.base }}',
      '%0A::error::x',
    ];
    const files = Object.fromEntries(
      names.map((name, at) => [`${name}/a.failover`, `let unused = "x"\n\n${simple(`flow-${at}`)}`]),
    );
    const workspace = new Repository({ ...files, 'not-this.failover': 'smss' });
    const list = `\n${names.map((name) => `  ${name}/a.failover\r\n`).join('\n')}\n`;
    const { status, outputs } = runAction(workspace, { inputs: { files: list } });
    expect([status, outputs]).toEqual([0, { errors: '0', warnings: '7', changed: '' }]);
    expect(existsSync(workspace.at('hacked'))).toBe(false);
  });

  test.each<[Record<string, string>, string]>([
    [{ diff: 'yes' }, '`diff` is `true` or `false`, not `yes`'],
    [{ 'working-directory': 'nowhere' }, 'There is no folder `nowhere`: is actions/checkout before this step?'],
    [{ version: '1 && touch hacked' }, '`1 && touch hacked` is no version'],
    [{ 'max-warnings': '$(touch hacked)' }, '`--max-warnings` takes a whole number, not `$(touch hacked)`'],
    [{ 'max-warnings': '-1' }, '`--max-warnings` takes a whole number, not `-1`'],
    [{ files: 'nowhere.failover' }, 'There is no file or folder `nowhere.failover`'],
    [{ 'sarif-file': 'flows' }, '`sarif-file` cannot be written'],
    [{ 'working-directory': 'x\n::error::y' }, 'There is no folder `x%0A::error::y`'],
  ])('%j end with status 2', (inputs, message) => {
    const { workspace, ...event } = pullRequest(slower);
    const { status, log } = runAction(workspace, { ...event, inputs });
    expect(log).toContain(message);
    expect([status, readdirSync(workspace.path).includes('hacked')]).toEqual([2, false]);
  });

  test.each([
    '$(touch hacked)',
    '"; touch hacked; "',
    '--output=hacked',
    'a\nb',
  ])('the base %j is not there', (base) => {
    const { workspace, ...event } = pullRequest(slower);
    const { status, log } = runAction(workspace, { ...event, inputs: { base } });
    expect(status).toBe(0);
    expect(log).toMatch(/^::notice title=failover::The summary has no changes of flows: .*is not in this clone/m);
    expect(existsSync(workspace.at('hacked'))).toBe(false);
  });
});

test('a runner without Node is told what is missing', () => {
  const { status, log } = runAction(new Folder(flows), { env: { PATH: '/nowhere' } });
  expect([status, log]).toEqual([2, expect.stringMatching(/^::error title=failover::There is no Node .*setup-node/)]);
});
