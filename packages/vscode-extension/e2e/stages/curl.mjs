import assert from 'node:assert/strict';

export const title = 'a lens copies the request as a curl command, with the token left to the environment';

export async function run(person) {
  const { page } = person;
  await person.open('login.failover');
  await page.locator('.codelens-decoration a', { hasText: 'Copy as curl' }).first().click();
  await page.locator('.notification-list-item', { hasText: 'ROUTEE_TOKEN' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^curl --request POST/);
  assert.match(copied, /https:\/\/connect\.routee\.net\/failover\/transactional/);
  assert.match(copied, /Bearer \$ROUTEE_TOKEN/);
  assert.match(copied, /"pin": "\{pin\}"/);
  await person.picture('curl');
  await person.run('Notifications: Clear All Notifications');
}
