import assert from 'node:assert/strict';

export const title = 'completion offers the statuses that are left and says what they mean, and hover what a ttl is';

export async function run(person) {
  const { page } = person;
  await person.open('login.failover');
  await person.replace('login.failover', 'on failed, undelivered', 'on ');
  await page.keyboard.press('Control+Space');
  const widget = page.locator('.suggest-widget.visible');
  await widget.locator('.monaco-list-row', { hasText: 'undelivered' }).first().waitFor();
  const offered = await widget.locator('.monaco-list-row .label-name').allTextContents();
  assert.ok(offered.includes('failed'), `failed is offered: ${offered}`);
  assert.ok(!offered.includes('expired'), `an SMS does not expire: ${offered}`);
  await person.picture('completion');
  await page.keyboard.type('und');
  await person.sees('the status that is begun', async () => {
    return (await widget.locator('.monaco-list-row.focused').textContent())?.includes('undelivered');
  });
  // The documentation comes when somebody looks at an item.
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-details', { hasText: 'Field: failoverOnStatuses' }).first().waitFor();
  await person.picture('documentation');
  await page.keyboard.press('Enter');
  await person.line('ttl 2m on undelivered').waitFor();
  await person.undoAll();

  await person.select('login.failover', 'ttl 2m');
  await page.keyboard.press('ArrowLeft');
  await person.run('Show or Focus Hover');
  const hover = page.locator('.monaco-hover:visible', { hasText: 'minutes' }).first();
  await hover.waitFor();
  // It fades in.
  await page.waitForTimeout(500);
  await person.picture('hover');
  await page.keyboard.press('Escape');
}
