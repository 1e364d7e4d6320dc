import assert from 'node:assert/strict';

export const title =
  'a request is imported from a file, a selection and the clipboard; what is wrong is told with its place';

const request = (body) =>
  `{ "flow": [\n  { "type": "Sms", "from": "ACME", "to": "+306912345678", "message": { "body": "${body}" }, "order": 1 }\n] }\n`;

export const files = {
  'order-ready.json': request('Your order is ready'),
  'cut-off.json': '{ "flow": [\n  { "type": "Sms", \n',
  'requests.txt': `What we send today:\n${request('From the notes').replaceAll('\n', ' ')}\n`,
};

export async function run(person) {
  const { page } = person;
  const flow = (name) => person.line(`flow ${name} {`).waitFor();

  await person.open('order-ready.json');
  await person.run('Failover: Import a Request');
  await flow('order-ready');
  await person.line('sms "Your order is ready" to "+306912345678" from "ACME"').waitFor();
  await person.picture('imported');

  await person.open('requests.txt');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+End');
  await person.run('Failover: Import a Request');
  await flow('requests');
  await person.line('sms "From the notes"').waitFor();

  await page.evaluate((text) => navigator.clipboard.writeText(text), `curl -d '${request('From the clipboard')}'`);
  await person.open('login.failover');
  await person.run('Failover: Import a Request');
  await flow('imported');
  await person.line('sms "From the clipboard"').waitFor();

  await person.open('cut-off.json');
  await person.run('Failover: Import a Request');
  const message = page.locator('.notification-toast', { hasText: 'Nothing was imported: This is not JSON' });
  await message.waitFor();
  assert.match(await message.innerText(), /\(line \d, column \d+ of cut-off\.json\)/);
  await person.picture('not-json');
  await message.locator('.monaco-button', { hasText: 'Go to Place' }).click();
  await message.waitFor({ state: 'detached' });
  await page.locator('.tab.active', { hasText: 'cut-off.json' }).waitFor();
}
