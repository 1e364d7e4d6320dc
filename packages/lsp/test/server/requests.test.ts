import { describe, expect, test } from 'vitest';
import type { CompletionList } from 'vscode-languageserver-types';
import type { Features } from '../../src/server/features.js';
import { connect } from '../support/client.js';
import { uriOf } from '../support/marked.js';

const text = 'let a = "1"\nlet b = "2"\n';
const textDocument = { uri: uriOf('main.failover') };
const position = { line: 1, character: 4 };
const range = { start: { line: 0, character: 4 }, end: position };
const span = { offset: 4, length: 12 };
const offset = 16;

/** Each feature, the request that it answers, and what it must be asked. */
const wiring: [keyof Features, string, object, unknown[]][] = [
  ['hover', 'textDocument/hover', { position }, [offset]],
  ['definition', 'textDocument/definition', { position }, [offset]],
  ['signatureHelp', 'textDocument/signatureHelp', { position }, [offset]],
  ['highlights', 'textDocument/documentHighlight', { position }, [offset]],
  ['references', 'textDocument/references', { position, context: { includeDeclaration: true } }, [offset, true]],
  ['references', 'textDocument/references', { position, context: { includeDeclaration: false } }, [offset, false]],
  ['prepareRename', 'textDocument/prepareRename', { position }, [offset]],
  ['rename', 'textDocument/rename', { position, newName: 'c' }, [offset, 'c']],
  ['codeActions', 'textDocument/codeAction', { range, context: { diagnostics: [] } }, [span, undefined]],
  ['codeActions', 'textDocument/codeAction', { range, context: { only: ['quickfix'] } }, [span, ['quickfix']]],
  ['codeLenses', 'textDocument/codeLens', {}, []],
  ['documentLinks', 'textDocument/documentLink', {}, []],
  ['foldingRanges', 'textDocument/foldingRange', {}, []],
  ['selectionRanges', 'textDocument/selectionRange', { positions: [position] }, [[offset]]],
  ['inlayHints', 'textDocument/inlayHint', { range }, [span]],
  ['formatting', 'textDocument/formatting', { options: {} }, []],
  ['rangeFormatting', 'textDocument/rangeFormatting', { range, options: {} }, [span]],
  ['onTypeFormatting', 'textDocument/onTypeFormatting', { position, ch: '}', options: {} }, [offset, '}']],
];

test.each(wiring)('%s answers %s', async (name, method, params, asked) => {
  const calls: unknown[][] = [];
  const stub = (snapshot: { uri: string; document: { text: string } }, ...rest: unknown[]) => {
    calls.push([snapshot.uri, snapshot.document.text, ...rest]);
    return [{ answer: name }];
  };
  const client = await connect({ features: { [name]: stub } });
  client.open('main.failover', text);
  expect(await client.request(method, { textDocument, ...params })).toEqual([{ answer: name }]);
  const [[uri, seen, ...rest] = []] = calls;
  expect([uri, seen]).toEqual([textDocument.uri, text]);
  expect(rest.filter((_, at) => at < asked.length)).toEqual(asked);
});

test('completion answers with its list', async () => {
  const list = (_: unknown, at: number) => ({ isIncomplete: false, items: [{ label: String(at) }] });
  const client = await connect({ features: { completion: list } });
  client.open('main.failover', text);
  const answer = await client.ask('textDocument/completion', 'main.failover', { position });
  expect(answer).toEqual({ isIncomplete: false, items: [{ label: '16' }] });
});

describe('an item of completion', () => {
  const resolving = {
    textDocument: { completion: { completionItem: { resolveSupport: { properties: ['documentation'] } } } },
  };

  test('is documented when the client asks, whatever has become of the document', async () => {
    const client = await connect({ capabilities: resolving });
    expect(client.capabilities.completionProvider).toMatchObject({ resolveProvider: true });
    client.open('main.failover', 'sms "Hi" \n');
    const { items } = await client.ask<CompletionList>('textDocument/completion', 'main.failover', {
      position: { line: 0, character: 9 },
    });
    const ttl = items.find(({ label }) => label === 'ttl');
    expect(ttl?.documentation).toBeUndefined();
    const documented = { ...ttl, documentation: { value: expect.stringContaining('How long') } };
    const resolve = () => client.request('completionItem/resolve', ttl);
    expect(await resolve()).toMatchObject(documented);
    client.change('main.failover', 'viber "Hi"');
    expect(await resolve()).toMatchObject(documented);
    client.close('main.failover');
    expect(await resolve()).toMatchObject(documented);
  });

  test('stays as it is where nobody knows what it is', async () => {
    const client = await connect({ capabilities: resolving });
    for (const data of [undefined, null, 7, 'ttl', [], {}, { word: 'ttl' }, { word: 'nothing', as: 'clause' }]) {
      const item = { label: 'ttl', data };
      expect(await client.request('completionItem/resolve', item)).toEqual(JSON.parse(JSON.stringify(item)));
    }
    await expect(client.request('completionItem/resolve', [])).rejects.toThrow('`params` must be an object');
  });

  test('is documented at once for a client that does not ask', async () => {
    const client = await connect();
    expect(client.capabilities.completionProvider).toMatchObject({ resolveProvider: false });
    client.open('main.failover', 'sms "Hi" \n');
    const { items } = await client.ask<CompletionList>('textDocument/completion', 'main.failover', {
      position: { line: 0, character: 9 },
    });
    expect(items.find(({ label }) => label === 'ttl')?.documentation).toMatchObject({
      value: expect.stringContaining('How long'),
    });
  });
});

