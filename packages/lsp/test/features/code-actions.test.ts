import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Program } from '@failover/compiler';
import { describe, expect, it } from 'vitest';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-types';
import { codeActions } from '../../src/features/code-actions.js';
import type { Snapshot } from '../../src/workspace/snapshot.js';
import { snapshotOf } from '../support/marked.js';
import { ofEveryPrefix } from './every-place.js';

function textAfter({ document, project }: Snapshot, { edit }: CodeAction, uri = document.uri): string {
  const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  const own = changes.filter(({ textDocument }) => textDocument.uri === uri).flatMap(({ edits }) => edits);
  const target = project.document(uri);
  let text = target.text;
  let end = text.length + 1;
  const spans = own.map((one) => ({ ...target.spanOf(one.range), newText: 'newText' in one ? one.newText : '' }));
  for (const { offset, length, newText } of spans.toSorted((a, b) => b.offset - a.offset || b.length - a.length)) {
    expect(offset + length, 'edits overlap').toBeLessThanOrEqual(end);
    end = offset;
    text = text.slice(0, offset) + newText + text.slice(offset + length);
  }
  return text;
}

async function actionsOf(source: string, only?: string[]) {
  const snapshot = await snapshotOf(source);
  const place = snapshot.marked.places[0] ?? { offset: snapshot.cursor, length: 0 };
  return { snapshot, actions: codeActions(snapshot, place, only) };
}

async function titles(source: string, only?: string[]): Promise<string[]> {
  return (await actionsOf(source, only)).actions.map(({ title }) => title);
}

/** The text after the action of a title was taken. */
async function after(source: string, title: string, only?: string[]): Promise<string> {
  const { snapshot, actions } = await actionsOf(source, only);
  const action = actions.find((one) => one.title === title);
  if (action === undefined) throw new Error(`There is no ${title}, but ${actions.map((one) => one.title).join(', ')}`);
  return textAfter(snapshot, action);
}

const brand = 'sender acme {\n  viber "0094d198-4dd2-4fb5-b451-d46aca191b27"\n  sms "ACME"\n}\n\n';
const id = '"0aac888f-2ee2-4112-9659-1755a951966a"';

describe('a quick fix', () => {
  it('mends what is wrong at the place, and says what it mends', async () => {
    const { snapshot, actions } = await actionsOf(`${brand}flow f(to: phone) { sms "x" ttl ‸30s }\n`);
    const [action] = actions;
    expect(action).toMatchObject({
      title: 'Write `1m`',
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'FO3012' }],
    });
    expect(action && textAfter(snapshot, action)).toBe(`${brand}flow f(to: phone) { sms "x" ttl 1m }\n`);
  });

  it('is not preferred where there are several, and not offered elsewhere', async () => {
    const source = (mark: string) => `${brand}sender b { sms "B" }\n\nflow f(to: phone) { s${mark}ms "x" }\n`;
    const { actions } = await actionsOf(source('‸'));
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Add `from acme`', false],
      ['Add `from b`', false],
      ['Ignore FO4008 here', undefined],
    ]);
    expect(await titles(`‸${source('')}`)).toEqual([]);
  });

  it('adds the parameter that is missing', async () => {
    const source = `${brand}flow f(to: phone) {\n  sms "{‸name}"\n}\n`;
    expect(await after(source, 'Add the parameter `name: text`')).toContain('flow f(to: phone, name: text) {');
  });
});

describe('what is meant as it is', () => {
  const doubtful = (on: string) =>
    `${brand}flow f(to: phone) {\n${on}  viber "x" ttl 2m on failed\n  then sms "y"\n}\n`;

  it('is silenced with a comment above', async () => {
    expect(await after(doubtful('').replace('on f', 'on ‸f'), 'Ignore FO4001 here')).toBe(
      doubtful('  // failover-ignore FO4001: \n'),
    );
  });

  it('is added to the comment that is there', async () => {
    const source = doubtful('  // failover-ignore FO4005: why\n').replace('on f', 'on ‸f');
    expect(await after(source, 'Ignore FO4001 here')).toBe(doubtful('  // failover-ignore FO4005, FO4001: why\n'));
  });

  it('is switched off for the project', async () => {
    const { snapshot, actions } = await actionsOf(
      `${doubtful('').replace('on f', 'on ‸f')}--- failover.json\n{ "rules": { "FO4003": "error" } }\n`,
    );
    const action = actions.find(({ title }) => title === 'Switch FO4001 off in failover.json');
    expect(JSON.parse(action ? textAfter(snapshot, action, snapshot.project.settingsUri) : '')).toEqual({
      rules: { FO4003: 'error', FO4001: 'off' },
    });
    expect(await titles(doubtful('').replace('on f', 'on ‸f'))).not.toContain('Switch FO4001 off in failover.json');
  });

  it('is nothing for an error', async () => {
    expect((await titles(`${brand}flow f(to: phone) { sms "x" ttl ‸30s }\n`)).join()).not.toContain('Ignore');
  });
});

