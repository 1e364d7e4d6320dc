import { completionsAt, insertedText } from '@failover/compiler';
import { describe, expect, it } from 'vitest';
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type InsertTextFormat,
  type MarkupContent,
  type Range,
} from 'vscode-languageserver-types';
import { fc } from '../../../../test/support/fast-check.js';
import { snippetOf, textOfSnippet } from '../../src/features/completion/insertion.js';
import { resolveCompletion } from '../../src/features/completion/resolve.js';
import { completion } from '../../src/features/completion.js';
import type { ClientFeatures } from '../../src/workspace/snapshot.js';
import { everyClientFeature, snapshotOf, uriOf } from '../support/marked.js';
import { atEveryOffset } from './every-place.js';

const brand = `--- brand.failover
/// The shop.
sender acme { viber "0094d198-4dd2-4fb5-b451-d46aca191b27" sms "ACME" voice "302101234567" }
sender mail { sms "Acme Mail" }
let api = "https://api.acme.com"
/// The code of a sign-in.
template otp(
  /// As it was generated.
  pin: text(4..10),
  minutes: int(1..60) = 5,
) "11111111-2222-3333-4444-555555555555" {
  lang en "Your code is {pin}, for {minutes} minutes."
  lang el "Ο κωδικός σας: {pin}, {minutes} λεπτά."
}
`;
const withBrand = (source: string) => `import "./brand.failover"\n${source}\n${brand}`;

/** A client that takes each item as it comes. */
const atOnce = { resolvesDocumentation: false, itemDefaults: false };

async function itemsAt(source: string, client: Partial<ClientFeatures> = {}): Promise<CompletionItem[]> {
  const snapshot = await snapshotOf(source, { client: { ...atOnce, ...client } });
  return completion(snapshot, snapshot.cursor).items;
}

/** The labels in their order, without those of whole steps and declarations where `words` is asked for. */
async function labels(source: string): Promise<string[]> {
  return (await itemsAt(source)).map(({ label }) => label);
}

async function words(source: string): Promise<string[]> {
  const items = await itemsAt(source);
  return items.filter(({ kind }) => kind !== CompletionItemKind.Snippet).map(({ label }) => label);
}

async function item(source: string, label: string, client?: Partial<ClientFeatures>): Promise<CompletionItem> {
  const found = (await itemsAt(source, client)).find((one) => one.label === label);
  if (found === undefined) throw new Error(`There is no ${label}`);
  return found;
}

/** The file once the item has been taken, as a client without snippets or with the stops as they first stand. */
async function taken(source: string, label: string): Promise<string> {
  const snapshot = await snapshotOf(source);
  const { span, candidates } = completionsAt(snapshot.program, snapshot.uri, snapshot.cursor, {
    files: snapshot.project.uris,
  });
  const found = candidates.find((one) => one.label === label);
  if (found === undefined) throw new Error(`There is no ${label}`);
  const { text } = snapshot.document;
  return text.slice(0, span.offset) + insertedText(found.insert) + text.slice(span.offset + span.length);
}

const fileWords = ['sender', 'flow', 'import', 'template', 'let', 'from', 'to', 'callback'];
const endpoints = ['standard', 'transactional'];

