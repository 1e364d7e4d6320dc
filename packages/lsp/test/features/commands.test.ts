import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle, curl, drawing, payload } from '../../src/features/commands.js';
import { snapshotOf } from '../support/marked.js';
import { ofEveryPrefix } from './every-place.js';

const brand = `sender acme {
  viber "0094d198-4dd2-4fb5-b451-d46aca191b27"
  sms "ACME"
  voice "302101234567"
}
template otp(pin: text(4..10)) "0aac888f-2ee2-4112-9659-1755a951966a" {
  lang en "Your code is {pin}."
}
`;
const login = `${brand}/// Signs somebody in.
flow login(
  /// Who signs in.
  to: phone,
  pin: text(4..10),
) {
  callback "https://acme.com/{to}" on step

  viber template otp lang en ttl 2m
  then sms "It's ‸{pin}" ttl 5m
  then voice { say "Code {pin}" lang en-US play "https://acme.com/a.wav" }
}
`;

describe('payload', () => {
  it('has the request with its holes as they are written, and what is missing', async () => {
    const snapshot = await snapshotOf(login);
    const found = payload(snapshot, snapshot.cursor);
    expect(found).toMatchObject({
      flow: 'login',
      endpoint: 'transactional',
      method: 'POST',
      path: '/failover/transactional',
    });
    expect(found?.payload).toMatchObject({
      flow: [{ to: '{to}', templateParams: { pin: '{pin}' } }, { message: { body: "It's {pin}" } }, {}],
    });
    expect(found?.missing).toEqual([
      { name: 'to', description: 'a number in E.164 form, such as `+306912345678` (`phone`). Who signs in.' },
      { name: 'pin', description: 'a text of 4 to 10 characters' },
    ]);
    expect(found?.problems).toEqual([]);
  });

  it('has the errors of a flow that is broken, and what could be understood', async () => {
    const snapshot = await snapshotOf(
      `${brand}flow a(to: phone) {\n  viber "x" ttl 5s\n  then sms ‸\n}\nflow b(to: phone) { sms "x" }\n`,
    );
    const found = payload(snapshot, snapshot.cursor);
    expect(found?.problems).toHaveLength(2);
    expect(found?.payload).toMatchObject({ flow: [{ type: 'Viber', message: { text: 'x' } }, { type: 'Sms' }] });
  });

  it('has the errors of what the file says for all of its flows, and not those of another flow', async () => {
    const snapshot = await snapshotOf(
      `${brand}callback "nowhere"\nflow a(to: phone) {\n  sms "‸x"\n}\nflow b(to: phone) {\n  sms "x" ttl 1s\n}\n`,
    );
    expect(payload(snapshot, snapshot.cursor)?.problems).toEqual([expect.stringContaining('after `callback`')]);
  });

  it('is that of the only flow wherever the cursor is, and none between several', async () => {
    const one = await snapshotOf(`‸${login.replace('‸', '')}`);
    expect(payload(one, one.cursor)?.flow).toBe('login');
    const two = await snapshotOf(`‸${brand}\nflow a(to: phone) { sms "x" }\nflow b(to: phone) { sms "x" }\n`);
    expect(payload(two, two.cursor)).toBeUndefined();
  });
});

it('bundle is that of the compiler', async () => {
  const snapshot = await snapshotOf(login);
  const found = bundle(snapshot, snapshot.cursor);
  expect(found?.holes).toContainEqual({ at: '/flow/1/message/body', parts: ["It's ", { param: 'pin' }] });
});

it('curl sends exactly the payload, whatever stands in a text', async () => {
  const text = `It's \\$HOME \`id\` \\"\\\\\\" !! %s \\n αβ 👋`;
  const snapshot = await snapshotOf(`${brand}flow a(to: phone) { sms "${text}‸" }`);
  const command = curl(snapshot, snapshot.cursor)?.command ?? '';
  const folder = mkdtempSync(path.join(tmpdir(), 'curl-'));
  const fake = path.join(folder, 'curl');
  writeFileSync(fake, `#!/bin/bash\nprintf '%s\\0' "$@" > "${folder}/args"\n`);
  chmodSync(fake, 0o755);
  execFileSync('bash', ['--norc', '-c', command], { env: { PATH: `${folder}:/usr/bin:/bin`, ROUTEE_TOKEN: 'token' } });
  const args = readFileSync(path.join(folder, 'args'), 'utf8').split('\0');
  expect(args).toContain('https://connect.routee.net/failover');
  expect(args).toContain('Authorization: Bearer token');
  const data = JSON.parse(args[args.indexOf('--data') + 1] ?? '');
  expect(data).toEqual(bundle(snapshot, snapshot.cursor)?.payload);
});

it('drawing tells each step, its times and what moves it on', async () => {
  const snapshot = await snapshotOf(login);
  const found = drawing(snapshot, snapshot.cursor);
  expect(found).toMatchObject({
    name: 'login',
    endpoint: 'transactional',
    documentation: 'Signs somebody in.',
    parameters: [
      { name: 'to', type: 'phone', documentation: 'Who signs in.' },
      { name: 'pin', type: 'text(4..10)' },
    ],
    callback: { url: 'https://acme.com/{to}', on: 'step' },
  });
  expect(found?.steps.map(({ title, summary, recipient }) => [title, summary, recipient])).toEqual([
    ['template otp in en', 'Your code is {pin}.', '{to}'],
    ['message', "It's {pin}", '{to}'],
    ['say, then play', 'Code {pin}\nhttps://acme.com/a.wav', '{to}'],
  ]);
  expect(found?.steps.map(({ startsAtLatest, waits, ttlWritten }) => [startsAtLatest, waits, ttlWritten])).toEqual([
    [0, 120, true],
    [120, 300, true],
    [420, null, false],
  ]);
  expect(found?.steps[1]).toMatchObject({
    movesOn: [
      { status: 'failed', written: false },
      { status: 'undelivered', written: false },
    ],
    parts: { count: 1, encoding: 'GSM-7' },
  });
  expect(found?.steps[2]?.movesOn).toEqual([]);
});

it('drawing tells what is wrong with a step', async () => {
  const snapshot = await snapshotOf(`${brand}flow a(to: phone) {\n  viber "‸x" ttl 5s\n  then sms "y"\n}`);
  expect(drawing(snapshot, snapshot.cursor)?.steps[0]?.problems).toMatchObject([{ severity: 'error', code: 'FO3010' }]);
});

it(
  'never fails in a broken file',
  () =>
    ofEveryPrefix((snapshot, offset) => {
      for (const ask of [payload, bundle, curl, drawing]) ask(snapshot, offset);
    }),
  60_000,
);