describe('a refactoring', () => {
  it('writes out the parameters of a flow', async () => {
    expect(await after(`${brand}flow f {\n  sms "‸{name}"\n}\n`, 'Write out the parameters')).toContain(
      'flow f(to: phone, name: text) {',
    );
  });

  it('declares a template of an id, with what the steps say of it', async () => {
    const use = (what: string, lang: string) => `  viber template ${what}(pin: {pin}) lang ${lang} ttl 2m\n`;
    const flow = (what: string) =>
      `/// Doc\nflow f(to: phone, pin: text(4..10)) {\n${use(what, 'en')}  then${use(what, 'el').slice(1)}}\n`;
    const source = `${brand}${flow(id).replace('"0aac', '"‸0aac')}`;
    expect(await after(source, 'Declare the template `otp`')).toBe(
      `${brand}template otp(pin: text) ${id} {\n  lang en\n  lang el\n}\n\n${flow('otp')}`,
    );
  });

  it('names a text, and every other that is the same', async () => {
    const flow = (a: string, b: string) =>
      `flow f(to: phone) {\n  viber "x" button "Go" ${a} ttl 2m\n  then sms ${b}\n}\n`;
    const address = '"https://acme.com/a"';
    const source = brand + flow(address, address).replace('"https', '"‸https');
    expect(await after(source, 'Name the text with `let address`')).toBe(
      `${brand}let address = ${address}\n\n${flow('{address}', '"{address}"')}`,
    );
  });

  it('declares a sender, unless another is taken because it is the only one', async () => {
    const flow = (from: string) => `flow f(to: phone) {\n  sms "x" from ${from}\n}\n`;
    expect(await after(flow('"‸ACME Shop"'), 'Declare the sender `acme-shop`')).toBe(
      `sender acme-shop {\n  sms "ACME Shop"\n}\n\n${flow('acme-shop')}`,
    );
    const other = `${brand}${flow('"‸ACME Shop"')}flow g(to: phone) { sms "y" }\n`;
    expect((await titles(other)).join()).not.toContain('sender');
  });

  it('makes a flow of a chain, and a chain of a flow', async () => {
    const chain = `--- sign-in.failover\n${brand}viber "‸x" ttl 2m then sms "y"`;
    const flow = `${brand}flow sign-in {\n  viber "x" ttl 2m\n  then sms "y"\n}`;
    expect(await after(chain, 'Make it the flow `sign-in`')).toBe(flow);
    const back = `--- sign-in.failover\n${flow.replace('"x"', '"‸x"')}`;
    expect(await after(back, 'Make it the chain of the file')).toBe(`${brand}viber "x" ttl 2m\nthen sms "y"`);
    expect(await titles(back.replace('flow sign-in', 'flow other'), ['refactor.rewrite'])).toEqual([
      'Write out the parameters',
    ]);
  });

  it('writes a let in its place, wherever it is named', async () => {
    const title = 'Write the text of `url` in its place';
    const source = (mark: string) =>
      `/// Where.\nlet u${mark}rl = "https://acme.com"\nlet path = "{url}/a"\nviber button "a" {url} then sms "See {url}"\n`;
    expect(await after(source('‸'), title)).toBe(
      'let path = "https://acme.com/a"\nviber button "a" "https://acme.com" then sms "See https://acme.com"\n',
    );
    expect(await titles(source('‸'), ['refactor.inline'])).toEqual([title]);
    expect(await after('let a‸ = """\n  One "x"\n  two\n  """\nsms "{a}"\n', title.replace('url', 'a'))).toBe(
      'sms "One \\"x\\"\\ntwo"\n',
    );
    expect(await after('let a‸ = "en"\nviber template "x" lang {a}\n', title.replace('url', 'a'))).toBe(
      'viber template "x" lang en\n',
    );
  });

  it('leaves a let that has a meaning of its own', async () => {
    for (const source of [
      // Nobody names it.
      'let a‸ = "x"\nsms "y"',
      // The project gives it another text.
      '--- main.failover\nlet a‸ = "x"\nsms "{a}"\n--- failover.json\n{ "define": { "a": "y" } }\n',
      // What cannot be read may name it too.
      'let a‸ = "x"\nflow f { sms "{a}" }\nflow g { sms ttl {a} }',
      'let a‸ = "{a}"\nsms "{a}"',
    ]) {
      expect(await titles(source, ['refactor.inline'])).toEqual([]);
    }
  });

  it('declares the sender of a flow for each channel that takes it', async () => {
    const flow = (from: string) =>
      `// why\nflow f(to: phone) {\n  from ${from}\n\n  sms "a"\n  then voice say "a" lang en-US\n}\n`;
    expect(await after(`let a = "1"\n${flow('"‸ACME"')}`, 'Declare the sender `acme`')).toBe(
      `let a = "1"\n\nsender acme {\n  sms "ACME"\n  voice "ACME"\n}\n\n${flow('acme')}`,
    );
    expect((await titles(flow('"‸ACME"'), ['refactor.extract'])).join()).not.toContain('Name the text');
  });

  it('keeps CRLF, comments and the white space of texts', async () => {
    expect(await after('‸sms "a" // one\r\nthen sms "b" // two\r\n', 'Make it the flow `main`')).toBe(
      'flow main {\r\n  sms "a" // one\r\n  then sms "b" // two\r\n}\r\n',
    );
    expect(await after('flow main {\r\n  sms "‸Hi"\r\n}\r\n', 'Name the text with `let wording`')).toBe(
      'let wording = "Hi"\r\n\r\nflow main {\r\n  sms "{wording}"\r\n}\r\n',
    );
    expect(
      await after('flow main {\n  sms "‸x"\n  then sms """\na\n    b\n"""\n}\n', 'Make it the chain of the file'),
    ).toBe('sms "x"\nthen sms """\na\n    b\n"""\n');
  });

  it('is offered by its kind', async () => {
    const source = `${brand}flow f {\n  sms "‸{name}" ttl 30s\n}\n`;
    expect(await titles(source, ['refactor'])).toEqual(['Write out the parameters']);
    expect(await titles(source, ['refactor.extract'])).toEqual([]);
    expect(await titles(source, ['quickfix'])).toEqual([]);
  });
});

