import { it } from 'vitest';
import { checkStep } from '../check.js';

const template = 'viber template "11111111-2222-3333-4444-555555555555" lang en seq';

it('takes every number that JSON carries exactly', () => {
  checkStep(`${template} 0`);
  checkStep(`${template} -7`);
  checkStep(`${template} 9007199254740991`);
  checkStep(`${template} ⟦9007199254740992⟧`, [
    'FO3048: `seq` is at most 9,007,199,254,740,991: a larger number changes on its way through JSON',
  ]);
});