describe('between declarations', () => {
  it('everything, in an empty file', async () => {
    expect(await words('‸')).toEqual([...fileWords, 'viber', 'sms', 'voice', ...endpoints]);
  });

  it('the same for a half-typed word', async () => {
    for (const source of ['vib‸', 'v‸ib', 'flo‸', 'imp‸\n', '\ufeffse‸', 'κ‸']) {
      expect(await words(source), source).toEqual([...fileWords, 'viber', 'sms', 'voice', ...endpoints]);
    }
  });

  it('imports only before everything else', async () => {
    expect(await words('let a = "b"\n‸')).not.toContain('import');
    expect(await words('‸\nlet a = "b"')).toContain('import');
    expect(await words('import "./a.failover"\n‸')).toContain('import');
  });

  it('a chain only at the end of the file, and nothing after one', async () => {
    expect(await words('‸\nlet a = "b"')).not.toContain('sms');
    expect(await words('sen‸\n\nviber "Hi"')).not.toContain('voice');
    expect(await words('viber "Hi" ttl 5m\n\nfl‸')).not.toContain('flow');
  });

  it('settings that are not set', async () => {
    expect(await words('to "+306912345678"\n‸')).toEqual(expect.arrayContaining(['from', 'callback']));
    expect(await words('to "+306912345678"\n‸')).not.toContain('to');
  });

  it('only `flow` after an endpoint, and nothing for a new name', async () => {
    expect(await labels('standard ‸')).toEqual(['flow']);
    for (const source of ['flow ‸', 'flow na‸', 'let ‸', 'let a ‸', 'sender ‸', 'flow a ‸', 'flow a(to: phone, ‸)']) {
      expect(await labels(source), source).toEqual([]);
    }
  });
});

describe('in a flow', () => {
  it('settings and channels before the first step', async () => {
    expect(await words('flow a(to: phone) {\n  ‸\n}')).toEqual(['viber', 'sms', 'voice', 'from', 'to', 'callback']);
    expect(await words('flow a {\n  from "ACME"\n  call‸\n}')).toEqual(['viber', 'sms', 'voice', 'to', 'callback']);
    expect(await words('flow a {\n  ‸\n  sms "Hi"\n}')).toContain('callback');
  });

  it('clauses and `then` after a step', async () => {
    const found = await words('flow a {\n  from "ACME"\n  sms "Hi" ‸\n}');
    expect(found.slice(0, 3)).toEqual(['then', 'ttl', 'on']);
    expect(found).not.toContain('callback');
  });

  it('channels alone after `then`', async () => {
    for (const source of [
      'sms "Hi" then ‸',
      'sms "Hi" then vo‸',
      'flow a { sms "Hi" then ‸',
      'sms "Hi" then ‸ then sms "Ho"',
    ]) {
      expect(await words(source), source).toEqual(['viber', 'sms', 'voice']);
    }
  });
});

describe('what a step sends', () => {
  it('a text or template, and what stands for them', async () => {
    expect(await words(withBrand('viber ‸'))).toEqual(['"…"', 'template', 'template otp', 'image', 'file', 'video']);
    expect(await words('sms ‸')).toEqual(['"…"']);
    expect(await labels('voice ‸')).toEqual(['say', 'play', '{ … }']);
    expect(await words('voice { ‸ }')).toEqual(['say', 'play']);
  });

  it('as the endpoint of the flow takes it', async () => {
    expect(await words(withBrand('standard flow a(to: phone) { viber ‸ }'))).not.toContain('template');
    expect(await words(withBrand('transactional flow a(to: phone) { viber ‸ }'))).toEqual(['template', 'template otp']);
    expect(await words(withBrand('viber ‸ then viber template otp lang en'))).toEqual(['template', 'template otp']);
    expect(await labels(withBrand('viber "Hi" then ‸'))).not.toContain('viber template otp');
  });
});

