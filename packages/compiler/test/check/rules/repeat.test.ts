import { expect, it } from 'vitest';
import { checkStep, fixesOf } from '../check.js';

it('takes 1 and more', () => {
  checkStep('voice say "Hi" lang en-US repeat 1');
  checkStep('voice play "https://acme.com/hi.wav" repeat 99');
});

it('refuses less, and says how to repeat without end', () => {
  const none = checkStep('voice say "Hi" lang en-US repeat ⟦0⟧', [
    'FO3064: `repeat` is at least 1, or `forever`, not `0`',
  ]);
  expect(none.fixes).toEqual([]);
  const endless = checkStep('voice play "https://acme.com/hi.wav" repeat ⟦-1⟧', [
    'FO3064: `repeat` is at least 1, or `forever`, not `-1`',
  ]);
  checkStep('voice play "https://acme.com/hi.wav" repeat ⟦99999999999999999999⟧', [
    'FO3064: `repeat` is at least 1 and at most 9,007,199,254,740,991, or `forever`, not `99999999999999999999`',
  ]);
  expect(fixesOf(endless)).toEqual(['Write `forever` → voice play "https://acme.com/hi.wav" repeat forever']);
});

it('looks at each verb in braces', () => {
  checkStep('voice { say "Hi" lang en-US repeat ⟦0⟧ play "https://acme.com/hi.wav" repeat ⟦-2⟧ }', [
    'FO3064: `repeat` is at least 1, or `forever`, not `0`',
    'FO3064: `repeat` is at least 1, or `forever`, not `-2`',
  ]);
});

it('warns of a call that goes on until somebody hangs up', () => {
  checkStep('voice say "Hi" lang en-US ⟦repeat forever⟧', [
    'FO4018: `repeat forever` goes on until the person hangs up',
  ]);
});
