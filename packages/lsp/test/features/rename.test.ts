import { describe, expect, it, test } from 'vitest';
import { prepareRename, RenameRefused, rename } from '../../src/features/rename.js';
import type { Snapshot } from '../../src/workspace/snapshot.js';
import { type Marked, marked, snapshotOf, uriOf } from '../support/marked.js';
import { textAt } from './support.js';

/** The texts after a rename, as they would be written in the string of a test. */
async function renamed(source: string, name: string): Promise<string> {
  const project = marked(source);
  const snapshot = await snapshotOf(project);
  const { documentChanges = [] } = rename(snapshot, snapshot.cursor, name);
  const texts = new Map(project.files);
  for (const change of documentChanges) {
    if (!('edits' in change)) throw new Error('Only texts change');
    const { uri } = change.textDocument;
    let text = snapshot.project.document(uri).text;
    for (const edit of change.edits.toReversed()) {
      if (!('newText' in edit)) throw new Error('Only texts change');
      const { offset, length } = snapshot.project.document(uri).spanOf(edit.range);
      text = text.slice(0, offset) + edit.newText + text.slice(offset + length);
    }
    texts.set(uri.slice(uriOf('').length), text);
  }
  return written(texts);
}

function written(files: ReadonlyMap<string, string>): string {
  return [...files].map(([file, text]) => (file === 'main.failover' ? text : `--- ${file}\n${text}`)).join('');
}

async function expectRename(source: string, name: string, after: string): Promise<void> {
  expect(await renamed(source, name)).toBe(after);
}

async function refusal(source: string | Marked, name: string): Promise<string> {
  const snapshot = await snapshotOf(source);
  try {
    rename(snapshot, snapshot.cursor, name);
  } catch (error) {
    if (error instanceof RenameRefused) return error.message;
    throw error;
  }
  return 'it was renamed';
}

const otp = 'template otp(pin: text(4..10)) "x" { lang en "Your code is {pin}." }\n';

