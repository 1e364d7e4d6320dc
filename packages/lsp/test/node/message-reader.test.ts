import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/fast-check.js';
import { StreamReader } from '../../src/node/message-reader.js';

function framed(message: unknown, length?: number): string {
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  return `Content-Length: ${length ?? Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** What is understood of a stream that comes in pieces: the ids of messages, and the codes of refusals. */
function read(...pieces: (string | Buffer)[]): (number | string)[] {
  const stream = new PassThrough();
  const seen: (number | string)[] = [];
  const reader = new StreamReader(stream, ({ code }) => seen.push(`refused ${code}`));
  reader.listen((message) => seen.push((message as { id?: number }).id ?? 'notification'));
  for (const piece of pieces) stream.emit('data', Buffer.from(piece));
  return seen;
}

const request = (id: number) => ({ jsonrpc: '2.0', id, method: 'textDocument/hover', params: { text: 'Γειά 😀' } });
const parseError = 'refused -32700';
const invalidRequest = 'refused -32600';

test('messages come through however the stream is cut', () => {
  const bytes = Buffer.from([1, 2, 3].map((id) => framed(request(id))).join(''));
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 8 }), (cuts) => {
      const places = [0, ...new Set(cuts.sort((a, b) => a - b)), bytes.length];
      const pieces = places.slice(1).map((end, at) => bytes.subarray(places[at], end));
      expect(read(...pieces)).toEqual([1, 2, 3]);
    }),
  );
});

test.each([
  ['other headers', `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n${framed(request(1))}`, [1]],
  ['a header in small letters', framed(request(1)).replace('Content-Length', 'content-length'), [1]],
  ['no JSON', framed('{ "id": 1, '), [parseError]],
  ['nothing', framed(''), [parseError]],
  ['no object', framed('null'), [invalidRequest]],
  ['a batch', framed([request(1)]), [invalidRequest]],
  ['an id that is none', framed({ ...request(1), id: {} }), [invalidRequest]],
  ['a method that is none', framed({ jsonrpc: '2.0', id: 1, method: 3 }), [invalidRequest]],
  ['a cancellation of nothing', framed({ jsonrpc: '2.0', method: '$/cancelRequest' }), [invalidRequest]],
  ['an answer without an answer', framed({ jsonrpc: '2.0', id: 1 }), [invalidRequest]],
  ['no length', 'Content-Type: text/plain\r\n\r\n', [parseError]],
  ['a length that is none', 'Content-Length: many\r\n\r\n', [parseError]],
  ['a header that is none', 'GET / HTTP/1.1\r\n\r\n', [parseError]],
])('after %s, the next message is understood', (_, wrong, expected) => {
  expect(read(wrong + framed(request(7)))).toEqual([...expected, 7]);
});

test.each([-30, -1, 1, 20, 100, 1_000_000_000])('a length that is wrong by %i costs one message', (difference) => {
  const length = JSON.stringify(request(1)).length + difference;
  for (const split of [true, false]) {
    const messages = [framed(request(1), length), framed(request(2)), framed(request(3))];
    const seen = split ? read(...messages) : read(messages.join(''));
    expect(seen.slice(-2)).toEqual([2, 3]);
    expect(seen).toContain(parseError);
  }
});

test('junk without an end is not kept, and a message after it is understood', () => {
  expect(read('x'.repeat(1_000_000), 'y'.repeat(1_000_000), framed(request(1)), framed(request(2)))).toEqual([
    parseError,
    1,
    2,
  ]);
});

test('a long message that comes in many pieces is put together once', () => {
  const text = 'x'.repeat(20_000_000);
  const bytes = Buffer.from(framed({ jsonrpc: '2.0', id: 1, method: 'a', params: { text } }));
  const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, at) =>
    bytes.subarray(at * 65_536, (at + 1) * 65_536),
  );
  const start = performance.now();
  expect(read(...pieces)).toEqual([1]);
  expect(performance.now() - start).toBeLessThan(3_000);
});
