import { expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { features } from '../../src/server/features.js';
import { type Client, connect } from '../support/client.js';
import { uriOf } from '../support/marked.js';

const position = { line: 0, character: 0 };

async function isAlive(client: Client): Promise<void> {
  client.open('alive.failover', '// nothing\n');
  expect(await client.ask('textDocument/completion', 'alive.failover', { position })).toMatchObject({
    isIncomplete: false,
  });
}

test('a fault in one request is its answer and is logged, and the next works', async () => {
  const hover = () => {
    throw new Error('the hover broke');
  };
  const client = await connect({ features: { hover } });
  client.open('main.failover', 'flow');
  await expect(client.ask('textDocument/hover', 'main.failover', { position })).rejects.toMatchObject({
    code: -32603,
    message: 'textDocument/hover failed: the hover broke',
  });
  await client.until(() => client.logged.length > 0);
  expect(client.logged[0]).toMatchObject({ type: 1 });
  expect(client.logged[0]?.message).toMatch(/^textDocument\/hover failed: Error: the hover broke\n +at /);
  await isAlive(client);
});

test.each([
  ['sent', {}],
  ['asked for', { textDocument: { diagnostic: {} } }],
])('a fault in the diagnostics of one file, which are %s, leaves those of others', async (_, capabilities) => {
  const diagnostics: typeof features.diagnostics = (project, uri) => {
    if (uri.endsWith('bad.failover')) throw new Error('the diagnostics broke');
    return features.diagnostics(project, uri);
  };
  const files = { 'bad.failover': 'flow', 'good.failover': 'flow' };
  const client = await connect({ capabilities, files, features: { diagnostics } });
  if ('textDocument' in capabilities) {
    await expect(client.pull('bad.failover')).rejects.toMatchObject({ code: -32603 });
    expect((await client.pull('good.failover')).items).toHaveLength(1);
  } else {
    await client.until(() => client.shown('good.failover').length > 0);
  }
  await client.until(() => client.logged.some(({ message }) => message.includes('the diagnostics broke')));
});

const wrongParams: [string, object][] = [
  ['textDocument/hover', {}],
  ['textDocument/hover', { textDocument: {} }],
  ['textDocument/hover', { textDocument: { uri: 7 }, position }],
  ['textDocument/hover', { textDocument: { uri: uriOf('main.failover') }, position: { line: 'a' } }],
  ['textDocument/hover', [1, 2]],
  ['textDocument/diagnostic', { textDocument: null }],
  ['workspace/diagnostic', { previousResultIds: 'all' }],
  ['textDocument/inlayHint', { textDocument: { uri: uriOf('main.failover') }, range: { start: position } }],
  ['textDocument/selectionRange', { textDocument: { uri: uriOf('main.failover') }, positions: position }],
  ['textDocument/rename', { textDocument: { uri: uriOf('main.failover') }, position }],
  ['workspace/symbol', { query: null }],
  ['workspace/executeCommand', { command: 'rm' }],
  ['workspace/executeCommand', { command: 'failover.payload', arguments: [] }],
  ['workspace/willRenameFiles', { files: [{}] }],
];

test.each(wrongParams)('%s with %j is answered with an error', async (method, params) => {
  const client = await connect({ capabilities: { textDocument: { diagnostic: {} } } });
  client.open('main.failover', 'flow');
  await expect(client.request(method, params)).rejects.toMatchObject({ code: -32602 });
  expect(client.logged).toEqual([]);
  await isAlive(client);
});

test('notifications of another shape are logged and change nothing', async () => {
  const client = await connect();
  client.open('main.failover', 'flow');
  const textDocument = { uri: uriOf('main.failover'), version: 2 };
  client.notify('textDocument/didChange', { textDocument, contentChanges: [{ range: {}, text: '' }] });
  client.notify('textDocument/didOpen', { textDocument: { uri: 1 } });
  client.notify('textDocument/didOpen', {});
  client.notify('workspace/didChangeWatchedFiles', { changes: {} });
  client.notify('workspace/didChangeConfiguration', { settings: 7 });
  client.notify('workspace/didChangeWorkspaceFolders', {});
  await client.until(() => client.logged.filter(({ type }) => type === 1).length === 5);
  await isAlive(client);
  await client.until(() => client.shown('main.failover').length > 0);
});

test('changes of a document that is not open are left alone', async () => {
  const client = await connect();
  client.change('main.failover', 'flow');
  await client.until(() => client.logged.length > 0);
  expect(client.logged[0]?.message).toBe(`${uriOf('main.failover')} was changed but is not open`);
  client.close('main.failover');
  await isAlive(client);
  expect(client.published.map(({ uri }) => uri)).not.toContain(uriOf('main.failover'));
});

test('positions far outside are the nearest there are, and versions may go backwards', async () => {
  const seen: number[] = [];
  const client = await connect({ features: { hover: (_, offset) => void seen.push(offset) } });
  client.open('main.failover', 'ab\ncd');
  const at = (line: number, character: number) =>
    client.ask('textDocument/hover', 'main.failover', { position: { line, character } });
  await at(99, 99);
  await at(0, 99);
  await at(-1, -1);
  await at(1e300, 0.5);
  expect(seen).toEqual([5, 2, 0, 5]);
  const textDocument = { uri: uriOf('main.failover'), version: -3 };
  client.notify('textDocument/didChange', { textDocument, contentChanges: [{ text: 'abcdefgh' }] });
  await at(0, 99);
  expect(seen.at(-1)).toBe(8);
});

test('a request that is cancelled is answered so, also before its turn', async () => {
  const client = await connect();
  const source = new CancellationTokenSource();
  source.cancel();
  client.open('main.failover', 'flow');
  const params = { textDocument: { uri: uriOf('main.failover') }, position };
  const answer = client.connection.sendRequest('textDocument/hover', params, source.token);
  await expect(answer).rejects.toMatchObject({ code: -32800 });
});

test('long work over many files can be cancelled while it is under way', async () => {
  const text = 'sender acme { sms "ACME" }\nflow a(to: phone) { sms "Hi" then sms "Hello" }\n'.repeat(20);
  const files = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`f${index}.failover`, text]));
  let isReached = false;
  const workspaceSymbols = () => {
    isReached = true;
    return [];
  };
  const client = await connect({
    files,
    features: { workspaceSymbols },
    capabilities: { textDocument: { diagnostic: {} } },
  });
  const source = new CancellationTokenSource();
  const answer = client.connection.sendRequest('workspace/symbol', { query: '' }, source.token);
  setTimeout(() => source.cancel(), 1);
  await expect(answer).rejects.toMatchObject({ code: -32800 });
  expect(isReached).toBe(false);
});

