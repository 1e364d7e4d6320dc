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

it('knows the code of a declared template, and minutes that are a text', () => {
  checkStep(
    'viber template otp(codeValidityTime: "5") lang en ttl 6m then ⟦sms⟧ "{pin}"',
    ['FO4006: The code of `otp` lives 5 minutes, but this step may start only after 6m'],
    {
      params,
      before: 'template otp(pin: text(4..10), codeValidityTime: text) "bed0942f-e07e-4879-834b-29cc4cf3ec35"',
    },
  );
});

it('says it once, of the first step that is too late, a template too', () => {
  checkStep(`${code(5)} ttl 10m then ⟦sms⟧ "{pin}" ttl 5m then sms "Again: {pin}"`, [dead('5 minutes', '10m')], {
    params,
  });
  checkStep(
    `${code(5)} ttl 10m then ⟦viber⟧ template "bed0942f-e07e-4879-834b-29cc4cf3ec35"(pin: {pin}, codeValidityTime: 6) lang en`,
    [dead('5 minutes', '10m')],
    { params },
  );
});

it('offers a shorter ttl where the channel has one', () => {
  const fixes = (steps: string, lives: string, after: string) =>
    checkStep(`${steps} then ⟦sms⟧ "{pin}"`, [dead(lives, after)], { params }).fixes.map(({ title }) => title);
  expect(fixes(`${code(2)} ttl 2m`, '2 minutes', '2m')).toEqual(['Write `1m`']);
  expect(fixes(`${code(1)} ttl 2m`, '1 minute', '2m')).toEqual([]);
  expect(fixes(`${code(3)} ttl 1m then sms "Hi" ttl 2m`, '3 minutes', '3m')).toEqual(['Write `1m`']);
  expect(fixes(`${code(2)} ttl 1m then sms "Hi" ttl 1m`, '2 minutes', '2m')).toEqual([]);
  expect(fixes(`${code(9)}`, '9 minutes', '10m')).toEqual([]);
});

it('counts a call as if it took no time', () => {
  checkStep(`${code(5)} ttl 4m then voice say "{pin}" lang en-US then sms "{pin}"`, [], { params });
});

it('does not take another text for the code', () => {
  checkStep(`${code(5)} ttl 10m then sms "Hi {name}"`, [], { params: `${params}, name: text` });
  checkStep(
    'viber template "bed0942f-e07e-4879-834b-29cc4cf3ec35"(pin: "1234", codeValidityTime: 5) lang en ttl 10m then sms "Hi {name}"',
    [],
    { params: 'name: text' },
  );
});
