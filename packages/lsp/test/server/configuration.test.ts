import { expect, test } from 'vitest';
import { type ClientOptions, connect } from '../support/client.js';
import { uriOf } from '../support/marked.js';

const stalls =
  'sender acme { viber "0094d198-4dd2-4fb5-b451-d46aca191b27" sms "ACME" }\nflow a(to: phone) { viber "Hi" on failed then sms "Hi" }\n';
const off = { rules: { FO4001: 'off' } };
const pulling = { diagnostic: {} };

/** The codes of a flow that stalls, as settings from each way to hand them over make them. */
async function codesWith(options: ClientOptions, settings?: object) {
  const client = await connect({ ...options, files: { 'main.failover': stalls, ...options.files } });
  if (settings !== undefined) client.notify('workspace/didChangeConfiguration', { settings });
  client.open('main.failover');
  const { items = [] } = await client.pull('main.failover');
  return { client, codes: items.map(({ code }) => code) };
}

test('without settings each rule has its own severity', async () => {
  expect((await codesWith({ capabilities: { textDocument: pulling } })).codes).toEqual(['FO4001']);
});

test.each([
  ['initializationOptions', { initializationOptions: off }],
  ['initializationOptions under their section', { initializationOptions: { failover: off } }],
])('settings come with %s', async (_, params) => {
  expect((await codesWith({ capabilities: { textDocument: pulling }, params })).codes).toEqual([]);
});

test('settings are taken as a client sends them that cannot be asked', async () => {
  expect((await codesWith({ capabilities: { textDocument: pulling } }, { failover: off })).codes).toEqual([]);
  expect((await codesWith({ capabilities: { textDocument: pulling } }, off)).codes).toEqual([]);
});

test('a client that can be asked is asked, at the start and when it says that they changed', async () => {
  let settings: object | null = null;
  const { client, codes } = await codesWith({
    capabilities: {
      textDocument: pulling,
      workspace: {
        configuration: true,
        didChangeConfiguration: { dynamicRegistration: true },
        inlayHint: { refreshSupport: true },
        codeLens: { refreshSupport: true },
      },
    },
    answers: { 'workspace/configuration': () => [settings] },
  });
  expect(codes).toEqual(['FO4001']);
  expect(client.asked.find(({ method }) => method === 'workspace/configuration')?.params).toEqual({
    items: [{ section: 'failover' }],
  });
  await client.until(() => client.asked.some(({ method }) => method === 'workspace/codeLens/refresh'));
  settings = off;
  client.asked.length = 0;
  client.notify('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => client.asked.length === 3);
  expect(client.asked.map(({ method }) => method)).toEqual([
    'workspace/configuration',
    'workspace/inlayHint/refresh',
    'workspace/codeLens/refresh',
  ]);
  expect((await client.pull('main.failover')).items).toEqual([]);
});

test('failover.json comes before the editor', async () => {
  const files = { 'failover.json': '{ "rules": { "FO4001": "error" } }' };
  const { client } = await codesWith({
    files,
    capabilities: { textDocument: pulling },
    params: { initializationOptions: off },
  });
  expect((await client.pull('main.failover')).items).toMatchObject([{ code: 'FO4001', severity: 1 }]);
});

test('a client that lets the server register is asked to watch files', async () => {
  const workspace = { didChangeWatchedFiles: { dynamicRegistration: true } };
  const client = await connect({ capabilities: { workspace } });
  await client.until(() => client.asked.length > 0);
  expect(client.asked).toEqual([
    {
      method: 'client/registerCapability',
      params: {
        registrations: [
          {
            id: 'workspace/didChangeWatchedFiles',
            method: 'workspace/didChangeWatchedFiles',
            registerOptions: { watchers: [{ globPattern: '**/*.failover' }, { globPattern: '**/failover.json' }] },
          },
        ],
      },
    },
  ]);
});

test('for a client that watches no files they are looked at again when a document is opened or saved', async () => {
  const files = { 'brand.failover': 'sender acme { sms "ACME" }\n' };
  const client = await connect({ files, capabilities: { textDocument: pulling } });
  client.open('main.failover', 'import "./brand.failover"\nflow a(to: phone) { sms "Hi" then sms "Hello" }\n');
  expect((await client.pull('main.failover')).items).toEqual([]);
  client.files.delete('brand.failover');
  client.notify('textDocument/didSave', { textDocument: { uri: uriOf('main.failover') } });
  expect((await client.pull('main.failover')).items).toMatchObject([{ code: 'FO2006' }]);
});

test('what the client can show reaches the features', async () => {
  const seen: object[] = [];
  const features = { hover: ({ client }: { client: object }) => void seen.push(client) };
  const position = { line: 0, character: 0 };
  for (const options of [
    {},
    {
      capabilities: {
        textDocument: {
          completion: {
            completionItem: { snippetSupport: true, resolveSupport: { properties: ['detail', 'documentation'] } },
            completionList: { itemDefaults: ['insertTextFormat', 'editRange'] },
          },
          hover: { contentFormat: ['plaintext', 'markdown'] },
        },
        workspace: { workspaceEdit: { documentChanges: true } },
      },
      params: { initializationOptions: { previewCommands: true } },
    },
  ]) {
    const client = await connect({ ...options, features });
    client.open('main.failover', '// nothing\n');
    await client.ask('textDocument/hover', 'main.failover', { position });
  }
  expect(seen).toEqual([
    {
      ...{ snippets: false, markdown: false, resolvesDocumentation: false, itemDefaults: false },
      ...{ documentChanges: false, previewCommands: false },
    },
    {
      ...{ snippets: true, markdown: true, resolvesDocumentation: true, itemDefaults: true },
      ...{ documentChanges: true, previewCommands: true },
    },
  ]);
});
