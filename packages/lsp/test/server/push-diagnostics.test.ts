import { expect, test } from 'vitest';
import { connect } from '../support/client.js';
import { uriOf } from '../support/marked.js';

const brand = 'sender acme { sms "ACME" }\n';
const fine = 'import "./brand.failover"\nflow a(to: phone) { sms "Hi" then sms "Hello" }\n';

test('what is wrong is shown in its place, with the way to its page', async () => {
  const client = await connect();
  client.open('main.failover', 'sender acme { sms "ACME" }\nflow a(to: phone) { sms "Hi" ttl 5s then sms "Hello" }\n');
  await client.until(() => client.published.length > 0);
  expect(client.published).toEqual([
    {
      uri: uriOf('main.failover'),
      version: 1,
      diagnostics: [
        {
          range: { start: { line: 1, character: 33 }, end: { line: 1, character: 35 } },
          severity: 1,
          code: 'FO3012',
          codeDescription: { href: 'https://github.com/failover-lang/failover/blob/main/docs/diagnostics/FO3012.md' },
          source: 'failover',
          message: 'The ttl of an SMS is from `1m` to `1d`, not `5s`\nAn SMS takes a ttl from one minute to one day.',
        },
      ],
    },
  ]);
});

test('the version is that of the text that was looked at', async () => {
  const client = await connect();
  client.open('main.failover', 'flo');
  client.change('main.failover', 'flow');
  client.change('main.failover', brand);
  await client.until(() => client.published.some(({ version }) => version === 3));
  // Three changes in one go are looked at once.
  expect(client.published.map(({ version }) => version)).toEqual([3]);
});

test('a change in an imported file is followed by those that import it, open or not', async () => {
  const client = await connect({ files: { 'brand.failover': brand, 'open.failover': fine, 'closed.failover': fine } });
  client.open('open.failover');
  client.open('brand.failover');
  await client.until(() => client.published.length === 2);
  client.published.length = 0;
  client.change('brand.failover', 'sender acme { viber "0094d198-4dd2-4fb5-b451-d46aca191b27" }\n');
  await client.until(() => client.shown('closed.failover').length > 0);
  expect(client.shown('open.failover')).toEqual(client.shown('closed.failover'));
  expect(client.shown('open.failover')).not.toEqual([]);
  client.change('brand.failover', brand);
  await client.until(() => client.shown('closed.failover').length === 0);
  expect(client.shown('open.failover')).toEqual([]);
});

test('only what changed is sent', async () => {
  const client = await connect({ files: { 'bad.failover': 'flow', 'good.failover': '// nothing\n' } });
  client.open('other.failover', '// a\n');
  await client.until(() => client.published.length === 2);
  client.change('other.failover', '// b\n');
  await client.until(() => client.published.length === 3);
  expect(client.published.map(({ uri }) => uri)).toEqual(
    ['other', 'bad', 'other'].map((name) => uriOf(`${name}.failover`)),
  );
});

test('diagnostics go with their file, and with a document that is no file', async () => {
  const client = await connect({ files: { 'bad.failover': 'flow' } });
  client.open('unsaved.failover', 'flow');
  await client.until(() => client.shown('bad.failover').length > 0 && client.shown('unsaved.failover').length > 0);
  client.write('bad.failover', undefined);
  client.close('unsaved.failover');
  await client.until(() => client.shown('bad.failover').length === 0 && client.shown('unsaved.failover').length === 0);
});

test('closing a document without saving it shows what is wrong with its file', async () => {
  const client = await connect({ files: { 'main.failover': 'flow' } });
  client.open('main.failover', '// nothing\n');
  await client.until(() => client.published.length === 1);
  expect(client.shown('main.failover')).toEqual([]);
  client.close('main.failover');
  await client.until(() => client.shown('main.failover').length > 0);
});

test('mistakes in failover.json stand in it, and what it says counts while it is typed', async () => {
  const client = await connect({
    files: {
      'failover.json': '{ "includ": [] }',
      'main.failover':
        'sender acme { viber "0094d198-4dd2-4fb5-b451-d46aca191b27" sms "ACME" }\nflow a(to: phone) { viber "Hi" on failed then sms "Hi" }\n',
    },
  });
  client.open('main.failover');
  await client.until(() => client.shown('failover.json').length > 0 && client.shown('main.failover').length > 0);
  expect(client.shown('failover.json')).toEqual(['FO7002']);
  expect(client.shown('main.failover')).toEqual(['FO4001']);
  client.open('failover.json');
  client.change('failover.json', '{ "rules": { "FO4001": "off" } }');
  await client.until(() => client.shown('failover.json').length === 0 && client.shown('main.failover').length === 0);
  client.change('failover.json', '{ "rules": { "FO4001": "of" } }');
  await client.until(() => client.shown('main.failover').length > 0);
  expect(client.shown('failover.json')).toEqual(['FO7003']);
  client.write('failover.json', undefined);
  client.close('failover.json');
  await client.until(() => client.shown('failover.json').length === 0);
});

test('a client that asks for diagnostics is sent none', async () => {
  const client = await connect({ capabilities: { textDocument: { diagnostic: {} } } });
  client.open('main.failover', 'flow');
  await client.pull('main.failover');
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(client.published).toEqual([]);
});
