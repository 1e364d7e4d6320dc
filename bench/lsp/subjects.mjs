// Our server and VS Code's for JSON, each with a document of so many lines and a place to type, complete and point at.
import path from 'node:path';
import { root } from '../../scripts/paths.mjs';
import { packages } from '../peers/install.mjs';
import { LanguageServer } from './client.mjs';

const jsonServer = path.join(packages, 'vscode-langservers-extracted/bin/vscode-json-language-server');
const ownServer = path.join(root, 'packages/lsp/dist/failover-language-server.cjs');

export const failover = {
  name: 'failover',
  start: () => new LanguageServer(ownServer),
  document(lines) {
    const head = ['sender acme { viber "0094d198-4dd2-4fb5-b451-d46aca191b27" sms "ACME" voice "302101234567" }'];
    const text = [...head, ...repeated(lines - head.length, flow)].join('\n');
    const line = lineOf(text, '  then sms "Hello', lines / 2);
    return {
      languageId: 'failover',
      ending: 'failover',
      text,
      typing: at(line, 13),
      completing: at(line, 2),
      pointing: at(line, 8),
    };
  },
};

export const json = {
  name: 'JSON',
  start: () => new LanguageServer(jsonServer, settings),
  document(lines) {
    const text = ['{ "flows": [', ...repeated(lines - 2, object), '{} ] }'].join('\n');
    const line = lineOf(text, '      "message": "Hello', lines / 2);
    return {
      languageId: 'json',
      ending: 'json',
      text,
      typing: at(line, 20),
      completing: at(line, 6),
      pointing: at(line, 9),
    };
  },
};

const flow = (index) => [
  '',
  `/// Order ${index} has left: Viber first, then SMS.`,
  `flow shipped-${index}(to: phone, name: text(..20), order: text(4..10)) {`,
  `  callback "https://api.acme.com/failover/${index}" on step`,
  '',
  `  viber "Hello {name}, your order {order} has left." button "Track it" "https://acme.com/t/${index}" ttl 2m`,
  '  then sms "Hello {name}, your order {order} has left." ttl 1h on failed, undelivered',
  '  then voice say "Your order {order} has left." lang en-US repeat 2',
  '}',
];

const object = (index) => [
  '  {',
  `    "name": "shipped-${index}",`,
  `    "callback": { "url": "https://api.acme.com/failover/${index}", "strategy": "OnStep" },`,
  '    "steps": [',
  '      { "type": "Viber", "message": "Hello, your order has left.", "ttl": 120 },',
  '      { "type": "Sms",',
  '      "message": "Hello, your order has left.", "ttl": 3600 }',
  '    ]',
  '  },',
];

const step = {
  type: 'object',
  properties: {
    type: { enum: ['Viber', 'Sms', 'Voice'], description: 'The channel.' },
    message: { type: 'string', maxLength: 1000, description: 'What is said.' },
    ttl: { type: 'integer', minimum: 30, maximum: 86_400, description: 'How long to wait, in seconds.' },
  },
  required: ['type', 'message'],
  additionalProperties: false,
};
const schema = {
  type: 'object',
  properties: {
    flows: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          name: { type: 'string', pattern: '^[a-z0-9-]+$' },
          callback: {
            type: 'object',
            properties: { url: { type: 'string', format: 'uri' }, strategy: { enum: ['OnStep', 'OnCompletion'] } },
            required: ['url'],
          },
          steps: { type: 'array', items: step, minItems: 1 },
        },
        additionalProperties: false,
      },
    },
  },
  required: ['flows'],
};
const settings = { json: { validate: { enable: true }, schemas: [{ fileMatch: ['*.json'], schema }] } };

/** So many lines of as many pieces as it takes; what is left over is empty. */
function repeated(lines, piece) {
  const found = [];
  for (let index = 0; found.length + piece(index).length <= lines; index++) found.push(...piece(index));
  return [...found, ...Array(lines - found.length).fill('')];
}

/** The first line from one on that starts so. */
function lineOf(text, start, from) {
  const lines = text.split('\n');
  const found = lines.findIndex((line, index) => index >= from - 10 && line.startsWith(start));
  if (found === -1) throw new Error(`No line starts with ${start}`);
  return found;
}

function at(line, character) {
  return { line, character };
}
