import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { StreamMessageReader } from 'vscode-languageserver/node';
import { StreamWriter } from '../../src/node/message-writer.js';

const message = (id: number) => ({ jsonrpc: '2.0', id, result: 'Γειά 😀' });

test('a message is one piece, with its length in bytes', async () => {
  const pieces: string[] = [];
  const stream = new Writable({
    write: (piece, _, done) => {
      pieces.push(String(piece));
      done();
    },
  });
  const writer = new StreamWriter(stream);
  await writer.write(message(1));
  await writer.write({ jsonrpc: '2.0' });
  expect(pieces).toEqual([
    'Content-Length: 49\r\n\r\n{"jsonrpc":"2.0","id":1,"result":"Γειά 😀"}',
    'Content-Length: 17\r\n\r\n{"jsonrpc":"2.0"}',
  ]);
});

test('messages written at once are read in their order', async () => {
  const stream = new PassThrough();
  const seen: unknown[] = [];
  new StreamMessageReader(stream).listen((one) => seen.push(one));
  const writer = new StreamWriter(stream);
  await Promise.all([1, 2, 3].map((id) => writer.write(message(id))));
  await expect.poll(() => seen).toEqual([1, 2, 3].map(message));
});

test('a stream that breaks refuses the message, and is reported with it', async () => {
  const broken = new Error('broken');
  const stream = new Writable({ write: (_, __, done) => done(broken) });
  const writer = new StreamWriter(stream);
  const reported: unknown[] = [];
  writer.onError((report) => reported.push(report));
  const closed = new Promise<void>((resolve) => writer.onClose(resolve));
  await expect(writer.write(message(1))).rejects.toThrow(broken);
  await closed;
  expect(reported).toContainEqual([broken, message(1), 1]);
});

test('what is no JSON is refused, and the next message is written', async () => {
  const stream = new PassThrough();
  const writer = new StreamWriter(stream);
  await expect(writer.write({ jsonrpc: '2.0', id: 1n } as never)).rejects.toThrow('BigInt');
  await writer.write(message(2));
  writer.end();
  expect(String(stream.read())).toMatch(/^Content-Length: 49\r\n\r\n\{/);
  expect(stream.writableEnded).toBe(true);
});
