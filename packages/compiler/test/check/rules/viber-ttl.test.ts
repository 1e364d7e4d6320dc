import { expect, it } from 'vitest';
import { checkStep, fixesOf } from '../check.js';

it('takes 30 seconds to one day', () => {
  checkStep('viber "Hi" ttl 30s');
  checkStep('viber "Hi" ttl 0.5m');
  checkStep('viber "Hi" ttl 1d');
  checkStep('viber "Hi" ttl 24h');
  checkStep('viber "Hi" ttl 23h59m54s');
});

it('refuses what is shorter or longer', () => {
  const short = checkStep('viber "Hi" ttl ⟦29s⟧', ['FO3010: The ttl of a Viber step is from `30s` to `1d`, not `29s`']);
  expect(fixesOf(short)).toEqual(['Write `30s` → viber "Hi" ttl 30s']);
  const long = checkStep('viber "Hi" ttl ⟦1d6s⟧', [
    'FO3010: The ttl of a Viber step is from `30s` to `1d`, not `1d6s`',
  ]);
  expect(fixesOf(long)).toEqual(['Write `1d` → viber "Hi" ttl 1d']);
});

it('takes tenths of a minute only', () => {
  checkStep('viber "Hi" ttl 36s');
  checkStep('viber "Hi" ttl 1.1m');
  checkStep('viber "Hi" ttl 2m42s');
  const fine = checkStep('viber "Hi" ttl ⟦40s⟧', [
    'FO3011: The ttl of a Viber step goes in steps of `6s`, and `40s` lies between two of them',
  ]);
  expect(fixesOf(fine)).toEqual(['Write `36s` → viber "Hi" ttl 36s', 'Write `42s` → viber "Hi" ttl 42s']);
  checkStep('viber "Hi" ttl ⟦1.15m⟧', [
    'FO3011: The ttl of a Viber step goes in steps of `6s`, and `1.15m` lies between two of them',
  ]);
});

it('holds for templates too', () => {
  const template = 'viber template "11111111-2222-3333-4444-555555555555" lang en';
  checkStep(`${template} ttl 30s`);
  checkStep(`${template} ttl ⟦25h⟧`, ['FO3010: The ttl of a Viber step is from `30s` to `1d`, not `25h`']);
});
