import assert from 'node:assert/strict';

export const title = 'a file of flows has its language, its icon and its colours, and so has a block in Markdown';

export async function run(person) {
  const { page } = person;
  await person.open('login.failover');
  await page.locator('.statusbar-item', { hasText: 'Failover' }).first().waitFor();
  const icon = await person.file('login.failover').locator('.monaco-icon-label').getAttribute('class');
  assert.match(icon ?? '', /failover-lang-file-icon/);

  await person.sees('the colours of login.failover', async () => {
    const [keyword, channel] = [await person.colourOf('flow', 'flow login'), await person.colourOf('viber', 'viber')];
    return keyword !== channel;
  });
  let colours = {};
  // The editor draws the lines anew when the server has told what the words mean.
  await person.sees('each kind of word of login.failover', async () => {
    colours = {
      doc: await person.colourOf('/// Whom to reach.'),
      keyword: await person.colourOf('flow', 'flow login'),
      name: await person.colourOf('login', 'flow login'),
      channel: await person.colourOf('viber', 'viber template'),
      text: await person.colourOf('Your code is', 'ttl 2m'),
      hole: await person.colourOf('pin', 'ttl 2m'),
      duration: await person.colourOf('2m', 'ttl 2m'),
      status: await person.colourOf('failed', 'ttl 2m'),
      link: await person.colourOf('then', 'ttl 2m'),
    };
    return true;
  });
  const kinds = Object.keys(colours);
  assert.equal(
    new Set(Object.values(colours)).size,
    kinds.length,
    `each of ${kinds} has a colour: ${JSON.stringify(colours)}`,
  );
  await person.picture('colours');

  await person.open('notes.md');
  await person.sees('the colours of a block of failover in Markdown', async () => {
    return (await person.colourOf('viber', 'viber template')) === colours.channel;
  });
  assert.equal(await person.colourOf('2m', 'then sms'), colours.duration);
  await person.picture('markdown');
}