describe('a source action', () => {
  it('mends all of which there is no doubt, in as many rounds as it takes', async () => {
    const source = `${brand}flow f(to: phone) {\n  sms "x" tll 30s\n  then sms "y"; ttl 2d\n}\n`;
    expect(await after(source, 'Fix all', ['source.fixAll'])).toBe(
      `${brand}flow f(to: phone) {\n  sms "x" ttl 1m\n  then sms "y" ttl 1d\n}\n`,
    );
  });

  it('sorts imports, and takes out what nobody needs', async () => {
    const others = '\n--- a.failover\nlet a = "x"\n--- b.failover\nlet b = "x"\n--- c.failover\nlet c = "x"\n';
    const source = `import "./b.failover" // b\n// of a\nimport "./a.failover"\nimport "./c.failover"\nimport "./a.failover"\n\nflow f(to: phone) {\n  sms "{a}{b}" from "A"\n}\n`;
    expect(await after(source + others, 'Organize imports', ['source.organizeImports'])).toBe(
      `// of a\nimport "./a.failover"\nimport "./b.failover" // b\n\nflow f(to: phone) {\n  sms "{a}{b}" from "A"\n}\n\n`,
    );
  });

  it('takes nothing away that is declared, and leaves what works as it is', async () => {
    const source = `let unused = "x"\n${brand}flow f(to: phone) {\n  viber "See http://acme.com" ttl 2m on failed\n  then sms "y" on failed\n}\n`;
    expect(await titles(source, ['source.fixAll'])).toEqual([]);
    expect(await after(`${source}// failover-ignore FO4001\n`, 'Fix all', ['source.fixAll'])).toBe(`${source}\n`);
  });

  it('sorts each group of imports for itself, and keeps what is said of those that go', async () => {
    const others =
      '--- a.failover\nlet a = "x"\n--- b.failover\nlet b = "x"\n--- c.failover\nlet c = "x"\n--- d.failover\nlet d = "x"\n';
    const imports = (...lines: string[]) =>
      `${lines.join('\r\n')}\r\nflow f(to: phone) { sms "{a}{b}{c}" from "A" then sms "b" from "A" }\r\n`;
    const source = imports(
      ...['// The file', '', 'import "./c.failover"', 'import "./a.failover" // a', '', '// Others', ''],
      ...['// why d', 'import "./d.failover" // d', 'import "./b.failover"', ''],
    );
    expect(await after(source + others, 'Organize imports', ['source'])).toBe(
      imports(
        ...['// The file', '', 'import "./a.failover" // a', 'import "./c.failover"', '', '// Others', ''],
        ...['// why d', '// d', 'import "./b.failover"', ''],
      ),
    );
  });

  it('leaves no blank lines where no import is left', async () => {
    expect(
      await after(
        'import "./a.failover"\n\nsms "x" from "A" then sms "y" from "A"\n--- a.failover\n',
        'Organize imports',
        ['source'],
      ),
    ).toBe('sms "x" from "A" then sms "y" from "A"\n');
  });

  it('is not among what is offered at a place', async () => {
    expect(await titles(`${brand}flow f(to: phone) { sms "x" ttl ‸30s }\n`)).not.toContain('Fix all');
  });
});

