export const title = 'the server is restarted by a command, and failover.json is completed and checked';

export async function run(person) {
  const { page } = person;
  await person.open('login.failover');
  await person.run('Failover: Restart Server');
  await person.replace('login.failover', 'ttl 2m', 'ttl 30s');
  await page.locator('.editor-group-container.active .squiggly-error').first().waitFor();
  await person.undoAll();

  await person.open('failover.json');
  await page.locator('.statusbar-item', { hasText: 'JSON with Comments' }).first().waitFor();
  await person.select('failover.json', '"include"');
  await page.keyboard.type('"inclde"');
  await page.locator('.editor-group-container.active .squiggly-error').first().waitFor();
  await person.run('Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'FO7' }).first().waitFor();
  await person.picture('failover-json');
  await page.keyboard.press('Control+J');
  await person.undoAll();
  await person.close('failover.json');
}
