import { expect, test } from 'vitest';
import { type Client, codes, connect } from '../support/client.js';
import { uriOf } from '../support/marked.js';

const capabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};
const brand = 'sender acme { sms "ACME" }\n';
const viberOnly = 'sender acme { viber "0094d198-4dd2-4fb5-b451-d46aca191b27" }\n';
const flow = 'import "./brand.failover"\nflow a(to: phone) { sms "Hi" then sms "Hello" }\n';

interface WorkspaceReport {
  readonly items: readonly {
    readonly uri: string;
    readonly kind: string;
    readonly version: number | null;
    readonly resultId: string;
    readonly items?: [];
  }[];
}

function pullAll(client: Client, before: WorkspaceReport = { items: [] }): Promise<WorkspaceReport> {
  const previousResultIds = before.items.map(({ uri, resultId }) => ({ uri, value: resultId }));
  return client.request('workspace/diagnostic', { previousResultIds });
}

function kinds({ items }: WorkspaceReport): string[] {
  return items.map(({ uri, kind, items }) => `${uri.split('/').at(-1)} ${kind} ${items?.length ?? ''}`.trim());
}

test('the answer follows each change, and says when it is the same', async () => {
  const client = await connect({ capabilities });
  expect(client.capabilities.diagnosticProvider).toEqual({ interFileDependencies: true, workspaceDiagnostics: true });
  client.open('main.failover', 'flow');
  const first = await client.pull('main.failover');
  expect(first.kind).toBe('full');
  expect(codes(first.items ?? [])).toEqual(['FO1020']);
  expect(await client.pull('main.failover', first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
  client.change('main.failover', `${brand}flow a(to: phone) { sms "Hi" then sms "Hello" on failed }\n`);
  expect(codes((await client.pull('main.failover', first.resultId)).items ?? [])).toEqual(['FO4002']);
});

test('what is not used is shown as such, and related places are named', async () => {
  const client = await connect({ capabilities });
  client.open('main.failover', 'let a = "1"\nlet a = "2"\n');
  const { items = [] } = await client.pull('main.failover');
  const twice = items.find(({ code }) => code === 'FO2004');
  expect(twice?.relatedInformation?.map(({ location }) => location)).toEqual([
    { uri: uriOf('main.failover'), range: { start: { line: 0, character: 4 }, end: { line: 0, character: 5 } } },
  ]);
  client.open('last.failover', `${brand}flow a(to: phone) { sms "Hi" then sms "Hello" on failed }\n`);
  expect((await client.pull('last.failover')).items).toMatchObject([{ code: 'FO4002', tags: [1] }]);
});

test('the client is told to ask again when an import was changed, and not when nothing followed from it', async () => {
  const client = await connect({ capabilities, files: { 'brand.failover': brand, 'main.failover': flow } });
  const refreshes = () => client.asked.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
  client.open('main.failover');
  client.open('brand.failover');
  expect((await client.pull('main.failover')).items).toEqual([]);
  client.change('brand.failover', `// a comment\n${brand}`);
  await client.pull('brand.failover');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(refreshes()).toBe(0);
  client.change('brand.failover', viberOnly);
  await client.pull('brand.failover');
  await client.until(() => refreshes() === 1);
  expect((await client.pull('main.failover')).items).not.toEqual([]);
  client.write('brand.failover', brand);
  client.close('brand.failover');
  await client.until(() => refreshes() === 2);
  expect((await client.pull('main.failover')).items).toEqual([]);
});

test('the whole workspace is answered: files that are open with their version, and failover.json', async () => {
  const client = await connect({
    capabilities,
    files: { 'failover.json': '{ "a": 1 }', 'brand.failover': viberOnly, 'main.failover': flow },
  });
  client.open('main.failover');
  const report = await pullAll(client);
  expect(report.items.map(({ uri, version }) => [uri, version])).toEqual([
    [uriOf('failover.json'), null],
    [uriOf('brand.failover'), null],
    [uriOf('main.failover'), 1],
  ]);
  expect(kinds(report)).toEqual(['failover.json full 1', 'brand.failover full 0', 'main.failover full 2']);
});

test('a second question for the workspace waits until there is something new, and says what is gone', async () => {
  const client = await connect({ capabilities, files: { 'brand.failover': brand, 'main.failover': flow } });
  const first = await pullAll(client);
  let isAnswered = false;
  const second = pullAll(client, first).finally(() => {
    isAnswered = true;
  });
  client.open('main.failover');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(isAnswered).toBe(false);
  client.write('brand.failover', undefined);
  expect(kinds(await second)).toEqual(['main.failover full 1', 'brand.failover full 0']);
  const third = await second;
  client.write('brand.failover', brand);
  expect(kinds(await pullAll(client, third))).toEqual(['main.failover full 0', 'brand.failover full 0']);
});

test('a question that waits can be cancelled, and ends with the server', async () => {
  const client = await connect({ capabilities, files: { 'main.failover': brand } });
  const first = await pullAll(client);
  const waiting = pullAll(client, first);
  await client.request('shutdown');
  expect(kinds(await waiting)).toEqual(['main.failover unchanged']);
});

test('asking about a file that nobody can read, or that is no flow, is answered with nothing', async () => {
  const client = await connect({ capabilities });
  expect((await client.pull('missing.failover')).items).toEqual([]);
  expect((await client.pull('failover.json')).items).toEqual([]);
  client.open('folder/failover.json', '{ "a": 1 }');
  expect((await client.pull('folder/failover.json')).items).toEqual([]);
});