describe('in every file of the corpus', () => {
  const corpus = new URL('../../../../test/corpus/', import.meta.url).pathname;
  const uri = 'file:///project/main.failover';
  const sources = readdirSync(corpus).flatMap((name) => {
    const files = readdirSync(join(corpus, name), { withFileTypes: true })
      .filter((file) => file.isFile() && file.name.endsWith('.failover') && file.name !== 'formatted.failover')
      .map((file) => file.name);
    return [{ name, files: new Map(files.map((file) => [file, readFileSync(join(corpus, name, file), 'utf8')])) }];
  });

  function programOf(files: ReadonlyMap<string, string>, text?: string): Program {
    const read = (of: string) => {
      const found = of === uri && text !== undefined ? text : files.get(of.slice('file:///project/'.length));
      return found === undefined ? ({ problem: 'missing' } as const) : { text: found };
    };
    return new Program({ read }, [uri], { root: 'file:///project' });
  }

  const countsOf = (program: Program) => {
    const counts = new Map<string, number>();
    for (const { code } of program.diagnostics(uri)) counts.set(code, (counts.get(code) ?? 0) + 1);
    return counts;
  };

  it.each(sources)('$name: each fix mends, and each refactoring changes nothing', async ({ files }) => {
    const main = files.get('main.failover') ?? '';
    const snapshot = await snapshotOf({ files, name: 'main.failover', cursor: 0, places: [] });
    const before = programOf(files);
    const bundles = JSON.stringify(before.flows(uri).map((flow) => before.bundle(flow)));
    const hasErrors = before.diagnostics(uri).some(({ severity }) => severity === 'error');
    for (const { offset } of before.diagnostics(uri)) {
      for (const action of codeActions(snapshot, { offset, length: 0 }, ['quickfix'])) {
        const code = action.diagnostics?.[0]?.code as string;
        const after = programOf(files, textAfter(snapshot, action));
        expect(countsOf(after).get(code) ?? 0, `${action.title} for ${code}`).toBeLessThanOrEqual(
          countsOf(before).get(code) ?? 0,
        );
      }
    }
    if (hasErrors) return;
    for (let offset = 0; offset < main.length; offset += 7) {
      for (const action of codeActions(snapshot, { offset, length: 0 }, ['refactor'])) {
        const after = programOf(files, textAfter(snapshot, action));
        expect(
          after.diagnostics(uri).filter(({ severity }) => severity === 'error'),
          action.title,
        ).toEqual([]);
        expect(JSON.stringify(after.flows(uri).map((flow) => after.bundle(flow))), action.title).toBe(bundles);
      }
    }
  }, 60_000);
});

it(
  'never fails in a broken file',
  () =>
    ofEveryPrefix((snapshot, offset) => {
      codeActions(snapshot, { offset: 0, length: offset }, ['']);
      for (const at of [0, offset >> 1, offset]) codeActions(snapshot, { offset: at, length: 0 }, undefined);
    }),
  60_000,
);
