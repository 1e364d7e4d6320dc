import { expect, it } from 'vitest';
import { checkStep, fixesOf } from '../check.js';

const link = 'sms "See https://acme.com/x now" shorten-links';

it('takes one hour to 30 days', () => {
  checkStep(link);
  checkStep(`${link} for 1h`);
  checkStep(`${link} for 3600s`);
  checkStep(`${link} for 30d`);
});

it('refuses what is shorter, longer or finer than a second', () => {
  const short = checkStep(`${link} for ⟦59m59s⟧`, [
    'FO3053: Short links live from `1h` to `30d` in whole seconds, not `59m59s`',
  ]);
  expect(fixesOf(short)).toEqual([`Write \`1h\` → ${link} for 1h`]);
  const long = checkStep(`${link} for ⟦30d1s⟧`, [
    'FO3053: Short links live from `1h` to `30d` in whole seconds, not `30d1s`',
  ]);
  expect(fixesOf(long)).toEqual([`Write \`30d\` → ${link} for 30d`]);
  const fine = checkStep(`${link} for ⟦1h0.5s⟧`, [
    'FO3053: Short links live from `1h` to `30d` in whole seconds, not `1h0.5s`',
  ]);
  expect(fixesOf(fine)).toEqual([`Write \`1h1s\` → ${link} for 1h1s`]);
});
