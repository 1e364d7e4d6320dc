import assert from 'node:assert/strict';

export const title = 'a file is formatted, has its outline, and keeps working while it is broken';

export async function run(person) {
  const { page } = person;
  await person.open('login.failover');
  await person.replace('login.failover', 'ttl 2m', 'ttl      2m');
  await person.line('ttl      2m').waitFor();
  await person.run('Format Document');
  await person.line('ttl 2m').waitFor();
  assert.equal(await person.line('ttl      2m').count(), 0);

  await person.run('Explorer: Focus on Outline View');
  const outline = page.locator('.outline-tree .monaco-list-row');
  await outline.filter({ hasText: 'login' }).first().waitFor();
  await outline.filter({ hasText: /sms/ }).first().waitFor();
  await person.picture('outline');

  await person.replace('login.failover', 'ttl 2m', '{ ttl');
  await page.locator('.editor-group-container.active .squiggly-error').first().waitFor();
  await outline.filter({ hasText: /voice/ }).first().waitFor();
  await person.select('login.failover', 'repeat 2');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type(' on bu');
  await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'busy' }).first().waitFor();
  await person.picture('broken');
  await page.keyboard.press('Escape');
  await person.undoAll();
}
