import { expect, it } from 'vitest';
import { importRequest } from '../../src/features/import-request.js';

const request =
  '{ "flow": [{ "type": "Sms", "from": "ACME", "to": "+306912345678", "message": { "body": "Γειά" }, "ttl": "10", "order": 1 }] }';

it('writes a request as a flow, and says where something is wrong in the positions of the client', () => {
  const at = request.indexOf('"10"');
  const found = importRequest({ text: request, name: 'hello' }, 'utf-16');
  expect(found.text).toBe('flow hello {\n  sms "Γειά" to "+306912345678" from "ACME"\n}\n');
  expect(found.problems).toMatchObject([
    { code: 'FO6004', range: { start: { line: 0, character: at }, end: { line: 0, character: at + 4 } } },
  ]);
  const inBytes = importRequest({ text: request }, 'utf-8');
  expect(inBytes.flows).toEqual(['imported']);
  expect(inBytes.problems[0]?.range.start).toEqual({ line: 0, character: at + 4 });
});

it('reads a curl command', () => {
  const { text, flows } = importRequest({ text: `curl -d '${request.replace(', "ttl": "10"', '')}'` }, 'utf-16');
  expect([flows, text?.includes('sms "Γειά"')]).toEqual([['imported'], true]);
});

it('has no text for what is no request', () => {
  expect(importRequest({ text: '[' }, 'utf-16')).toMatchObject({
    text: null,
    flows: [],
    problems: [{ code: 'FO6001' }],
  });
});
