import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { uriOf } from '@failover/files';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { framed, SpawnedServer } from '../support/spawned.js';

const brand = 'sender acme { viber "0094d198-4dd2-4fb5-b451-d46aca191b27" sms "ACME" }\n';
const login = 'import "./brand.failover"\n\nflow login(to: phone) {\n  sms "Hi" then sms "Hello"\n}\n';

let folder: string;
let server: SpawnedServer;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'failover-session-')));
  writeFileSync(path.join(folder, 'failover.json'), '{}');
  writeFileSync(path.join(folder, 'brand.failover'), brand);
  writeFileSync(path.join(folder, 'login.failover'), login);
  server = new SpawnedServer();
});
afterEach(async () => {
  server.process.kill();
  await server.ended;
  rmSync(folder, { recursive: true, force: true });
});

const uri = (name: string) => uriOf(path.join(folder, name));
const open = (name: string, text: string) =>
  server.notify('textDocument/didOpen', {
    textDocument: { uri: uri(name), languageId: 'failover', version: 1, text },
  });
const change = (name: string, version: number, ...contentChanges: object[]) =>
  server.notify('textDocument/didChange', { textDocument: { uri: uri(name), version }, contentChanges });
const at = (line: number, character: number) => ({ line, character });
const about = (name: string, rest: object = {}) => ({ textDocument: { uri: uri(name) }, ...rest });

/** The diagnostics of a document at a version, as they are sent. */
async function diagnosticsOf(name: string, version: number): Promise<string[]> {
  const { params } = await server.message(
    (one) =>
      one.method === 'textDocument/publishDiagnostics' &&
      one.params?.uri === uri(name) &&
      one.params?.version === version,
    `version ${version} of ${name}`,
  );
  return (params?.diagnostics as { code: string }[]).map(({ code }) => code);
}

test('a whole session of editing, with a client that gets much wrong', async () => {
  // Too early
  expect(
    (await server.request('early', 'textDocument/hover', about('login.failover', { position: at(0, 0) }))).error?.code,
  ).toBe(-32002);
  const initialized = await server.request(1, 'initialize', {
    processId: process.pid,
    rootUri: uriOf(folder),
    capabilities: {},
  });
  expect(initialized.result).toMatchObject({ capabilities: { positionEncoding: 'utf-16' } });
  server.notify('initialized');

  // Typing
  open('login.failover', login);
  expect(await diagnosticsOf('login.failover', 1)).toEqual([]);
  change('login.failover', 2, { range: { start: at(3, 2), end: at(3, 5) }, text: 'sns' });
  expect(await diagnosticsOf('login.failover', 2)).not.toEqual([]);
  change('login.failover', 3, { range: { start: at(3, 2), end: at(3, 5) }, text: 'sms' });
  expect(await diagnosticsOf('login.failover', 3)).toEqual([]);

  // Requests in a row, the first of them cancelled; answered each under its own id
  server.write(
    [
      framed({ id: 10, method: 'textDocument/completion', params: about('login.failover', { position: at(3, 2) }) }),
      framed({ method: '$/cancelRequest', params: { id: 10 } }),
      framed({ id: 12, method: 'textDocument/documentSymbol', params: about('login.failover') }),
      framed({ id: 11, method: 'textDocument/foldingRange', params: about('login.failover') }),
      framed({ method: '$/cancelRequest', params: { id: 'nobody' } }),
    ].join(''),
  );
  expect((await server.answerTo(10)).error?.code).toBe(-32800);
  expect((await server.answerTo(11)).result).toBeInstanceOf(Array);
  expect((await server.answerTo(12)).result).toBeInstanceOf(Array);

  // No messages at all
  server.write('Content-Length: 9\r\n\r\n{"id": 1,');
  server.write('Content-Length: 3\r\n\r\n{"id": 13}');
  server.write('\r\n\r\nHello?\r\n\r\n');
  server.write('Content-Length: 2\r\n\r\n[]');
  server.send({ id: null, method: 'textDocument/hover' });
  expect((await server.request(14, 'textDocument/nothing', {})).error?.code).toBe(-32601);
  expect((await server.request(15, 'textDocument/hover', { textDocument: 7 })).error?.code).toBe(-32602);
  expect((await server.request(17, 'textDocument/hover', [1, null])).error?.code).toBe(-32602);
  expect((await server.request(18, 'workspace/symbol')).error?.code).toBe(-32602);
  expect((await server.request(16, 'initialize', { capabilities: {} })).error?.code).toBe(-32600);
  expect(server.messages.filter(({ id, error }) => id === null && error !== undefined).length).toBeGreaterThanOrEqual(
    4,
  );

  // Changes of what is not open, far outside, and backwards in time
  change('nowhere.failover', 7, { text: 'flow' });
  change('login.failover', 2, { range: { start: at(900, 0), end: at(900, 4) }, text: 'flow' });
  expect(await diagnosticsOf('login.failover', 2)).not.toEqual([]);
  change('login.failover', 9, { text: login });
  expect(await diagnosticsOf('login.failover', 9)).toEqual([]);

  // The other file, unsaved, then saved by somebody else, then gone
  open('brand.failover', '// nothing\n');
  const shown = async (isRight: (codes: number) => boolean) =>
    server.message(
      (one) => one.params?.uri === uri('login.failover') && isRight((one.params.diagnostics as []).length),
    );
  server.messages.length = 0;
  await shown((count) => count > 0);
  server.messages.length = 0;
  server.notify('textDocument/didClose', about('brand.failover'));
  await shown((count) => count === 0);
  server.messages.length = 0;
  rmSync(path.join(folder, 'brand.failover'));
  server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('brand.failover'), type: 3 }] });
  await shown((count) => count > 0);

  // The end
  expect((await server.request(20, 'shutdown')).result).toBeNull();
  expect(
    (await server.request(21, 'textDocument/hover', about('login.failover', { position: at(0, 0) }))).error?.code,
  ).toBe(-32600);
  server.notify('exit');
  expect(await server.ended).toBe(0);
  expect(server.errors).toBe('');
});

