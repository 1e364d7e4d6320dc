import assert from 'node:assert/strict';

export const title = 'the extension runs: its command opens a new file with a flow in it';

export async function run(person) {
  const { page } = person;
  await person.run('Failover: New Flow File');
  const name = page.locator('.view-line', { hasText: 'flow order-ready(' });
  await name.waitFor();
  await page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
  // The cursor stands on the first thing to change.
  await page.keyboard.type('shop');
  await page.locator('.view-line', { hasText: /^sender\sshop\s\{$/ }).waitFor();
  assert.equal(await page.locator('.view-line', { hasText: '{order}' }).count(), 2);
  await person.picture('new-file');
}