describe('clauses', () => {
  it('of a text message', async () => {
    expect(await words('sms "Hi" ‸')).toEqual([
      ...['then', 'ttl', 'on', 'flash', 'transcode', 'label', 'shorten-links', 'to', 'from'],
      ...['no flash', 'no transcode'],
    ]);
  });

  it('of a template, those first that it must have', async () => {
    expect(await words(withBrand('viber template otp ‸'))).toEqual([
      ...['lang', 'ttl', 'on', 'then', 'devices', 'seq', 'inbound', 'to', 'from'],
    ]);
  });

  it('that are not there yet, before the cursor or behind it', async () => {
    expect(
      await words(
        withBrand('viber template otp lang en ‸ on failed\n  ttl 5m seq 1\nthen sms "Hi" to "+306912345678"'),
      ),
    ).toEqual([...['then', 'devices', 'inbound', 'to', 'from']]);
    expect(await words('sms "Hi" no flash ‸')).not.toContain('flash');
    expect(await words('sms "Hi" no ‸')).toEqual(['flash', 'transcode']);
  });

  it('in place of a word, to its end', async () => {
    const source = 'viber "Hi" ttl 5m o‸n failed';
    expect(await words(source)).toContain('on');
    expect(await words(source)).not.toContain('ttl');
    expect((await item(source, 'on')).textEdit).toMatchObject({
      range: { start: { line: 0, character: 18 }, end: { line: 0, character: 20 } },
    });
  });

  it('of Viber contents that go together', async () => {
    const found = await words('viber "Hi" image "https://a.b/c.png" ‸');
    expect(found).toContain('button');
    expect(found).not.toContain('file');
    expect(found).not.toContain('video');
    expect(await words('viber file "https://a.b/c.pdf" as "c.pdf" ‸')).not.toContain('button');
  });

  it('of what a call says and of the call', async () => {
    expect((await words('voice say "Hi" ‸')).slice(0, 3)).toEqual(['lang', 'then', 'on']);
    expect(await words('voice say "Hi" lang en-US ‸')).toEqual([
      ...['then', 'on', 'gender', 'repeat', 'barge-in', 'machine', 'to', 'from', 'no barge-in'],
    ]);
    expect(await words('voice { say "Hi" lang en-US ‸ }')).toEqual([
      ...['say', 'play', 'gender', 'repeat', 'barge-in', 'no barge-in'],
    ]);
    expect(await words('voice { play "https://a.b/c.wav" } ‸')).toEqual(['then', 'on', 'machine', 'to', 'from']);
    expect(await words('voice say "Hi" lang en-US to "+306912345678" ‸')).toContain('to');
    expect(await words('voice say "Hi" lang en-US ‸')).not.toContain('ttl');
  });
});

describe('the parts of a clause', () => {
  it('statuses of the channel that are not listed', async () => {
    expect(await labels('viber "Hi" on ‸')).toEqual([
      'expired, failed, undelivered',
      'expired',
      'failed',
      'undelivered',
    ]);
    expect(await labels('viber "Hi" on failed, ‸')).toEqual(['expired', 'undelivered']);
    expect(await labels('viber "Hi" on failed, ex‸, undelivered')).toEqual(['expired']);
    expect(await labels('voice say "Hi" lang en-US on busy,‸')).toEqual([
      'no-answer',
      'failed',
      'unsent',
      'terminated',
      'completed',
    ]);
    expect((await item('sms "Hi" on ‸', 'failed')).commitCharacters).toEqual([',']);
  });

  it('senders that have the channel', async () => {
    expect(await labels(withBrand('sms "Hi" from ‸'))).toEqual(['acme', 'mail']);
    expect(await labels(withBrand('viber "Hi" from m‸'))).toEqual(['acme']);
    expect(await labels(withBrand('from ‸'))).toEqual(['acme', 'mail']);
    expect(await labels('sms "Hi" from ‸')).toEqual(['"ACME"']);
  });

  it('languages', async () => {
    expect(await labels(withBrand('viber template otp lang ‸'))).toEqual(['en', 'el']);
    expect(await labels(withBrand('flow a(to: phone, l: lang(en), pin: text) { viber template otp lang ‸ }'))).toEqual([
      'en',
      'el',
      '{l}',
    ]);
    expect(await labels('viber template "0aac888f-2ee2-4112-9659-1755a951966a" lang ‸')).toContain('br');
    expect((await labels('voice say "Hi" lang ‸')).slice(0, 2)).toEqual(['en-US', 'de-DE']);
  });

  it('durations within the limits of the channel, and units for a number', async () => {
    expect(await labels('viber "Hi" ttl ‸')).toEqual(['1m', '5m', '10m', '30s', '2m', '30m', '1h', '12h', '1d']);
    expect(await labels('sms "Hi" ttl ‸')).not.toContain('30s');
    expect((await labels('viber "Hi" ttl 45‸ on failed')).slice(0, 2)).toEqual(['45m', '1m']);
    expect((await labels('viber "Hi" ttl 90‸')).slice(0, 2)).toEqual(['90m', '90s']);
    expect(await labels('sms "Hi" shorten-links for ‸')).toEqual(['7d', '1d', '30d', '12h', '1h']);
  });

  it('sizes, words and what follows them', async () => {
    expect((await labels('viber video "https://a.b/c" thumbnail "https://a.b/d" size 7‸')).slice(0, 2)).toEqual([
      '7MB',
      '1MB',
    ]);
    expect(await labels('viber video "https://a.b/c" ‸')).toEqual(['thumbnail']);
    expect(await labels('viber file "https://a.b/c" ‸')).toEqual(['as']);
    expect(await labels('viber file "https://a.b/c" as "c" type p‸')).toContain('pdf');
    expect((await labels('sms "Hi" shorten-links ‸'))[0]).toBe('for');
    expect(await labels(withBrand('viber template otp devices ‸'))).toEqual(['primary', 'all']);
    expect(await labels('voice say "Hi" gender ‸')).toEqual(['male', 'female']);
    expect(await labels('voice say "Hi" machine ‸')).toEqual(['hangup', 'continue']);
    expect(await labels('voice say "Hi" repeat ‸')).toEqual(['forever']);
    expect(await labels('callback "https://a.b" on ‸')).toEqual(['completion', 'step']);
    expect((await labels('callback "https://a.b" ‸'))[0]).toBe('on');
    expect((await words('voice say "Hi" lang en-US to ‸')).slice(0, 3)).toEqual(['phone', 'viber', 'sip']);
    expect(await labels('sms "Hi" to ‸')).not.toContain('sip');
  });
});

