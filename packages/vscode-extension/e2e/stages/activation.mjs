export const title = 'opening a file starts the server, which underlines what is wrong';

export async function run(person) {
  const { page } = person;
  await person.file('wrong.failover').waitFor();
  const began = Date.now();
  await person.file('wrong.failover').dblclick();
  await page.locator('.monaco-editor .squiggly-error').first().waitFor();
  console.log(`  from opening a file to its first diagnostics: ${Date.now() - began} ms`);
  await person.picture('activation');
  await person.close('wrong.failover');
}
