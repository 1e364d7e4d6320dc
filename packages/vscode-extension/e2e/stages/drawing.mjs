import assert from 'node:assert/strict';

export const title =
  'the drawing of the flow follows the typing, leads to the source with the keyboard, and has every theme';

export async function run(person) {
  const { page } = person;
  await person.open('login.failover');
  await person.run('Failover: Show Flow');
  const drawing = page.frameLocator('iframe.webview').frameLocator('#active-frame');
  await drawing.getByRole('heading', { level: 1, name: 'login' }).waitFor();
  const steps = drawing.getByRole('button');
  assert.equal(await steps.count(), 3);
  await person.picture('drawing');

  await person.select('login.failover', 'Your code is {pin}" ttl');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('Hello! ');
  await drawing.getByText('Hello! Your code is {pin}').waitFor();
  await person.replace('login.failover', 'ttl 2m', 'ttl 30s');
  await drawing.getByText('The ttl of an SMS is from').waitFor();
  await person.picture('drawing-with-an-error');
  await person.undoAll();
  await drawing.getByText('Hello!').waitFor({ state: 'detached' });

  await steps.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.statusbar-item', { hasText: 'Ln 16, Col 3' }).waitFor();

  for (const theme of [
    'Default Light Modern',
    'Default High Contrast',
    'Default High Contrast Light',
    'Default Dark Modern',
  ]) {
    await person.choose('Preferences: Color Theme', theme);
    await person.sees(`the drawing in ${theme}`, async () => {
      const [kind, outside] = [await drawing.locator('body').getAttribute('data-vscode-theme-id'), theme];
      return kind === outside;
    });
    await person.picture(`drawing-${theme.toLowerCase().replace('default ', '').replaceAll(' ', '-')}`);
  }
  await person.close('Flow login');
}
