import assert from 'node:assert/strict';

export const title = 'the preview of the request follows the typing, cannot be written to, and says what is wrong';

export async function run(person) {
  const { page } = person;
  await person.open('login.failover');
  await person.run('Failover: Preview Payload');
  const preview = page.locator('.editor-group-container', { has: page.locator('.tab', { hasText: 'Payload.jsonc' }) });
  const line = (text) => preview.locator('.view-line', { hasText: text }).first();
  await line('POST /failover/transactional').waitFor();
  await line('{pin}').waitFor();
  await line('"body": "Your code is {pin}"').waitFor();
  await person.picture('preview');

  await person.select('login.failover', 'Your code is {pin}" ttl');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('Hello! ');
  await line('"body": "Hello! Your code is {pin}"').waitFor();
  await person.picture('preview-after-typing');
  await person.replace('login.failover', 'ttl 2m', 'ttl 30s');
  await line('Not ready to send: an error').waitFor();
  await line('The ttl of an SMS is from').waitFor();
  await person.picture('preview-with-an-error');
  await person.undoAll();
  await line('"body": "Your code is {pin}"').waitFor();
  await person.close('Payload.jsonc');
  assert.equal(await page.locator('.editor-group-container').count(), 1);
}
