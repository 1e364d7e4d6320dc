import { it } from 'vitest';
import { checkStep } from '../check.js';

const text = (length: number) => 'x'.repeat(length);
const tooLong = 'FO3032: The label has 351 characters; at most 350 are allowed';

it('takes up to 350 characters on Viber', () => {
  checkStep(`viber "Hi" label "${text(350)}"`);
  checkStep(`viber "Hi" label ⟦"${text(351)}"⟧`, [tooLong]);
});

it('takes as many on an SMS', () => {
  checkStep(`sms "Hi" label "${text(350)}"`);
  checkStep(`sms "Hi" label ⟦"${text(351)}"⟧`, [tooLong]);
});

it('counts a parameter at its longest', () => {
  checkStep(`sms "Hi" label "${text(340)}{campaign}"`, [], { params: 'campaign: text(..10)' });
  checkStep(`sms "Hi" label ⟦"${text(340)}{campaign}"⟧`, [`${tooLong.replace('has ', 'has up to ')}`], {
    params: 'campaign: text(..11)',
  });
});

it('says once of a call that it has none', () => {
  checkStep(`voice say "Hi" lang en-US ⟦label⟧ "${text(351)}"`, [
    'FO3001: A `voice` step has no `label`: it belongs to `viber` and `sms`',
  ]);
});
