import { expect, test } from 'vitest';
import { fc, runs } from '../../../../test/support/fast-check.js';
import { type Client, connect, pulling } from '../support/client.js';

const start: Readonly<Record<string, string>> = {
  'failover.json': '{ "rules": { "FO4008": "off" } }',
  'brand.failover':
    'sender acme { viber "0094d198-4dd2-4fb5-b451-d46aca191b27" sms "ACME" }\nlet api = "https://acme.com"\n',
  'otp.failover':
    'template otp(pin: text(4..10)) "0aac888f-2ee2-4112-9659-1755a951966a" {\n  lang en "Your code is {pin}."\n}\n',
  'login.failover':
    'import "./brand.failover"\nimport "./otp.failover"\n\n/// Γειά 😀\nflow login(to: phone, pin: text(4..10)) {\n  callback "{api}/a" on step\n  viber template otp lang en ttl 2m on expired\n  then sms "Your code is {pin}" ttl 5m on failed\n}\n',
};
const names = Object.keys(start);
const pieces = [
  ...['{', '}', '"', '"""', '\n', '\r\n', ' ', '// ', '/// 😀\n', 'α', '(', ')', ',', ':'],
  ...['import "./brand.failover"\n', 'import "./otp.failover"\n', 'import "./login.failover"\n', 'let api = "x"\n'],
  ...[
    'flow b {\n  sms "{pin}"\n}\n',
    'then sms "Hi" ',
    'sender other { sms "OTHER" }\n',
    'acme',
    'otp',
    'pin',
    'ttl 5s ',
  ],
];

const name = fc.constantFrom(...names);
const place = fc.double({ min: 0, max: 1, noNaN: true });
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('edit'),
      name,
      from: place,
      length: fc.nat(12),
      text: fc.constantFrom('', ...pieces),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close'), name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('save'), name }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('write'),
      name,
      text: fc.constantFrom(...Object.values(start), undefined),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What the editor has open, and the disk has. */
class Editor {
  readonly client: Client;
  readonly open = new Map<string, string>();

  constructor(client: Client) {
    this.client = client;
  }

  do(step: Step): void {
    const { name } = step;
    const text = this.open.get(name);
    if ('from' in step) this.#edit(step.name, step.from, step.length, step.text);
    else if ('text' in step) this.client.write(name, step.text);
    else if (text === undefined) return;
    else if (step.kind === 'save') this.client.write(name, text);
    else {
      this.client.close(name);
      this.open.delete(name);
    }
  }

  #edit(name: string, from: number, length: number, text: string): void {
    if (!this.open.has(name)) {
      this.open.set(name, this.client.files.get(name) ?? '');
      this.client.open(name);
    }
    const before = this.open.get(name) ?? '';
    const offset = Math.floor(from * before.length);
    const end = Math.min(before.length, offset + length);
    // In the middle of what counts as one place there is none: between CR and LF.
    if ([offset, end].some((at) => before[at - 1] === '\r' && before[at] === '\n')) return;
    this.client.change(name, { range: { start: positionAt(before, offset), end: positionAt(before, end) }, text });
    this.open.set(name, before.slice(0, offset) + text + before.slice(end));
  }
}

function positionAt(text: string, offset: number) {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** Everything that a client can see. */
async function seen(client: Client, open: Iterable<string>) {
  const { items } = await client.request<{ items: { uri: string; items: object[] }[] }>('workspace/diagnostic', {
    previousResultIds: [],
  });
  const documents = [];
  for (const name of [...open].filter((one) => one.endsWith('.failover')).sort()) {
    const tokens = await client.ask<{ data: number[] }>('textDocument/semanticTokens/full', name);
    const symbols = await client.ask('textDocument/documentSymbol', name);
    documents.push({ name, tokens: tokens.data, symbols });
  }
  const diagnostics = items.map((item) => ({ uri: item.uri, items: item.items }));
  return { diagnostics: diagnostics.sort((a, b) => (a.uri < b.uri ? -1 : 1)), documents };
}

test('after every edit the server knows what one would that starts with the text as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const editor = new Editor(await connect({ files: start, capabilities: pulling }));
      for (const one of steps) {
        editor.do(one);
        const kept = await seen(editor.client, editor.open.keys());
        const fresh = await connect({ files: Object.fromEntries(editor.client.files), capabilities: pulling });
        for (const [name, text] of editor.open) fresh.open(name, text);
        expect(kept).toEqual(await seen(fresh, editor.open.keys()));
      }
    }),
    runs(40),
  );
});
