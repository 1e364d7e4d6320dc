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
  expect(fixes(`${code(2)} ttl 30s then sms "Hi" ttl 2m`, '2 minutes', '2m30s')).toEqual([]);
  const other = 'viber template "11111111-2222-3333-4444-555555555555" lang en ttl 2m';
  expect(fixes(`${code(2)} ttl 30s then ${other}`, '2 minutes', '2m30s')).toEqual(['Write `30s`']);
  expect(fixes(`${code(9)}`, '9 minutes', '10m')).toEqual([]);
});

it('counts a call as if it took no time', () => {
  checkStep(`${code(5)} ttl 4m then voice say "{pin}" lang en-US then sms "{pin}"`, [], { params });
});

it('does not take another text for the code', () => {
  checkStep(`${code(5)} ttl 10m then sms "Hi {name}"`, [], { params: `${params}, name: text` });
  const other = 'viber template "11111111-2222-3333-4444-555555555555"(name: {name}) lang en';
  checkStep(`${code(5)} ttl 10m then ${other}`, [], { params: `${params}, name: text` });
  checkStep(`${code(5).replace('{pin}', '"{pin}-A"')} ttl 10m then sms "{pin}"`, [], { params: 'pin: text(4..8)' });
  checkStep(`${code(5).replace('{pin}', '1234')} ttl 10m then sms "1234"`);
  checkStep(
    'viber template "bed0942f-e07e-4879-834b-29cc4cf3ec35"(pin: "1234", codeValidityTime: 5) lang en ttl 10m then sms "Hi {name}"',
    [],
    { params: 'name: text' },
  );
});

it('looks for a code whose life is known', () => {
  const unknown = (minutes: string) =>
    `viber template "11111111-2222-3333-4444-555555555555"(pin: {pin}, codeValidityTime: ${minutes}) lang en ttl 20m`;
  checkStep(
    `viber template "0aac888f-2ee2-4112-9659-1755a951966a"(pin: {pin}) lang en ttl 1m then ${code(5)} ttl 10m then ⟦sms⟧ "{pin}"`,
    [dead('5 minutes', '11m')],
    { params },
  );
  checkStep(
    `${unknown('"15"')} then ⟦sms⟧ "{pin}"`,
    [dead('15 minutes', '20m').replace('validity time', 'the template')],
    {
      params,
    },
  );
  for (const minutes of ['"5 minutes"', '"x5"', '{name}'])
    checkStep(`${unknown(minutes)} then sms "{pin} {name}"`, [], { params: `${params}, name: text` });
});

it('finds the code in any verb of a call', () => {
  checkStep(
    `${code(5)} ttl 10m then ⟦voice⟧ { say "{pin}" lang en-US say "Bye" lang en-US }`,
    [dead('5 minutes', '10m')],
    { params },
  );
});
