import { expect, test } from 'vitest';
import { Client, connect } from '../support/client.js';
import { uriOf } from '../support/marked.js';

const hover = { textDocument: { uri: uriOf('main.failover') }, position: { line: 0, character: 0 } };

test('nothing is answered before initialize, and notifications are dropped', async () => {
  const client = new Client({});
  client.open('main.failover', 'flow');
  await expect(client.request('textDocument/hover', hover)).rejects.toMatchObject({ code: -32002 });
  await expect(client.request('initialize', { capabilities: null })).rejects.toMatchObject({ code: -32602 });
  await client.request('initialize', { processId: null, rootUri: null, capabilities: {} });
  await expect(client.request('initialize', { capabilities: {} })).rejects.toMatchObject({ code: -32600 });
  expect(await client.request('textDocument/hover', hover)).toBeNull();
});

test('after shutdown there is only the end', async () => {
  const client = await connect();
  expect(await client.request('shutdown')).toBeNull();
  await expect(client.request('textDocument/hover', hover)).rejects.toMatchObject({ code: -32600 });
  client.notify('exit');
  await client.until(() => client.exitStatus !== undefined);
  expect(client.exitStatus).toBe(0);
});

test('an end without shutdown is a failure', async () => {
  const client = await connect();
  client.notify('exit');
  await client.until(() => client.exitStatus !== undefined);
  expect(client.exitStatus).toBe(1);
});

test('the server says who it is', async () => {
  const client = new Client({});
  const answer = await client.request('initialize', { capabilities: {} });
  expect(answer).toMatchObject({ serverInfo: { name: 'failover-language-server', version: '0.0.0-test' } });
});

test('what nobody knows is refused, and what may be ignored is', async () => {
  const client = await connect();
  await expect(client.request('textDocument/nothing')).rejects.toMatchObject({ code: -32601 });
  client.notify('$/nothing');
  client.notify('textDocument/nothing');
  expect(await client.request('textDocument/hover', hover)).toBeNull();
});
