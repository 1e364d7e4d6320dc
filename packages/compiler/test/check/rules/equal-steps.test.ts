import { it } from 'vitest';
import { checkStep } from '../check.js';

const equal = ['FO4012: This step is the same as the one before it'];

it('warns of a step that does what the one before it did', () => {
  checkStep('sms "Hi" ttl 10m then ⟦sms⟧ "Hi" ttl 10m', equal);
});

it('looks at what is meant, not at how it is written', () => {
  checkStep('sms "Hi" ttl 10m flash then ⟦sms⟧\n  "\\u{48}i" flash ttl 600s', equal);
  checkStep('voice say "Hi" lang en-US repeat 2 then ⟦voice⟧ say "Hi" repeat 2 lang en-US', equal);
});

it('does not count what moves a step on', () => {
  checkStep('sms "Hi" on failed then ⟦sms⟧ "Hi"', equal);
});

it('lets pass what differs, or does not follow at once', () => {
  checkStep('sms "Hi" then sms "Ho"');
  checkStep('sms "Hi" ttl 10m then sms "Hi" ttl 20m');
  checkStep('sms "Hi" flash then sms "Hi" no flash');
  checkStep('sms "Hi" then viber "Hi" then sms "Hi"');
});

it('tells a hole from the same characters', () => {
  checkStep('sms "{to}" then sms "\\{to\\}"');
});

it('knows what is the same in any field', () => {
  const video = (size: string, duration: string) =>
    `video "https://acme.com/a.mp4" thumbnail "https://acme.com/a.png" size ${size} duration ${duration}`;
  checkStep(`viber ${video('1MB', '60s')} then ⟦viber⟧ ${video('1.0MB', '1m')}`, equal);
  checkStep('sms "{to}" flash ttl 1m then ⟦sms⟧ "{to}" ttl 1m flash', equal);
  checkStep(`viber ${video('1MB', '60s')} then viber ${video('2MB', '60s')}`);
  checkStep('voice say "Hi" lang en-US repeat 2 then voice say "Hi" lang en-US repeat 3');
  checkStep('sms "Hi {a}" then sms "Hi {b}"', [], { params: 'a: text, b: text' });
});
