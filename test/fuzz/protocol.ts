import { methods, paramsFor } from '../../packages/lsp/test/support/requests.js';
import { framed, SpawnedServer } from '../../packages/lsp/test/support/spawned.js';
import { built, type Random } from '../properties/random.js';
import type { fc } from '../support/fast-check.js';
import { changedJson, type Json } from './json.js';
import { Smaller, smallerLists } from './smaller.js';
import { samples, textOf } from './texts.js';

/** Bytes for the server: a message, or what is none. */
interface Chunk {
  readonly bytes: string;
  /** The id of the request that it is, which must be answered. */
  readonly id?: number | undefined;
  /** Whether the reader may lose what follows with it. */
  readonly isBroken?: boolean;
}

class Conversation {
  readonly chunks: readonly Chunk[];
  /** Where the stream is cut into pieces, in bytes. */
  readonly cuts: readonly number[];

  constructor(chunks: readonly Chunk[], cuts: readonly number[]) {
    this.chunks = chunks;
    this.cuts = cuts;
  }

  toString(): string {
    return `cut at ${this.cuts}\n${this.chunks.map(({ bytes }) => JSON.stringify(bytes)).join('\n')}`;
  }
}

const uris = [
  ...['file:///nowhere/main.failover', 'file:///nowhere/brand.failover', 'file:///nowhere/failover.json'],
  ...['untitled:Untitled-1', 'file:///nowhere/a%20b%C3%A9.failover', 'file:///nowhere/..%2f..%2fb.failover', 'x'],
];

const notifications: Readonly<Record<string, (random: Random, uri: string) => Json>> = {
  'textDocument/didOpen': (random, uri) => ({
    textDocument: { uri, languageId: 'failover', version: 1, text: textOf(random.pick(samples)) },
  }),
  'textDocument/didChange': (random, uri) => ({
    textDocument: { uri, version: random.integer(0, 9) },
    contentChanges: [
      random.chance(30)
        ? { text: textOf(random.pick(samples)) }
        : {
            range: { start: position(random), end: position(random) },
            text: random.pick(['', '}', '{', '"', '\n', 'sms']),
          },
    ],
  }),
  'textDocument/didClose': (_, uri) => ({ textDocument: { uri } }),
  'textDocument/didSave': (_, uri) => ({ textDocument: { uri } }),
  'workspace/didChangeWatchedFiles': (random, uri) => ({ changes: [{ uri, type: random.integer(1, 3) }] }),
  'workspace/didChangeConfiguration': () => ({ settings: { failover: { inlayHints: { ttl: false } } } }),
  'workspace/didRenameFiles': (random, uri) => ({ files: [{ oldUri: uri, newUri: random.pick(uris) }] }),
  'workspace/didChangeWorkspaceFolders': () => ({ event: { added: [], removed: [] } }),
  '$/setTrace': () => ({ value: 'verbose' }),
  '$/unknown': () => ({}),
};

const others: Readonly<Record<string, (random: Random, uri: string) => Json>> = {
  initialize: () => ({ processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } }),
  shutdown: () => null,
  'textDocument/diagnostic': (_, uri) => ({ textDocument: { uri } }),
  'workspace/diagnostic': () => ({ previousResultIds: [] }),
  'textDocument/semanticTokens/full': (_, uri) => ({ textDocument: { uri } }),
  'textDocument/semanticTokens/full/delta': (_, uri) => ({ textDocument: { uri }, previousResultId: '1' }),
  'codeLens/resolve': (random, uri) => ({ range: { start: position(random), end: position(random) }, data: uri }),
  'workspace/willRenameFiles': (random, uri) => ({ files: [{ oldUri: uri, newUri: random.pick(uris) }] }),
  'textDocument/unknown': () => ({}),
};

function position(random: Random) {
  return { line: random.integer(0, 12), character: random.integer(0, 40) };
}

const junk = [
  ...['x', '\r\n\r\n', '{}', '\0\0\0\0', 'GET / HTTP/1.1\r\n\r\n', 'Content-Type: x\r\n\r\n', 'é'.repeat(3000)],
  ...['Content-Length: 5\r\n\r\n', 'Content-Length: 999999999\r\n\r\n', 'Content-Length: 99999999999\r\n\r\n'],
  ...['Content-Length: -1\r\n\r\n', 'Content-Length: 2\r\n\r\n[]', 'Content-Length: 4\r\n\r\nnull'],
  ...['Content-Length: 0\r\n\r\n', 'Content-Length: 9\r\n\r\n{"id": 1,', 'Content-Length: many\r\n\r\n'],
  ...['Content-Length: 21\r\n\r\n{"id":{},"method":"a"}'],
];