describe('a rename', () => {
  it('of a parameter changes its declaration and its holes', () =>
    expectRename(
      'flow a(to: phone, na‸me: text) { sms "Γεια {name} 😀 {name}" from "ACME" }\nflow b(to: phone, name: text) { sms "{name}" from "ACME" }',
      'first',
      'flow a(to: phone, first: text) { sms "Γεια {first} 😀 {first}" from "ACME" }\nflow b(to: phone, name: text) { sms "{name}" from "ACME" }',
    ));

  it('of a parameter writes out the argument that was taken by its name', () =>
    expectRename(
      `${otp}flow a(to: phone, pin: text(4..10)) { viber template otp lang en from "ACME" then sms "{p‸in}" from "ACME" }`,
      'code',
      `${otp}flow a(to: phone, code: text(4..10)) { viber template otp(pin: {code}) lang en from "ACME" then sms "{code}" from "ACME" }`,
    ));

  it('of an inferred parameter does so too, and keeps the order of the arguments', () =>
    expectRename(
      'template t(a: text, b: text = "x", c: text, d: text) "x"\nviber template t lang en from "ACME" then sms "{c‸}" from "ACME"',
      'code',
      'template t(a: text, b: text = "x", c: text, d: text) "x"\nviber template t(a: {a}, b: "x", c: {code}) lang en from "ACME" then sms "{code}" from "ACME"',
    ));

  it('adds to the arguments that are written', () =>
    expectRename(
      'template t(a: text, b: text) "x"\nviber template t(a: "1") lang en from "ACME" then sms "{b‸}" from "ACME"',
      'code',
      'template t(a: text, b: text) "x"\nviber template t(a: "1", b: {code}) lang en from "ACME" then sms "{code}" from "ACME"',
    ));

  it('of the recipient writes it out, once for the flow', async () => {
    await expectRename(
      'flow a(t‸o: phone) {\r\n  callback "https://acme.com"\r\n\r\n  sms "Hi" from "ACME"\r\n  then sms "Bye" from "ACME"\r\n}',
      'person',
      'flow a(person: phone) {\r\n  to {person}\r\n  callback "https://acme.com"\r\n\r\n  sms "Hi" from "ACME"\r\n  then sms "Bye" from "ACME"\r\n}',
    );
    await expectRename(
      'flow a(to‸: phone) {\n  // failover-ignore FO4009: why not\n  /// Greets\n  sms "Hi" from "ACME"\n}',
      'person',
      'flow a(person: phone) {\n  to {person}\n  // failover-ignore FO4009: why not\n  /// Greets\n  sms "Hi" from "ACME"\n}',
    );
  });

  it('of the recipient writes it out in each step where the flow has recipients of other kinds', () =>
    expectRename(
      'to sip "1@example.com"\nflow a(t‸o: phone) { sms "Hi" from "ACME" ttl 5m then voice say "Hi" lang en-US from "302101234567" }',
      'person',
      'to sip "1@example.com"\nflow a(person: phone) { sms "Hi" to {person} from "ACME" ttl 5m then voice say "Hi" lang en-US from "302101234567" }',
    ));

  it('of a let, sender or template goes over every file, and leaves strangers alone', async () => {
    const files = (sender: string, api: string) =>
      `import "./brand.failover"\nsms "{${api}}" from ${sender}\n--- brand.failover\nlet ${api} = "x"\nsender ${sender} { sms "ACME" }\n--- stranger.failover\nlet api = "x"\nsender acme { sms "ACME" }\nsms "{api}" from acme\n`;
    await expectRename(files('ac‸me', 'api'), 'shop', files('shop', 'api'));
    await expectRename(files('acme', 'api').replace('{api', '{a‸pi'), 'base', files('acme', 'base'));
  });

  it('of a let writes out what is taken by its name in files that do not name it', () =>
    expectRename(
      `import "./brand.failover"\nviber template otp lang en from "ACME"\n--- brand.failover\nlet p‸in = "1234"\n${otp}`,
      'fixed',
      `import "./brand.failover"\nviber template otp(pin: {fixed}) lang en from "ACME"\n--- brand.failover\nlet fixed = "1234"\n${otp}`,
    ));

  it('of a let goes with the definition in failover.json', async () => {
    const source = (name: string) =>
      `sms "{${name}}" from "ACME"\nlet ${name} = "x"\n--- failover.json\n{ "define": { "other": "1", "${name}": "y" } }\n`;
    await expectRename(source('api').replace('{api', '{a‸pi'), 'base', source('base'));
  });

  it('of a parameter of a template changes arguments and wordings, and keeps the parameters of the flows', () =>
    expectRename(
      `import "./brand.failover"\nflow a(to: phone, pin: text(4..10)) { viber template otp lang en from "ACME" then viber template otp(pin: "1234") lang en from "ACME" }\n--- brand.failover\ntemplate otp(p‸in: text(4..10)) "x" { lang en "{pin}" lang el "{pin}!" }\n`,
      'code',
      `import "./brand.failover"\nflow a(to: phone, pin: text(4..10)) { viber template otp(code: {pin}) lang en from "ACME" then viber template otp(code: "1234") lang en from "ACME" }\n--- brand.failover\ntemplate otp(code: text(4..10)) "x" { lang en "{code}" lang el "{code}!" }\n`,
    ));

  it('of a language goes over every use of the template', () =>
    expectRename(
      'import "./brand.failover"\nviber template hi lang en from "ACME" then viber template bye lang en from "ACME"\n--- brand.failover\ntemplate hi "x" { lang e‸n }\ntemplate bye "x" { lang en }\n',
      'en-GB',
      'import "./brand.failover"\nviber template hi lang en-GB from "ACME" then viber template bye lang en from "ACME"\n--- brand.failover\ntemplate hi "x" { lang en-GB }\ntemplate bye "x" { lang en }\n',
    ));

  it('of a flow changes its name only', () =>
    expectRename(
      'flow lo‸gin(to: phone) { sms "login" from "ACME" }',
      'sign-in',
      'flow sign-in(to: phone) { sms "login" from "ACME" }',
    ));

  it('of the second of two declarations with one name mends them', () =>
    expectRename(
      'sender acme { sms "ACME" }\nsender ac‸me { sms "ACME" }\nsms "Hi" from acme',
      'shop',
      'sender acme { sms "ACME" }\nsender shop { sms "ACME" }\nsms "Hi" from acme',
    ));

  it('is for the version of the document, for a client that knows versions', async () => {
    const source = 'flow lo‸gin(to: phone) { sms "login" from "ACME" }';
    const snapshot = await snapshotOf(source);
    expect(rename(snapshot, snapshot.cursor, 'a').documentChanges).toMatchObject([{ textDocument: { version: 1 } }]);
    const old = await snapshotOf(source, { client: { documentChanges: false } });
    expect(Object.keys(rename(old, old.cursor, 'a').changes ?? {})).toEqual([old.uri]);
  });
});