test('an answer of nothing is null, and so is what is asked of no flow', async () => {
  const client = await connect({ files: { 'closed.failover': text }, features: { hover: () => undefined } });
  for (const name of ['closed.failover', 'missing.failover', 'failover.json']) {
    expect(await client.ask('textDocument/hover', name, { position })).toBeNull();
  }
});

test('a client that knows no tree is given a list of symbols', async () => {
  const at = { start: position, end: position };
  const step = { name: 'sms', kind: 12, range: at, selectionRange: at };
  const features = {
    documentSymbols: () => [{ name: 'login', kind: 5, range, selectionRange: range, children: [step] }],
  } as const;
  const files = { 'main.failover': text };
  const list = await connect({ files, features: { documentSymbols: () => [...features.documentSymbols()] } as never });
  expect(await list.ask('textDocument/documentSymbol', 'main.failover')).toEqual([
    { name: 'login', kind: 5, location: { uri: textDocument.uri, range } },
    { name: 'sms', kind: 12, location: { uri: textDocument.uri, range: at }, containerName: 'login' },
  ]);
  const capabilities = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };
  const tree = await connect({ files, capabilities, features: features as never });
  expect(await tree.ask('textDocument/documentSymbol', 'main.failover')).toEqual(features.documentSymbols());
});

test('symbols and moves are looked for in every project, once it is read', async () => {
  const seen: string[][] = [];
  const client = await connect({
    files: { 'a.failover': text, 'b.failover': text },
    features: {
      workspaceSymbols: (projects, query) => {
        seen.push([query, ...projects.flatMap(({ program }) => program.uris)]);
        return [];
      },
      moveFiles: (projects, moves) => {
        seen.push([...moves.flatMap(({ oldUri, newUri }) => [oldUri, newUri]), ...projects.map(({ root }) => root)]);
        return { changes: {} };
      },
    },
  });
  expect(await client.request('workspace/symbol', { query: 'lo' })).toEqual([]);
  const files = [{ oldUri: 'file:///project/a%20b(1).failover', newUri: 'file:///project/%CE%B1+.failover' }];
  expect(await client.request('workspace/willRenameFiles', { files })).toEqual({ changes: {} });
  expect(seen).toEqual([
    ['lo', uriOf('a.failover'), uriOf('b.failover')],
    ['file:///project/a%20b(1).failover', 'file:///project/%CE%B1%2B.failover', 'file:///project'],
  ]);
});

test('the commands answer for the flow at a place', async () => {
  const on = (name: string) => (_: unknown, at: number) => ({ name, at }) as never;
  const client = await connect({
    features: { payload: on('payload'), bundle: on('bundle'), curl: on('curl'), drawing: on('flow') },
  });
  client.open('main.failover', text);
  const provider = client.capabilities.executeCommandProvider as { commands: string[] };
  const ofFlows = ['payload', 'bundle', 'curl', 'flow'].map((name) => `failover.${name}`);
  expect(provider.commands).toEqual([...ofFlows, 'failover.import']);
  for (const command of ofFlows) {
    const answer = await client.request('workspace/executeCommand', {
      command,
      arguments: [{ uri: textDocument.uri, position }],
    });
    expect(answer).toEqual({ name: command.slice('failover.'.length), at: offset });
  }
});

test('a request is imported, whatever it is', async () => {
  const client = await connect();
  const imported = (argument: unknown) =>
    client.request('workspace/executeCommand', { command: 'failover.import', arguments: [argument] });
  const request = '{ "flow": [{ "type": "Sms", "from": "ACME", "to": "+306912345678", "message": { "body": "x" } }] }';
  expect(await imported({ text: request, name: 'order ready' })).toMatchObject({
    text: 'flow order-ready {\n  sms "x" to "+306912345678" from "ACME"\n}\n',
    flows: ['order-ready'],
  });
  expect(await imported({ text: '{\n  "flow"' })).toMatchObject({
    text: null,
    problems: [{ code: 'FO6001', severity: 'error', range: { start: { line: 1, character: 8 } } }],
  });
  for (const wrong of [undefined, null, {}, { text: 1 }, { text: '', name: 1 }]) {
    await expect(imported(wrong)).rejects.toThrow(/must be/);
  }
});

test('semantic tokens come whole, for a stretch, and as what has changed', async () => {
  let tokens = [0, 0, 1, 1, 0, 1, 2, 3, 4, 5];
  const client = await connect({
    features: { semanticTokens: (_, of) => (of === undefined ? tokens : [of.offset, of.length]) },
  });
  client.open('main.failover', text);
  type Answer = { resultId: string; data?: number[]; edits?: { start: number; deleteCount: number; data: number[] }[] };
  const delta = (previousResultId: string): Promise<Answer> =>
    client.ask('textDocument/semanticTokens/full/delta', 'main.failover', { previousResultId });
  const first = await client.ask<Answer>('textDocument/semanticTokens/full', 'main.failover');
  expect(first.data).toEqual(tokens);
  tokens = [0, 0, 1, 1, 0, 7, 7, 7, 7, 7, 1, 2, 3, 4, 5];
  const second = await delta(first.resultId);
  expect(second.edits).toEqual([{ start: 5, deleteCount: 0, data: [7, 7, 7, 7, 7] }]);
  const third = await delta(second.resultId);
  expect(third.edits).toEqual([]);
  tokens = [];
  expect((await delta(third.resultId)).edits).toEqual([{ start: 0, deleteCount: 15, data: [] }]);
  expect((await delta('unknown')).data).toEqual([]);
  expect(await client.ask('textDocument/semanticTokens/range', 'main.failover', { range })).toEqual({ data: [4, 12] });
});