describe('the parameters of a flow', () => {
  it('that its steps need and the list lacks, with their types', async () => {
    const source = 'flow a(‸) {\n  viber template otp lang en ttl 1m\n  then sms "Hello {name}, {api}" ttl {x}\n}';
    expect((await itemsAt(withBrand(source))).map(({ textEdit }) => textEdit?.newText)).toEqual([
      ...['to: phone', 'pin: text(4..10)', 'name: text'],
    ]);
    expect(await labels(withBrand('flow a(to: phone, na‸) {\n  sms "Hello {name}"\n}'))).toEqual(['name']);
  });
});

describe('templates', () => {
  it('by name with their languages, and predefined ones by id with their parameters', async () => {
    const otp = await item(withBrand('viber template ‸'), 'otp');
    expect(otp.detail).toBe('(pin: text(4..10), minutes: int(1..60)) en, el');
    expect(otp.textEdit?.newText).toBe(`otp lang \${1|en,el|}$0`);
    expect(await taken('viber template ‸', 'Routee: validity time')).toContain(
      'template "bed0942f-e07e-4879-834b-29cc4cf3ec35"(pin: {pin}, codeValidityTime: {codeValidityTime}) lang en',
    );
    expect(await taken('viber template "‸" lang en', 'Routee: basic')).toBe(
      'viber template "0aac888f-2ee2-4112-9659-1755a951966a" lang en',
    );
    expect(await taken('template a(pin: text) ‸', 'Routee: basic')).toContain('"0aac888f-2ee2-4112-9659-1755a951966a"');
  });

  it('with the arguments that the flow does not know', async () => {
    expect(await taken(withBrand('flow a(to: phone) { viber template o‸ ttl 5m }'), 'otp')).toContain(
      'viber template otp(pin: "8213") lang en ttl 5m',
    );
  });

  it('arguments that are missing, the required ones first', async () => {
    expect(await labels(withBrand('flow a(to: phone) { viber template otp(‸) lang en }'))).toEqual(['pin', 'minutes']);
    expect(await labels(withBrand('viber template otp(pin: "8213", ‸) lang en'))).toEqual(['minutes']);
    expect(await labels(withBrand('viber template otp(‸ lang en ttl 5m'))).toEqual(['pin', 'minutes']);
    expect(await labels(withBrand('viber template otp(p‸: "8213")'))).toEqual(['pin', 'minutes']);
    expect(await taken(withBrand('flow a(to: phone, pin: text(4..4)) { viber template otp(‸) }'), 'pin')).toContain(
      'otp(pin: {pin})',
    );
    expect(await labels('viber template "c33cccaf-735f-4d62-8383-a76bf4999e2d"(pin: {pin}, ‸)')).toEqual([
      'businessPlatformName',
    ]);
  });

  it('values of arguments, the one of the same name first', async () => {
    expect(
      await labels(withBrand('flow a(to: phone, x: text, pin: text(4..9)) { viber template otp(pin: ‸) }')),
    ).toEqual(['{pin}', '{to}', '{x}', '{api}', '"8213"']);
    expect(await labels(withBrand('flow a(n: int, x: text) { viber template otp(minutes: ‸) }'))).toEqual(['{n}', '1']);
    expect((await labels(withBrand('viber template otp(pin: ‸)')))[0]).toBe('{pin}');
  });

  it('what a declaration can have', async () => {
    expect(await labels('template a(x: text) "i" { ‸ }')).toEqual(['category', 'lang']);
    expect(await labels('template a(x: text) "i" { category otp ‸ }')).toEqual(['lang']);
    expect(await labels('template a(x: text) "i" { category ‸ }')).toEqual(['otp', 'transactional']);
    expect(await labels('template a(x: text) "i" { lang en "{x}" lang ‸ }')).not.toContain('en');
    expect((await labels('template ‸'))[0]).toBe('otp');
    expect(await labels('sender a { sms "ACME" ‸ }')).toEqual(['viber', 'voice']);
    expect(await words('flow a(to: ‸)')).toEqual(['phone', 'url', 'text', 'int', 'text(…)', 'int(…)', 'lang(…)']);
    expect(await labels('flow a(l: lang(en, ‸))')).not.toContain('en');
  });
});

