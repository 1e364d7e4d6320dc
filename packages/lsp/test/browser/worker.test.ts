import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { clientFiles } from '../../src/browser/file-system.js';
import { fileRequests } from '../../src/protocol.js';
import { serverFile } from '../support/spawned.js';

type Message = { id?: number; method?: string; params?: { uri?: string }; result?: unknown };

/** Runs the worker's bundle in a world that has what a worker has, and nothing of Node. */
function startWorker(answer: (message: Message) => unknown) {
  const messages: Message[] = [];
  const port: { onmessage?: (event: { data: unknown }) => void; [name: string]: unknown } = {
    postMessage: (message: Message) => {
      const { id, method } = structuredClone(message);
      messages.push(message);
      if (id !== undefined && method !== undefined) send({ id, result: answer(message) });
    },
    ...{ setTimeout, clearTimeout, setInterval, clearInterval, performance, console, TextEncoder, TextDecoder },
    ...{ queueMicrotask, addEventListener: () => {} },
  };
  port.self = port;
  const send = (message: object) => setTimeout(() => port.onmessage?.({ data: { jsonrpc: '2.0', ...message } }), 0);
  runInContext(readFileSync(path.join(path.dirname(serverFile), 'browser.js'), 'utf8'), createContext(port));
  const answerTo = async (id: number) => {
    for (let tries = 0; tries < 1_000; tries++) {
      const found = messages.find((message) => message.id === id && message.method === undefined);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`No answer to ${id}`);
  };
  return { send, answerTo };
}

test('the worker answers, with the files that its page hands it', async () => {
  const root = 'vscode-vfs://github/acme/flows';
  const texts: Readonly<Record<string, string>> = {
    [`${root}/brand.failover`]: 'sender acme { sms "ACME" }\n',
  };
  const { send, answerTo } = startWorker(({ method, params }) => {
    if (method === fileRequests.rootOf) return root;
    if (method === fileRequests.read) {
      const text = texts[params?.uri ?? ''];
      return text === undefined ? { problem: 'missing' } : { text };
    }
    return [];
  });
  send({
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: root, capabilities: { textDocument: { diagnostic: {} } } },
  });
  await answerTo(1);
  send({ method: 'initialized', params: {} });
  const uri = `${root}/main.failover`;
  const text = 'import "./brand.failover"\nimport "./gone.failover"\nflow a(to: phone) { sms "Hi" then sms "Hello" }\n';
  send({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'failover', version: 1, text } },
  });
  send({ id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri } } });
  expect((await answerTo(2)).result).toMatchObject({ items: [{ code: 'FO2006', range: { start: { line: 1 } } }] });
});

test('whatever a client answers is a file or none', async () => {
  const read = (answer: unknown) => clientFiles(async () => answer).read('file:///a.failover', 'file:///');
  expect(await read({ text: 'a' })).toEqual({ text: 'a' });
  expect(await read({ problem: 'outside' })).toEqual({ problem: 'outside' });
  expect(await read({ problem: 'unreadable', reason: 'it is a folder' })).toEqual({
    problem: 'unreadable',
    reason: 'it is a folder',
  });
  for (const nothing of [null, undefined, 7, { problem: 'missing' }, { text: 7 }]) {
    expect(await read(nothing)).toEqual({ problem: 'missing' });
  }
});

test('a client without files leaves those that are open', async () => {
  const files = clientFiles(() => Promise.reject(new Error('Unhandled method')));
  expect(await files.read('file:///p/a.failover', 'file:///p')).toEqual({ problem: 'missing' });
  expect(await files.rootOf('file:///p/a/b.failover', ['file:///p'])).toBe('file:///p');
  expect(await files.rootOf('file:///q/a/b.failover', ['file:///p'])).toBe('file:///q/a');
  expect(await files.rootOf('untitled:Untitled-1', [])).toBe('untitled:Untitled-1');
  expect(await files.rootsIn('file:///p')).toEqual(['file:///p']);
  expect(await files.find('file:///p', undefined, [])).toEqual([]);
});
