export const title = 'a template is renamed in the file that declares it and in the one that uses it';

export async function run(person) {
  await person.open('login.failover');
  await person.open('brand.failover');
  await rename(person, 'otp', 'sign-in-code');
  await person.open('login.failover');
  await person.line('viber template sign-in-code').waitFor();
  await person.picture('rename');
  // The editor has saved both files: the way back is the same.
  await person.open('brand.failover');
  await rename(person, 'sign-in-code', 'otp');
  await person.close('brand.failover');
  await person.line('viber template otp').waitFor();
}

async function rename(person, from, to) {
  const { page } = person;
  await person.select('brand.failover', `template ${from}(`);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('F2');
  const input = page.locator('.rename-box input');
  await input.waitFor();
  await input.fill(to);
  await page.keyboard.press('Enter');
  await person.line(`template ${to}(`).waitFor();
}