describe('holes', () => {
  it('of the parameters and lets of a flow', async () => {
    const source = 'let api = "x"\nflow a(to: phone, pin: text) {\n  sms "Your code: {‸"\n}';
    expect(await labels(source)).toEqual(['pin', 'api', 'to']);
    expect(await taken(source, 'pin')).toContain('sms "Your code: {pin}"');
    expect(await taken('flow a(pin: text) { sms "{p‸in} {x}" }', 'pin')).toContain('"{pin} {x}"');
  });

  it('with inferred parameters: every one but that which is being typed', async () => {
    expect(await labels('sms "{name}: {na‸}"')).toEqual(['name', 'to']);
    expect(await labels('sms "{pi‸}" then sms "{pin}"')).toEqual(['pin', 'to']);
  });

  it('of the parameters of a wording, and the lets above a let', async () => {
    expect(await labels('template a(x: text, y: int) "i" { lang en "{‸" }')).toEqual(['x', 'y']);
    expect(await labels('let a = "1"\nlet b = "{‸}"\nlet c = "2"')).toEqual(['a']);
  });

  it('as a value, where the type fits', async () => {
    const flow = (place: string) => `flow a(to: phone, link: url, name: text) { viber "Hi" ${place} }`;
    expect(await labels(flow('image {‸}'))).toEqual(['link']);
    expect(await labels(flow('image ‸'))).toEqual(['{link}', '"https://example.com"']);
    expect(await labels(flow('image "{‸}"'))).toEqual(['link']);
    expect(await labels(flow('image "https://a.b/{‸}"'))).toEqual(['link', 'name', 'to']);
    expect(await labels(flow('to ‸'))).toEqual(['{to}', '"+306912345678"']);
  });

  it('whole, where a word of the text could start', async () => {
    expect(await taken('flow a(pin: text) { sms "Code: ‸" }', '{pin}')).toContain('"Code: {pin}"');
    expect(await labels('flow a(pin: text) { sms "Cod‸" }')).toEqual([]);
    const snapshot = await snapshotOf('flow a(pin: text) { sms "Hello, ‸" }');
    expect(completion(snapshot, snapshot.cursor, ' ').items).toEqual([]);
    expect(completion(snapshot, snapshot.cursor).items).toHaveLength(1);
    expect(await labels('flow a(pin: text) { sms """\n  Code: {‸\n  """ }')).toEqual(['pin']);
  });

  it('nowhere but where a hole can be', async () => {
    for (const source of [
      'sender a { sms "{‸}" }',
      'flow a(x: text = "{‸}") {}',
      'sms "\\‸"',
      'let x = "y"\nsms "Hi" from "{‸}"',
    ]) {
      expect(await labels(source), source).toEqual([]);
    }
  });
});

