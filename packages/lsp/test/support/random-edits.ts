import { fc } from '../../../../test/support/fast-check.js';
import { type Client, connect, pulling } from './client.js';
import { uriOf } from './marked.js';
import { methods, paramsFor } from './requests.js';

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
/** What somebody does in an editor, and what they ask after each step: the number of a request, and where. */
export const sessions = fc.array(fc.record({ step, method: fc.nat(), from: place, to: place }), {
  minLength: 1,
  maxLength: 12,
});
export type Session = typeof sessions extends fc.Arbitrary<infer S> ? S : never;
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

/** The answer to a request about a place, or the code of the error. */
async function answerAbout(client: Client, name: string, text: string, { method, from, to }: Session[number]) {
  const asked = methods[method % methods.length] ?? '';
  const [start, end] = [from, to].sort((a, b) => a - b).map((at) => positionAt(text, Math.floor(at * text.length)));
  if (start === undefined || end === undefined) return undefined;
  const params = paramsFor(asked, uriOf(name), start, end, method);
  return client.request(asked, params).catch((error: { code: number; message: string }) => {
    // A rename that is refused is an answer; what is broken is none.
    if (error.code !== -32803) throw new Error(`${asked} ${JSON.stringify(params)}: ${error.message}`);
    return error.message;
  });
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

/** What a server has kept through a session, and what one knows that starts with the texts as they are, after each step. */
export async function* knowledge(session: Session) {
  const editor = new Editor(await connect({ files: start, capabilities: pulling }));
  for (const one of session) {
    editor.do(one.step);
    const fresh = await connect({ files: Object.fromEntries(editor.client.files), capabilities: pulling });
    for (const [name, text] of editor.open) fresh.open(name, text);
    const known = async (client: Client) => {
      const text = editor.open.get(one.step.name);
      const isAsked = text !== undefined && one.step.name.endsWith('.failover');
      const answer = isAsked ? await answerAbout(client, one.step.name, text, one) : undefined;
      return { ...(await seen(client, editor.open.keys())), answer };
    };
    yield { kept: await known(editor.client), fresh: await known(fresh) };
  }
}
