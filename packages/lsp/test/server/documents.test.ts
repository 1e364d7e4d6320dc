import { expect, test } from 'vitest';
import { connect } from '../support/client.js';
import { folder } from '../support/marked.js';

const capabilities = { textDocument: { diagnostic: {} } };
const broken = '// Γειά 😀\nsender 😀 {}\n';

test.each<[string[] | undefined, string]>([
  [undefined, 'utf-16'],
  [['utf-16', 'utf-8'], 'utf-16'],
  [['utf-32', 'utf-8', 'utf-16'], 'utf-8'],
  [['utf-32'], 'utf-16'],
])('of %j, positions count in %s', async (positionEncodings, expected) => {
  const general = positionEncodings && { positionEncodings };
  const client = await connect({ capabilities: { ...capabilities, ...(general && { general }) } });
  expect(client.capabilities.positionEncoding).toBe(expected);
});

test('in UTF-8, positions come and go as bytes', async () => {
  const seen: number[] = [];
  const client = await connect({
    capabilities: { ...capabilities, general: { positionEncodings: ['utf-8'] } },
    features: { hover: (_, offset) => void seen.push(offset) },
  });
  client.open('main.failover', 'let a = "😀α"\nlet a = ""\n');
  // Five bytes for the quote and the face, two for alpha
  client.change('main.failover', {
    range: { start: { line: 0, character: 13 }, end: { line: 0, character: 15 } },
    text: '😀b',
  });
  await client.ask('textDocument/hover', 'main.failover', { position: { line: 0, character: 17 } });
  expect(seen).toEqual([13]);
  client.change('main.failover', broken);
  const { items = [] } = await client.pull('main.failover');
  expect(items[0]?.range.start).toEqual({ line: 1, character: 7 });
  expect(items[0]?.range.end).toEqual({ line: 1, character: 11 });
});

test('edits of one message count on each other', async () => {
  const client = await connect({ features: { hover: ({ document }) => ({ contents: document.text }) } });
  client.open('main.failover', 'abc\r\ndef');
  const at = (line: number, from: number, to: number) => ({
    start: { line, character: from },
    end: { line, character: to },
  });
  client.change(
    'main.failover',
    { range: at(0, 1, 2), text: 'XY\n' },
    { range: at(1, 0, 1), text: '' },
    { range: at(9, 9, 99), text: '!' },
  );
  const answer = await client.ask('textDocument/hover', 'main.failover', { position: { line: 0, character: 0 } });
  expect(answer).toEqual({ contents: 'aXY\n\r\ndef!' });
});

test('a document has one URI, however the client encodes it, and is spoken of as the client does', async () => {
  const client = await connect({ files: { 'main.failover': 'import "./a (1).failover"\nviber "Hi" then sms "Hi"\n' } });
  const shows = (code: string) => client.shown('main.failover').includes(code);
  await client.until(() => shows('FO2006'));
  // As VS Code writes it, with the parentheses encoded
  const uri = `${folder}/a%20%281%29.failover`;
  const text = 'let a = "1"\nlet a = "2"\n';
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'failover', version: 1, text } });
  await client.until(() => !shows('FO2006'));
  const own = () => client.published.findLast((one) => one.uri === uri);
  expect(own()).toMatchObject({ version: 1, diagnostics: [{ code: 'FO2004' }] });
  client.notify('textDocument/didClose', { textDocument: { uri } });
  await client.until(() => shows('FO2006') && own()?.diagnostics.length === 0);
});

test('a document that was never saved is a project of its own', async () => {
  const client = await connect({ capabilities, files: { 'brand.failover': 'sender acme { sms "ACME" }\n' } });
  const uri = 'untitled:Untitled-1';
  const text = 'import "./brand.failover"\n';
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'failover', version: 1, text } });
  const answer = await client.request<{ items: { code: string }[] }>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  expect(answer.items.map(({ code }) => code)).toEqual(['FO2006']);
});

test('the first question about a document knows of the others that are open, also where they are not on disk', async () => {
  const client = await connect({
    capabilities,
    files: { 'otp.failover': 'template otp "0aac888f-2ee2-4112-9659-1755a951966a"\n' },
  });
  client.open('login.failover', 'import "./otp.failover"\nflow login { viber template otp lang en }\n');
  client.open('otp.failover');
  const [lens] = await client.ask<{ command: { title: string } }[]>('textDocument/codeLens', 'otp.failover');
  expect(lens?.command.title).toBe('1 reference');
});
