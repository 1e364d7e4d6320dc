import assert from 'node:assert/strict';

export const title = 'a wrong ttl is underlined and listed with its code, and the light bulb mends it';

export async function run(person) {
  const { page } = person;
  await person.open('login.failover');
  await person.replace('login.failover', 'ttl 2m', 'ttl 30s');
  const squiggle = page.locator('.editor-group-container.active .squiggly-error');
  await squiggle.first().waitFor();
  await person.run('Problems: Focus on Problems View');
  const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'The ttl of an SMS is from' });
  await row.waitFor();
  assert.match((await row.textContent()) ?? '', /FO3012/);
  await person.picture('problems');

  await person.select('login.failover', '30s');
  await page.keyboard.press('Control+.');
  const action = page.locator('.action-widget .monaco-list-row', { hasText: 'Write `1m`' });
  await action.waitFor();
  await person.picture('light-bulb');
  await page.keyboard.press('Enter');
  await person.line('ttl 1m on failed').waitFor();
  await squiggle.first().waitFor({ state: 'detached' });
  await row.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+J');
  await person.undoAll();
}
