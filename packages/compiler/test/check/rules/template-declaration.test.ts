import { it } from 'vitest';
import { checkFile } from '../check.js';

const basic = '"0aac888f-2ee2-4112-9659-1755a951966a"';

it('refuses a one-time password template without a pin', () => {
  checkFile('template otp(pin: text) "11111111-2222-3333-4444-555555555555" { category otp }');
  checkFile('template otp(code: text) "11111111-2222-3333-4444-555555555555" { ⟦category otp⟧ }', [
    'FO3043: The template `otp` has `category otp` and no parameter `pin`',
  ]);
  checkFile('template otp(code: text) "11111111-2222-3333-4444-555555555555" { lang en ⟦category otp⟧ }', [
    'FO3043: The template `otp` has `category otp` and no parameter `pin`',
  ]);
  checkFile('template order(code: text) "11111111-2222-3333-4444-555555555555" { category transactional }');
});

it('warns of a predefined template with other parameters', () => {
  checkFile(`template otp(pin: text) ${basic}`);
  checkFile(`template otp⟦(name: text)⟧ ${basic}`, [
    "FO4019: Routee's predefined template “basic” takes `pin`; here it has `name`",
  ]);
  checkFile(`template otp⟦(pin: text, name: text)⟧ ${basic}`, [
    "FO4019: Routee's predefined template “basic” takes `pin`; here it has `pin` and `name`",
  ]);
  checkFile('template otp⟦(pin: text, name: text)⟧ "c33cccaf-735f-4d62-8383-a76bf4999e2d"', [
    "FO4019: Routee's predefined template “business name” takes `pin` and `businessPlatformName`; here it has `pin` and `name`",
  ]);
  checkFile(`template ⟦otp⟧ ${basic.toUpperCase()}`, [
    "FO4019: Routee's predefined template “basic” takes `pin`; here it has none",
  ]);
  checkFile('template otp⟦(pin: text)⟧ "60d67b38-b9fb-444a-80e6-754447e010c6"', [
    "FO4019: Routee's predefined template “code type and validity” takes `pin`, `pinType` and `codeValidityTime`; here it has `pin`",
  ]);
});

it('says it once where the pin of a one-time password is missing', () => {
  checkFile(`template otp(name: text) ${basic} { ⟦category otp⟧ }`, [
    'FO3043: The template `otp` has `category otp` and no parameter `pin`',
  ]);
});

it('warns of a language that Routee does not list for it', () => {
  checkFile(`template otp(pin: text) ${basic} { lang en lang ⟦ro⟧ }`, [
    'FO4020: `ro` is not among the languages that Routee lists for its predefined templates',
  ]);
});

it('does not count the order of parameters', () => {
  checkFile('template otp(businessPlatformName: text, pin: text) "c33cccaf-735f-4d62-8383-a76bf4999e2d"');
});