test('an answer about a text that has changed in the meantime is none', async () => {
  let goOn: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const client = await connect({
    fileSystem: {
      read: async () => ({ problem: 'missing' }),
      rootOf: async () => 'file:///project',
      rootsIn: async () => [],
      find: () => held.then(() => []),
    },
  });
  client.open('main.failover', 'flow');
  const answer = client.ask('textDocument/hover', 'main.failover', { position });
  answer.catch(() => {});
  client.change('main.failover', 'flow a');
  setTimeout(() => goOn?.(), 50);
  await expect(answer).rejects.toMatchObject({ code: -32801 });
});

test('so is one about a text that changed while other files were looked at', async () => {
  const text = 'sender acme { sms "ACME" }\nflow a(to: phone) { sms "Hi" then sms "Hello" }\n'.repeat(20);
  const files = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`f${index}.failover`, text]));
  const capabilities = { textDocument: { diagnostic: {} } };
  const client = await connect({ files, capabilities, features: { references: () => [] } });
  client.open('f0.failover');
  await client.ask('textDocument/hover', 'f0.failover', { position });
  client.change('f0.failover', text);
  const answer = client.ask('textDocument/references', 'f0.failover', { position });
  answer.catch(() => {});
  setTimeout(() => client.change('f0.failover', 'flow'), 1);
  await expect(answer).rejects.toMatchObject({ code: -32801 });
});

test('the words of a refused rename are those that the person reads', async () => {
  const client = await connect();
  client.open('main.failover', '// nothing\n');
  await expect(client.ask('textDocument/prepareRename', 'main.failover', { position })).rejects.toMatchObject({
    code: -32803,
  });
});
