import { it } from 'vitest';
import { checkStep } from '../check.js';

const text = (length: number) => 'x'.repeat(length);

it('takes up to 1600 characters', () => {
  checkStep('sms "H"');
  checkStep(`sms ⟦"${text(1600)}"⟧`, ['FO4003: This SMS is sent in 11 parts: 1,600 characters of GSM-7']);
  checkStep(`sms ⟦"${text(1601)}"⟧`, ['FO3052: The SMS has 1,601 characters; at most 1,600 are allowed']);
});

it('counts a parameter at its longest', () => {
  const parts = 'FO4003: This SMS is sent in up to 11 parts: 1,600 characters of GSM-7';
  checkStep(`sms ⟦"${text(1590)}{name}"⟧`, [parts], { params: 'name: text(..10)' });
  checkStep(`sms ⟦"${text(1590)}{name}"⟧`, ['FO3052: The SMS has up to 1,601 characters; at most 1,600 are allowed'], {
    params: 'name: text(..11)',
  });
});

it('counts a parameter without a limit at its shortest: the rest is checked with its value', () => {
  const parts = 'FO4003: This SMS is sent in up to 11 parts: 1,600 characters of GSM-7';
  checkStep(`sms ⟦"${text(1595)}{name}"⟧`, [parts], { params: 'name: text(5..)' });
  checkStep(`sms ⟦"${text(1595)}{name}"⟧`, ['FO3052: The SMS has up to 1,601 characters; at most 1,600 are allowed'], {
    params: 'name: text(6..)',
  });
});

it('counts lets and escapes as what they stand for', () => {
  const before = `let long = "${text(1590)}"`;
  const parts = 'FO4003: This SMS is sent in 11 parts: 1,600 characters of GSM-7';
  checkStep('sms ⟦"{long}\\u{41}234567890"⟧', [parts], { before });
  checkStep('sms ⟦"{long}\\u{41}2345678901"⟧', ['FO3052: The SMS has 1,601 characters; at most 1,600 are allowed'], {
    before,
  });
});

it('refuses a text that is empty or blank', () => {
  checkStep('sms ⟦""⟧', ['FO3051: The text of the SMS is empty']);
  checkStep('sms ⟦" \\n"⟧', ['FO3051: The text of the SMS is empty']);
  checkStep('sms "{name}"', [], { params: 'name: text' });
});