describe('comments', () => {
  it('have codes, those first that are reported there', async () => {
    const found = await itemsAt('flow a(to: phone) {\n  // failover-ignore FO‸\n  sms "Hi" from "ACME"\n}');
    expect(found[0]).toMatchObject({ label: 'FO4008', textEdit: { newText: 'FO4008' } });
    expect(found.length).toBeGreaterThan(20);
    expect(await labels('// failover-ignore FO4001, ‸')).not.toContain('FO4001');
    expect(await labels('// fail‸')).toEqual(['failover-ignore']);
  });

  it('and nothing else', async () => {
    for (const source of ['// vib‸', '/// vib‸', 'sms "Hi" // tt‸', '# vib‸', '// failover-ignore FO4001: be‸']) {
      expect(await labels(source), source).toEqual([]);
    }
  });
});

describe('paths', () => {
  it('of files that are not imported yet', async () => {
    const files = `${brand}--- deep/er/one.failover\n--- two.failover\n`;
    expect(await labels(`import "./brand.failover"\nimport "‸"\n${files}`)).toEqual([
      './two.failover',
      './deep/er/one.failover',
    ]);
    expect(await labels(`import ‸\n${files}`)).toContain('"./brand.failover"');
    expect(await labels(`--- a/main.failover\nimport ".‸"\n--- b c.failover\n`)).toEqual([]);
    expect(await labels('--- a/main.failover\nimport ".‸"\n--- b.failover\n')).toEqual(['../b.failover']);
  });
});

