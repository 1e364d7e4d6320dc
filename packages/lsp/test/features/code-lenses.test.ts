import { expect, it } from 'vitest';
import { codeLenses, resolveCodeLens } from '../../src/features/code-lenses.js';
import type { ClientFeatures } from '../../src/workspace/snapshot.js';
import { snapshotOf, uriOf } from '../support/marked.js';
import { ofEveryPrefix } from './every-place.js';

/** Each line with its lenses, as `line: title | title`. */
async function lensesOf(
  source: string,
  { settings, client }: { settings?: unknown; client?: Partial<ClientFeatures> } = {},
) {
  const snapshot = await snapshotOf(source, { settings, ...(client && { client }) });
  const lines = new Map<number, string[]>();
  for (const lens of codeLenses(snapshot)) {
    const { range, command } = resolveCodeLens(snapshot, lens);
    lines.set(range.start.line, [...(lines.get(range.start.line) ?? []), command?.title ?? '']);
  }
  return [...lines].toSorted(([a], [b]) => a - b).map(([line, titles]) => `${line}: ${titles.join(' | ')}`);
}

const source = `let shop = "https://acme.com"
sender acme { sms "ACME" }
flow a(to: phone) {
  sms "{shop} {shop}" from acme
}
flow b {
  sms "{name}"
}
`;

it('tells what a flow needs and how often a name is used, and what can be done', async () => {
  expect(await lensesOf(source)).toEqual([
    '0: 2 references',
    '1: 1 reference, taken 1 time without its name',
    '2: standard · 1 parameter | Preview payload | Show flow | Copy as curl',
    '5: standard · 2 parameters, inferred | Preview payload | Show flow | Copy as curl',
  ]);
});

it('offers what an editor can do only where it can', async () => {
  expect((await lensesOf(source, { client: { previewCommands: false } })).join()).not.toContain('Preview');
});

it('is not there when it is switched off', async () => {
  expect(await lensesOf(source, { settings: { codeLens: false } })).toEqual([]);
});

it('counts the references of other files', async () => {
  expect(await lensesOf('let a = "x"\n--- other.failover\nimport "./main.failover"\nsms "{a}"\n')).toEqual([
    '0: 1 reference',
  ]);
});

it('leaves what it tells for later where there are many', async () => {
  const many = Array.from({ length: 100 }, (_, index) => `let a${index} = "x"\n`).join('');
  const told = async (text: string) => codeLenses(await snapshotOf(text)).map(({ command }) => command?.title);
  expect(await told('let a = "x"\n')).toEqual(['0 references']);
  expect(new Set(await told(many))).toEqual(new Set([undefined]));
});

it('says which flow is meant', async () => {
  const lens = codeLenses(await snapshotOf(source)).find(({ command }) => command?.title === 'Show flow');
  expect(lens?.command).toMatchObject({
    command: 'failover.showFlow',
    arguments: [{ uri: uriOf('main.failover'), position: { line: 2, character: 5 } }],
  });
});

it(
  'never fails in a broken file',
  () =>
    ofEveryPrefix((snapshot) => {
      for (const lens of codeLenses(snapshot)) resolveCodeLens(snapshot, lens);
    }),
  60_000,
);