describe('a rename is refused', () => {
  test.each([
    ['', '`` is not a name: a name starts with'],
    ['2fa', '`2fa` is not a name'],
    ['a b', '`a b` is not a name'],
    ['a-', '`a-` is not a name'],
  ])('for %j', async (name, sentence) => {
    expect(await refusal('flow lo‸gin(to: phone) { sms "login" from "ACME" }', name)).toContain(sentence);
  });

  test.each([
    ['let a‸ = "x"\n\nlet b = "y"', 'There is a let `b` already (main.failover, line 3). Choose another name.'],
    ['sender a‸ { sms "ACME" }\nsender b { sms "ACME" }', 'There is a sender `b` already (main.failover, line 2).'],
    ['template a‸ "x"\ntemplate b "x"', 'There is a template `b` already (main.failover, line 2).'],
    ['flow a‸ { sms "x" }\nflow b { sms "x" }', 'There is a flow `b` already (main.failover, line 2).'],
    ['template t(a‸: text, b: text) "x"', 'The template `t` has a parameter `b` already (main.failover, line 1).'],
    ['template t "x" { lang ‸a lang b }', 'The template `t` has a language `b` already (main.failover, line 1).'],
    [
      'flow f(a‸: text, b: text) { sms "{a} {b}" }',
      'The flow `f` has a parameter `b` already (main.failover, line 1).',
    ],
    ['sms "{a‸} {b}"', 'The flow `main` has a parameter `b` already (main.failover, line 1).'],
    [
      'sender a‸ { sms "ACME" }\n--- main2.failover\nimport "./main.failover"\nimport "./c.failover"\n--- c.failover\nsender b { sms "ACME" }',
      'There is a sender `b` already (c.failover, line 1).',
    ],
    [
      'let a‸ = "x"\nflow f(to: phone, b: text) { sms "{a} {b}" from "ACME" }',
      '`b` in main.failover, line 2 would come to mean the parameter `b` of the flow `f`. Choose another name.',
    ],
    [
      'let b = "x"\nflow f(to: phone, a‸: text) { sms "{a} {b}" from "ACME" }',
      '`b` in main.failover, line 2 would come to mean the parameter `b` of the flow `f`.',
    ],
    [
      'let a‸ = "x"\nsms "{b}" from "ACME"',
      '`b` in main.failover, line 2 would come to mean the let `b`. Choose another name.',
    ],
    [
      'template t(b: text = "1") "x"\nflow f(to: phone, a‸: text) { viber template t from "ACME" then sms "{a}" from "ACME" }',
      'would come to mean the parameter `b` of the flow `f`.',
    ],
    [
      'let a‸ = "x"\n--- failover.json\n{ "define": { "b": "y" } }',
      'failover.json defines `b`, which would take the place of this let.',
    ],
    [
      'let a‸ = "x"\n--- other.failover\nlet a = "x"\n--- failover.json\n{ "define": { "a": "y" } }',
      'failover.json defines `a` for this let and for that of other.failover.',
    ],
    [
      'template t "x" { lang a‸ }\nflow f(to: phone, l: lang(a)) { viber template t lang {l} from "ACME" }',
      'With the name `b`, main.failover, line 2 would have a fault:',
    ],
  ])('%s', async (source, sentence) => {
    expect(await refusal(source, 'b')).toContain(sentence);
  });
});

describe('before a rename', () => {
  const prepare = async (source: string) => {
    const snapshot: Snapshot & { cursor: number } = await snapshotOf(source);
    const { range, placeholder } = prepareRename(snapshot, snapshot.cursor);
    return [textAt(snapshot, range), placeholder];
  };

  it('the name is shown', async () => {
    expect(await prepare('sms "Hi {na‸me}"')).toEqual(['name', 'name']);
    expect(await prepare('flow login‸ { sms "Hi" }')).toEqual(['login', 'login']);
  });

  it('what has none is refused', async () => {
    await expect(prepare('sms "H‸i"')).rejects.toThrow('There is no name here that can be changed.');
    await expect(prepare('s‸ms "Hi"')).rejects.toThrow(
      'This flow is named after its file. To rename it, rename main.failover.',
    );
  });
});
