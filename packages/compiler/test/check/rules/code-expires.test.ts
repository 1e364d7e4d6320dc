import { expect, it } from 'vitest';
import { checkStep } from '../check.js';

const code = (minutes: number | string) =>
  `viber template "bed0942f-e07e-4879-834b-29cc4cf3ec35"(pin: {pin}, codeValidityTime: ${minutes}) lang en`;
const params = 'pin: text(4..10)';
const dead = (lives: string, after: string) =>
  `FO4006: The code of \`validity time\` lives ${lives}, but this step may start only after ${after}`;

it('lets a code arrive while it lives, and not at its last second', () => {
  checkStep(`${code(10)} ttl 9m54s then sms "Your code is {pin}"`, [], { params });
  checkStep(`${code(10)} ttl 10m then ⟦sms⟧ "Your code is {pin}"`, [dead('10 minutes', '10m')], { params });
});

it('warns of a step that sends a dead code', () => {
  const { fixes, diagnostics } = checkStep(
    `${code(5)} ttl 10m then ⟦sms⟧ "Your code is {pin}"`,
    [dead('5 minutes', '10m')],
    { params },
  );
  expect(fixes.map(({ title }) => title)).toEqual(['Write `4m`']);
  expect(diagnostics[0]?.related).toMatchObject([{ message: 'because of this ttl', length: '10m'.length }]);
});

it('counts the defaults of the API where no ttl is written', () => {
  checkStep(`${code(9)} then ⟦sms⟧ "Your code is {pin}"`, [dead('9 minutes', '10m')], { params });
});

it('adds up every step before', () => {
  checkStep(
    `${code(15)} ttl 5m then sms "Your code is {pin}" ttl 11m then ⟦voice⟧ say "Your code is {pin}" lang en-US`,
    [dead('15 minutes', '16m')],
    { params },
  );
});

it('says nothing of steps without the code', () => {
  checkStep(`${code(5)} ttl 10m then sms "We tried to reach you"`, [], { params });
});

it('says nothing where the life of the code is not known', () => {
  checkStep(`${code('{minutes}')} ttl 10m then sms "Your code is {pin}"`, [], {
    params: `${params}, minutes: int(1..60)`,
  });
});

it('knows the template whose wording says five minutes', () => {
  checkStep(
    'viber template "c2cdc028-a48b-4187-bbaf-3aaa137b6e23"(pin: {pin}) lang en ttl 6m then ⟦sms⟧ "{pin}"',
    ['FO4006: The code of `basic, valid 5 minutes` lives 5 minutes, but this step may start only after 6m'],
    { params },
  );
});
