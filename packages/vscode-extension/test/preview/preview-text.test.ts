import type { FlowPayload } from '@failover/language-server/protocol';
import { expect, test } from 'vitest';
import { previewText } from '../../src/preview/preview-text.js';

const answer: FlowPayload = {
  flow: 'login',
  endpoint: 'standard',
  method: 'POST',
  path: '/failover',
  payload: { flow: [{ type: 'Sms', to: '{to}' }] },
  missing: [],
  problems: [],
};

test('shows the request below what it is', () => {
  expect(previewText(answer)).toBe(`// login: POST /failover (standard)
{
  "flow": [
    {
      "type": "Sms",
      "to": "{to}"
    }
  ]
}
`);
});

test('names the parameters that are filled in later, in a column', () => {
  const missing = [
    { name: 'to', description: 'Whom to reach.' },
    { name: 'language', description: '' },
  ];
  expect(previewText({ ...answer, missing }).split('\n{')[0]).toBe(`// login: POST /failover (standard)
//
// Filled in when it is sent:
//   {to}        Whom to reach.
//   {language}`);
});

test('says what keeps the flow from being sent, and still shows what there is', () => {
  const problems = ['The ttl of an SMS is from `1m` to `1d`, not `30s`', 'Two\nlines\u2028three'];
  const text = previewText({ ...answer, problems });
  expect(text).toContain(`// Not ready to send: 2 errors
//   ✗ The ttl of an SMS is from \`1m\` to \`1d\`, not \`30s\`
//   ✗ Two
// lines
// three
{
  "flow"`);
});

test('says what to do where there is no flow', () => {
  expect(previewText(null)).toBe(`// There is no flow here.
// Put the cursor in a flow, or in a file that has a single one.
`);
});

test('says when the server does not answer', () => {
  expect(previewText(undefined)).toMatch(/^\/\/ The language server does not answer\.\n\/\/ .*Restart Server/);
});
