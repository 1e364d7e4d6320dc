import { expect, it } from 'vitest';
import { checkStep, fixesOf } from '../check.js';

it('takes one minute to one day', () => {
  checkStep('sms "Hi" ttl 1m');
  checkStep('sms "Hi" ttl 60s');
  checkStep('sms "Hi" ttl 1d');
});

it('refuses what is shorter or longer', () => {
  const short = checkStep('sms "Hi" ttl ⟦59s⟧', ['FO3012: The ttl of an SMS is from `1m` to `1d`, not `59s`']);
  expect(fixesOf(short)).toEqual(['Write `1m` → sms "Hi" ttl 1m']);
  const long = checkStep('sms "Hi" ttl ⟦1441m⟧', ['FO3012: The ttl of an SMS is from `1m` to `1d`, not `1441m`']);
  expect(fixesOf(long)).toEqual(['Write `1d` → sms "Hi" ttl 1d']);
});

it('takes whole minutes only', () => {
  checkStep('sms "Hi" ttl 120s');
  const fine = checkStep('sms "Hi" ttl ⟦90s⟧', ['FO3013: The ttl of an SMS is in whole minutes, not `90s`']);
  expect(fixesOf(fine)).toEqual(['Write `1m` → sms "Hi" ttl 1m', 'Write `2m` → sms "Hi" ttl 2m']);
});
