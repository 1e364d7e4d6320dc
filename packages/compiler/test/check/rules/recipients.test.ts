import { expect, it } from 'vitest';
import { checkStep, fixesOf } from '../check.js';

const wrong = (number: string) => `FO3070: \`${number}\` is not a number in E.164 form, such as \`+306912345678\``;

it('takes numbers of 7 to 15 digits behind a plus', () => {
  checkStep('sms "Hi" to "+3069123"');
  checkStep('viber "Hi" to "+306912345678901"');
  checkStep('voice say "Hi" lang en-US to "+306912345678" to viber "+306912345679" to sip "1111@example.com:55080"');
});

it('refuses other forms, and mends those that it understands', () => {
  checkStep('sms "Hi" to ⟦"+306912"⟧', [wrong('+306912')]);
  checkStep('sms "Hi" to ⟦"+3069123456789012"⟧', [wrong('+3069123456789012')]);
  checkStep('sms "Hi" to ⟦"+0306912345678"⟧', [wrong('+0306912345678')]);
  const zeros = checkStep('sms "Hi" to ⟦"00306912345678"⟧', [wrong('00306912345678')]);
  expect(fixesOf(zeros)).toEqual(['Write `"+306912345678"` → sms "Hi" to "+306912345678"']);
  const spaces = checkStep('sms "Hi" to ⟦"+30 (691) 234-5678"⟧', [wrong('+30 (691) 234-5678')]);
  expect(fixesOf(spaces)).toEqual(['Write `"+306912345678"` → sms "Hi" to "+306912345678"']);
  expect(spaces.diagnostics[0]?.help).toBe('Leave out spaces, hyphens and brackets.');
  const national = checkStep('sms "Hi" to ⟦"6912345678"⟧', [wrong('6912345678')]);
  expect(national.fixes).toEqual([]);
  expect(national.diagnostics[0]?.help).toBe('Begin with `+` and the country code.');
});

it('looks at what is known of a number with parameters', () => {
  checkStep('sms "Hi" to "+30{local}"', [], { params: 'local: text(10..13)' });
  checkStep('sms "Hi" to "+30{local}"', [], { params: 'local: text' });
  checkStep(
    'sms "Hi" to ⟦"+30{local}"⟧',
    ['FO3070: `+30{local}`, which may have 17 characters, is not a number in E.164 form, such as `+306912345678`'],
    { params: 'local: text(..14)' },
  );
  checkStep('sms "Hi" to ⟦"0030{local}"⟧', [wrong('0030{local}')], { params: 'local: text(10..10)' });
  checkStep('sms "Hi" to ⟦"+30 {local}"⟧', [wrong('+30 {local}')], { params: 'local: text(12..12)' });
});

it('checks the accounts and addresses that a call goes to', () => {
  checkStep('voice say "Hi" lang en-US to viber ⟦"acme"⟧', [wrong('acme')]);
  checkStep('voice say "Hi" lang en-US to sip ⟦"acme.com"⟧', [
    'FO3066: `acme.com` is not a SIP address such as `1111@example.com:55080`',
  ]);
  checkStep('voice say "Hi" lang en-US to sip "sip:1111@example.com"');
});

it('leaves accounts and SIP addresses to calls', () => {
  checkStep('sms "Hi" to ⟦sip⟧ "1111@example.com"', ['FO3071: `to sip` is for calls: an `sms` step goes to a number']);
  checkStep('sms "Hi" to ⟦sip⟧ "acme"', ['FO3071: `to sip` is for calls: an `sms` step goes to a number']);
  checkStep('viber "Hi" to ⟦viber⟧ "+306912345678"', [
    'FO3071: `to viber` is for calls: a `viber` step goes to a number',
  ]);
  checkStep('sms "Hi" to phone "+306912345678"');
});

it('lets a call leave a kind of recipient blank that stands beside another', () => {
  checkStep('voice say "Hi" lang en-US to "+306912345678" to viber "" to sip " "');
  checkStep('voice say "Hi" lang en-US to "" to viber "+306912345678"');
  checkStep('voice say "Hi" lang en-US to ⟦""⟧', [wrong('')]);
  checkStep('voice say "Hi" lang en-US to ⟦""⟧ to viber ⟦""⟧', [wrong(''), wrong('')]);
  checkStep('sms "Hi" to ⟦""⟧', [wrong('')]);
});

it('offers no mend for a number that is written elsewhere or in another way, and says what is clear', () => {
  const ofLet = checkStep('sms "Hi" to ⟦"{phone}"⟧', [wrong('+30 6912345678')], {
    before: 'let phone = "+30 6912345678"',
  });
  expect(ofLet.fixes).toEqual([]);
  const zeros = checkStep('sms "Hi" to ⟦"00306912345678"⟧', [wrong('00306912345678')]);
  expect(zeros.diagnostics[0]?.help).toBe('Write `+` for the leading `00`.');
  const inside = checkStep('sms "Hi" to ⟦"+30 691 200 45678"⟧', [wrong('+30 691 200 45678')]);
  expect(inside.fixes.map(({ title }) => title)).toEqual(['Write `"+3069120045678"`']);
  const national = checkStep('sms "Hi" to ⟦"6900123456"⟧', [wrong('6900123456')]);
  expect(national.diagnostics[0]?.help).toBe('Begin with `+` and the country code.');
  const letters = checkStep('sms "Hi" to ⟦"acme1"⟧', [wrong('acme1')]);
  expect(letters.diagnostics[0]?.help).toBeUndefined();
});

it('takes a parameter for a number or an address of its kind', () => {
  checkStep('voice say "Hi" lang en-US to {a} to viber {b} to sip {c}', [], { params: 'a: phone, b: phone, c: text' });
  checkStep(
    'sms "Hi" to ⟦"{a}{b}"⟧',
    ['FO3070: `{a}{b}`, which may have 32 characters, is not a number in E.164 form, such as `+306912345678`'],
    {
      params: 'a: phone, b: phone',
    },
  );
  checkStep('sms "Hi" to "{a}{b}"', [], { params: 'a: text(..3), b: text(..13)' });
});