test.each([true, false])('an item of completion is documented, when the client asks later: %s', async (asksLater) => {
  const completionItem = asksLater ? { resolveSupport: { properties: ['documentation'] } } : {};
  await server.request(1, 'initialize', {
    processId: null,
    rootUri: uriOf(folder),
    capabilities: { textDocument: { completion: { completionItem } } },
  });
  server.notify('initialized');
  open('login.failover', login);
  const { result } = await server.request(
    2,
    'textDocument/completion',
    about('login.failover', { position: at(3, 11) }),
  );
  const ttl = (result as { items: { label: string; documentation?: object }[] }).items.find(
    ({ label }) => label === 'ttl',
  );
  const documentation = { value: expect.stringContaining('How long') };
  if (!asksLater) {
    expect(ttl).toMatchObject({ documentation });
    return;
  }
  expect(ttl).not.toHaveProperty('documentation');
  server.notify('textDocument/didClose', about('login.failover'));
  expect((await server.request(3, 'completionItem/resolve', ttl)).result).toMatchObject({ ...ttl, documentation });
  const broken = { label: 'ttl', data: [{ word: 7 }] };
  expect((await server.request(4, 'completionItem/resolve', broken)).result).toEqual(broken);
});

test.each([
  { rootUri: true },
  { rootPath: 7 },
  { workspaceFolders: [{}, null, { uri: 3 }] },
  { workspaceFolders: 'all' },
  { capabilities: { general: { positionEncodings: {} }, textDocument: { hover: { contentFormat: 1 } } } },
])('the server starts for a client that says %j', async (params) => {
  const { result } = await server.request(1, 'initialize', { processId: null, capabilities: {}, ...params });
  expect(result).toMatchObject({ capabilities: { positionEncoding: 'utf-16' } });
  open('login.failover', login);
  expect((await server.request(2, 'textDocument/documentSymbol', about('login.failover'))).result).toHaveLength(3);
});

test('the server answers about a document whose name no file can have', async () => {
  await server.request(1, 'initialize', { processId: null, capabilities: {} });
  const textDocument = {
    uri: `file:///${'a'.repeat(5000)}/b.failover`,
    languageId: 'failover',
    version: 1,
    text: login,
  };
  server.notify('textDocument/didOpen', { textDocument });
  expect((await server.request(2, 'textDocument/foldingRange', { textDocument })).result).toHaveLength(1);
});

test('the server ends with status 1 when its client leaves without a word', async () => {
  await server.request(1, 'initialize', { processId: null, capabilities: {} });
  server.process.stdin?.end();
  expect(await server.ended).toBe(1);
});

test('an exit without shutdown is a failure', async () => {
  await server.request(1, 'initialize', { processId: null, capabilities: {} });
  server.notify('exit');
  expect(await server.ended).toBe(1);
});
