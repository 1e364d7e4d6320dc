import { expect, it } from 'vitest';
import type { Checked, Options } from '../check/check.js';
import { checkFile, uriOf } from '../check/check.js';

/** What the first step says. */
function body({ program }: Checked): unknown {
  const [flow] = program.flows(uriOf('main.failover'));
  return flow && program.bundle(flow).payload.flow;
}

const says = (text: string) => `sms "${text}" from "ACME" then sms "Bye" from "ACME"`;

function expectSays(source: string, text: string, options: Options = {}): void {
  expect(body(checkFile(source, [], options))).toMatchObject([{ message: { body: text } }, {}]);
}

it('may use the lets above it', () => {
  expectSays(
    `let host = "acme.com"\nlet api = "https://{host}"\nlet docs = "{api}/docs"\n${says('See {docs}')}`,
    'See https://acme.com/docs',
  );
});

it('may use imported lets', () => {
  expectSays(`import "./env.failover"\nlet api = "https://{host}/v1"\n${says('{api}')}`, 'https://acme.com/v1', {
    files: { 'env.failover': 'let domain = "acme"\nlet host = "{domain}.com"' },
  });
});

it('cannot use one below it, nor itself', () => {
  const { diagnostics } = checkFile(`let api = "https://{⟦host⟧}"\nlet host = "acme.com"\n${says('{api} {host}')}`, [
    'FO2013: The let `host` is declared further down: a let may use only those above it',
  ]);
  expect(diagnostics[0]?.related).toMatchObject([{ message: 'declared here' }]);
  checkFile(`let a = "{⟦a⟧}"\n${says('{a}')}`, [
    'FO2013: The let `a` is declared further down: a let may use only those above it',
  ]);
});

it('cannot use a parameter', () => {
  checkFile(
    'let greeting = "Hi {⟦name⟧}"\nflow hello(to: phone, name: text) { sms "{greeting} {name}" from "ACME" then sms "Bye" from "ACME" }',
    ['FO2012: The let `greeting` can use only lets, and there is no let `name`'],
  );
});

it('is suggested where its name is misspelt', () => {
  const { fixes } = checkFile(`let host = "acme.com"\nlet api = "https://{⟦hots⟧}"\n${says('{api}')}`, [
    'FO2012: The let `api` can use only lets, and there is no let `hots`',
  ]);
  expect(fixes.map(({ title }) => title)).toEqual(['Write `host`']);
});

it('may be the id of a sender or a template, which take nothing else', () => {
  checkFile('let brand = "ACME"\nsender acme { sms "{brand}" }');
  checkFile('sender acme { sms "{⟦brand⟧}" }', [
    'FO2012: The id of a sender can use only lets, and there is no let `brand`',
  ]);
  checkFile('template otp "{⟦id⟧}"', ['FO2012: The id of a template can use only lets, and there is no let `id`']);
});

it('is replaced by a definition, and so is what uses it', () => {
  const source = `let host = "acme.com"\nlet api = "https://{host}"\n${says('{api}')}`;
  expectSays(source, 'https://staging.acme.com', { defines: new Map([['host', 'staging.acme.com']]) });
  expectSays(source, 'http-free', { defines: new Map([['api', 'http-free']]) });
  expectSays(`import "./env.failover"\n${says('{host}!')}`, 'x!', {
    files: { 'env.failover': 'let host = "acme.com"' },
    defines: new Map([['host', 'x']]),
  });
});

it('is checked with its definition', () => {
  const before =
    'let site = "https://acme.com"\nsender acme { viber "0094d198-4dd2-4fb5-b451-d46aca191b27" sms "ACME" }';
  checkFile(
    `${before}\nviber image ⟦"{site}/a.png"⟧ then sms "Hi"`,
    ['FO3024: The address of the image must start with `https://`'],
    { defines: new Map([['site', 'http://localhost']]) },
  );
  checkFile(
    `let text = "Hi"\nsms ⟦"{text}"⟧ from "ACME" then sms "Bye" from "ACME"`,
    ['FO3051: The text of the SMS is empty'],
    { defines: new Map([['text', '']]) },
  );
});

it('takes holes and quotes of a definition as they are', () => {
  expectSays(`let text = "Hi"\n${says('{text}')}`, '{to} "x" \\n', { defines: new Map([['text', '{to} "x" \\n']]) });
});

it('cannot make a text grow without measure', () => {
  const chain = [
    'let a0 = "xxxxxxxxxx"',
    ...Array.from({ length: 20 }, (_, i) => `let a${i + 1} = "{a${i}}{a${i}}{a${i}}"`),
  ];
  const marked = chain.map((line, i) => (i === 9 ? line.replace(/".*"/, '⟦$&⟧') : line));
  checkFile(`${marked.join('\n')}\n${says('{a20}')}`, [
    'FO2036: With its lets filled in, this text has more than 100,000 characters',
  ]);
});