function aChunk(random: Random, id: number): Chunk {
  const kind = random.integer(1, 20);
  const uri = random.pick(uris);
  if (kind === 1) return { bytes: random.pick(junk), isBroken: true };
  if (kind === 2) {
    const bytes = framed({ id: 1_000_000 + id, method: 'textDocument/hover', params: {} });
    const wrong = bytes.replace(/\d+/, (length) => String(Number(length) + random.integer(-20, 2000)));
    return { bytes: wrong, isBroken: true };
  }
  if (kind === 3) return { bytes: framed({ method: '$/cancelRequest', params: { id: random.integer(1, id) } }) };
  if (kind === 4) return { bytes: framed({ id: random.integer(0, 5), result: changedJson({}, random, 60) }) };
  const isWild = random.chance(50);
  const worn = (params: Json) => (isWild ? changedJson(params, random) : params);
  if (kind <= 10) {
    const method = random.pick(Object.keys(notifications));
    return { bytes: framed({ method, params: worn(notifications[method]?.(random, uri) ?? {}) }) };
  }
  if (kind <= 13) {
    const method = random.pick(Object.keys(others).filter((one) => one !== 'shutdown' || random.chance(10)));
    return { id, bytes: framed({ id, method, params: worn(others[method]?.(random, uri) ?? {}) }) };
  }
  const method = random.pick(methods);
  const params = paramsFor(method, uri, position(random), position(random), random.integer(0, 3)) as Json;
  return { id, bytes: framed({ id, method, params: worn(params) }) };
}

const initialize: Chunk = {
  id: 0,
  bytes: framed({ id: 0, method: 'initialize', params: { processId: null, capabilities: {} } }),
};

/** What a client might send that is out of order, in wild shapes, or no message at all. */
export const conversations: fc.Arbitrary<Conversation> = new Smaller(
  built((random) => {
    const chunks = Array.from({ length: random.integer(1, 60) }, (_, index) => aChunk(random, index + 1));
    const start = random.chance(90) ? [initialize, { bytes: framed({ method: 'initialized', params: {} }) }] : [];
    const cuts = Array.from({ length: random.integer(0, 5) }, () => random.integer(1, 9000));
    return new Conversation([...start, ...chunks], cuts);
  }),
  function* ({ chunks, cuts }) {
    for (const fewer of smallerLists(chunks)) yield new Conversation(fewer, cuts);
    if (cuts.length > 0) yield new Conversation(chunks, []);
  },
);

const last = 2_000_000;

/** Whatever it is sent, the server answers each request once, is not broken by it, and ends when it is told to. */
export async function faultsOfServer({ chunks, cuts }: Conversation): Promise<string[]> {
  const server = new SpawnedServer();
  try {
    const bytes = Buffer.from(chunks.map((chunk) => chunk.bytes).join(''));
    const places = [...new Set([0, ...cuts.filter((cut) => cut < bytes.length), bytes.length])].sort((a, b) => a - b);
    for (const [index, end] of places.slice(1).entries()) {
      server.write(bytes.subarray(places[index], end));
      // The pieces shall come one by one.
      await new Promise((resolve) => setImmediate(resolve));
    }
    // The first of them may be lost with what came before it.
    for (const id of [last, last + 1, last + 2]) server.send({ id, method: 'textDocument/hover', params: {} });
    await server.answerTo(last + 2);
    const expected = chunks.flatMap(({ id }, index) => (id === undefined || chunks[index - 1]?.isBroken ? [] : [id]));
    for (const id of expected) await server.answerTo(id);
    server.send({ id: last + 3, method: 'shutdown' });
    await server.answerTo(last + 3);
    server.notify('exit');
    const status = await server.ended;
    return [
      ...(status === 0 || status === 1 ? [] : [`the server ended with ${status}`]),
      ...(server.errors === '' ? [] : [`the server printed ${server.errors}`]),
      ...answeredTwice(server),
      ...broken(server),
    ];
  } finally {
    server.process.kill('SIGKILL');
  }
}

function answeredTwice({ messages }: SpawnedServer): string[] {
  const seen = new Set<unknown>();
  return messages.flatMap(({ id, method }) => {
    if (id === null || id === undefined || method !== undefined) return [];
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew ? [] : [`request ${id} was answered twice`];
  });
}

function broken({ messages }: SpawnedServer): string[] {
  return messages.flatMap(({ error, params }) => {
    if (error?.code === -32603) return [`a request failed: ${error.message}`];
    const logged = String(params?.message ?? '');
    return /\n +at /.test(logged) ? [`a message broke something: ${logged}`] : [];
  });
}
