export const title = 'the project can be checked by a task';
/** A browser without a server has no terminal to run one in. */
export const hosts = ['node'];

export async function run(person) {
  const { page } = person;
  await person.run('Tasks: Run Task');
  const input = page.locator('.quick-input-widget input');
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await rows
    .filter({ hasText: /^\s*failover/ })
    .first()
    .waitFor();
  await input.fill('failover');
  await page.keyboard.press('Enter');
  await rows.filter({ hasText: 'check' }).first().waitFor();
  await person.picture('tasks');
  await page.keyboard.press('Escape');
}