describe('an item', () => {
  it('says what a clause becomes', async () => {
    const { documentation } = await item('viber "Hi" ‸', 'ttl');
    const { value } = documentation as MarkupContent;
    expect(value).toMatch(/^```failover\nttl 10m\n```\n\nHow long Viber tries/);
    for (const fact of ['Field: `ttl`', 'Unit: minutes', 'Limits: ', 'Default: '])
      expect(value).toContain(`\n- ${fact}`);
  });

  it('shows what its author wrote', async () => {
    const documented = async (source: string, label: string) =>
      ((await item(withBrand(source), label)).documentation as MarkupContent).value;
    expect(await documented('sms "Hi" from ‸', 'acme')).toBe('The shop\\.');
    expect(await documented('viber template ‸', 'otp')).toBe(
      'The code of a sign\\-in\\.\n\n- `en` "Your code is \\{pin\\}, for \\{minutes\\} minutes\\."\n- `el` "Ο κωδικός σας\\: \\{pin\\}, \\{minutes\\} λεπτά\\."',
    );
    expect(await documented('viber template otp(‸)', 'pin')).toBe(
      'As it was generated\\.\n\nA text of 4 to 10 characters.',
    );
    expect(await documented('viber template otp lang ‸', 'el')).toBe(
      'Ο κωδικός σας\\: \\{pin\\}, \\{minutes\\} λεπτά\\.',
    );
  });

  it('makes no link, picture or HTML of what its author wrote', async () => {
    const evil = '![a](https://b.c/d.png) <img src=x> [e](command:f) www.g.h';
    const source = `/// ${evil}\nsender acme { sms "ACME" }\n/// ${evil}\ntemplate otp "11111111-2222-3333-4444-555555555555" { lang en "${evil}" }\n`;
    for (const [at, label] of [
      ['sms "Hi" from ‸', 'acme'],
      ['viber template ‸', 'otp'],
      ['viber template otp lang ‸', 'en'],
    ] as const) {
      const { value } = (await item(`${source}${at}`, label)).documentation as MarkupContent;
      expect(value).toContain(evil.replace(/[!()\-.:<=>[\]]/g, '\\$&'));
      expect(value).not.toMatch(/(?<!\\)[<[!]|(?<!\\)\./);
    }
  });

  it('without Markdown for a client that has none', async () => {
    const { documentation } = await item('sms "Hi" ‸', 'no flash', { markdown: false });
    expect(documentation).toEqual({
      kind: 'plaintext',
      value:
        'no flash\n\nThe text is shown at once and not kept.\n\n- Field: message.flash, written as false\n- Default: off',
    });
  });

  it('has stops for a client with snippets, and what comes before them for one without', async () => {
    expect(await item('sms "Hi" ‸', 'ttl')).toMatchObject({
      kind: CompletionItemKind.Property,
      insertTextFormat: 2,
      textEdit: { newText: `ttl \${1:5m}$0` },
    });
    const plain = { snippets: false };
    expect(await item('sms "Hi" ‸', 'ttl', plain)).toMatchObject({
      insertTextFormat: 1,
      textEdit: { newText: 'ttl ' },
    });
    expect((await item('sms "Hi" ‸', 'label', plain)).textEdit?.newText).toBe('label ');
    expect((await item('‸', 'flow', plain)).textEdit?.newText).toBe('flow ');
    expect((await item('from "ACME"\nflow a { ‸ }', 'sms text', plain)).textEdit?.newText).toBe(
      'sms "Hello" ttl 5m on failed, undelivered',
    );
  });

  it('carries what it is about for a client that asks for its documentation later', async () => {
    const snapshot = await snapshotOf('viber "Hi" ‸');
    const { items } = completion(snapshot, snapshot.cursor);
    const ttl = items.find(({ label }) => label === 'ttl');
    expect(ttl).toEqual({
      ...{ label: 'ttl', kind: CompletionItemKind.Property, sortText: '0001', textEditText: `ttl \${1:10m}$0` },
      data: { word: 'ttl', as: 'clause', on: 'viber' },
    });
    expect(resolveCompletion({ ...ttl }, snapshot.client)).toEqual({
      ...ttl,
      documentation: (await item('viber "Hi" ‸', 'ttl')).documentation,
    });
  });

  it('is the same for every client once it has been resolved, at every place', async () => {
    const once = { ...everyClientFeature, ...atOnce };
    await atEveryOffset((snapshot, offset) => {
      const resolved = itemsOf(completion(snapshot, offset)).map((one) =>
        resolveCompletion({ ...one }, snapshot.client),
      );
      expect(resolved.map(({ data, ...one }) => one)).toEqual(completion({ ...snapshot, client: once }, offset).items);
    }, 30);
  });

  it.each([
    { markdown: true, snippets: false },
    { markdown: false, snippets: true },
    { markdown: false, snippets: false },
  ])('is the same once it has been resolved for a client with %j', async (features) => {
    for (const source of ['‸', 'flow a { ‸ }', 'viber "Hi" ‸', 'viber template "‸"', '// failover-ignore ‸']) {
      const snapshot = await snapshotOf(withBrand(source), { client: features });
      const resolved = itemsOf(completion(snapshot, snapshot.cursor)).map((one) =>
        resolveCompletion({ ...one }, snapshot.client),
      );
      expect(resolved.map(({ data, ...one }) => one)).toEqual(await itemsAt(withBrand(source), features));
    }
  });

  it('is not documented where what it carries is none of ours', () => {
    for (const data of [
      ...[{ word: 'ttl' }, { word: 'ttl', as: 'constructor' }, { word: 'on', as: 'status', on: 'toString' }],
      ...[{ word: 'ttl', as: {} }, { word: 'name', as: 'value', of: 'constructor' }, { code: 'FO9999' }],
      ...[{ template: 'otp' }, { snippet: 1 }, 'ttl', null, undefined],
    ]) {
      const sent = { label: 'ttl', data };
      expect(resolveCompletion(sent, everyClientFeature), JSON.stringify(data)).toBe(sent);
    }
    const withoutText = { label: 7, data: { snippet: true } };
    expect(resolveCompletion(withoutText, everyClientFeature)).toBe(withoutText);
  });

  it('of a snippet is read back from what it inserts', () => {
    const text = fc.string({ unit: fc.constantFrom(...'a0 \n$\\{}|,:é') });
    const stop = fc
      .record({ text, others: fc.array(text, { minLength: 1, maxLength: 3 }), isChoice: fc.boolean() })
      .map(({ text: first, others, isChoice }) =>
        isChoice ? { text: first, choices: [first, ...others] } : { text: first },
      );
    fc.assert(
      fc.property(fc.array(fc.oneof(text, stop)), (insert) => {
        expect(textOfSnippet(snippetOf(insert))).toBe(insertedText(insert));
      }),
    );
  });

  it('stands in the order of the list', async () => {
    const items = await itemsAt(withBrand('viber template otp ‸'));
    expect(items.map(({ sortText }) => sortText)).toEqual(items.map(({ sortText }) => sortText).toSorted());
    expect(items[0]?.label).toBe('lang');
  });
});

/** The items as a client has them that takes what the list says for all of them. */
function itemsOf({ items, itemDefaults }: CompletionList): CompletionItem[] {
  const range = itemDefaults?.editRange as Range;
  return items.map(({ textEditText, ...one }) => ({
    insertTextFormat: itemDefaults?.insertTextFormat as InsertTextFormat,
    ...one,
    textEdit: { range, newText: textEditText ?? one.label },
  }));
}

describe('whole steps and declarations', () => {
  const own = 'sender acme { viber "0094d198-4dd2-4fb5-b451-d46aca191b27" sms "ACME" voice "302101234567" }\n';
  const places = [
    withBrand('from acme\nflow a(to: phone) {\n  ‸\n}'),
    withBrand('flow a(to: phone) {\n  ‸\n}'),
    withBrand('flow a {\n  ‸\n}'),
    withBrand('flow a {\n  ‸\n  sms "Hi" from acme\n}'),
    `${own}flow a(to: phone) {\n  viber "Hi" ‸\n}`,
    withBrand('from acme\nviber template otp lang en ttl 1m ‸'),
    withBrand('from acme\n‸'),
    `${own}‸`,
    '‸',
    'template ‸',
    `${own}voice ‸`,
    withBrand('from acme\nviber ‸'),
    withBrand('from acme\nviber template ‸'),
    withBrand('from acme\nflow a(to: phone) { viber template ‸ }'),
    withBrand('sms "Hi" from acme ‸'),
    `${own}viber "Hi" ‸`,
    `${own}voice say "Hi" lang en-US ‸`,
    withBrand('viber template otp lang en from acme ‸'),
    'sender a { ‸ }',
    'template a(x: text(..9)) "11111111-2222-3333-4444-555555555555" { ‸ }',
  ];

  const settings = ['from', 'to', 'callback'];

  it.each(places)('compile: %s', async (source) => {
    const snapshot = await snapshotOf(source);
    const uri = uriOf(snapshot.marked.name);
    const { candidates } = completionsAt(snapshot.program, uri, snapshot.cursor, { files: snapshot.project.uris });
    const flowWithoutSteps = / \{\n {2}‸\n\}/.test(source);
    let compiled = 0;
    for (const { label, insert } of candidates) {
      if (insert.every((piece) => typeof piece === 'string') && !insertedText(insert).includes(' ')) continue;
      // A setting needs a flow with steps, and `then` and an import need what follows.
      if (label === 'then' || label === 'import' || (flowWithoutSteps && settings.includes(label))) continue;
      const text = await taken(source, label);
      const files = [...snapshot.marked.files].map(([name, old]) => `--- ${name}\n${uriOf(name) === uri ? text : old}`);
      const after = await snapshotOf(files.map((file) => `${file}\n`).join(''));
      const errors = after.program.diagnostics(uri).filter(({ severity }) => severity === 'error');
      expect(errors.map(({ message }) => `${label}: ${message}`)).toEqual([]);
      compiled++;
    }
    expect(compiled).toBeGreaterThan(0);
  });
});
