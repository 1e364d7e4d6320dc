import { it } from 'vitest';
import { acme, checkFile, checkStep } from '../check.js';

const wrong = (id: string) =>
  `FO3040: \`${id}\` is not the id of a template: that is a UUID, such as \`0aac888f-2ee2-4112-9659-1755a951966a\``;

it('takes a UUID in either case', () => {
  checkStep('viber template "11111111-2222-3333-4444-555555555555" lang en');
  checkStep('viber template "ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB" lang en');
  checkStep('viber template "{id}" lang en', [], { params: 'id: text' });
});

it('refuses other ids where they are written', () => {
  checkStep('viber template ⟦"otp"⟧ lang en', [wrong('otp')]);
  checkFile('template otp ⟦"1234"⟧', [wrong('1234')]);
});

it('tells it once, at the declaration', () => {
  checkStep('viber template welcome lang en', [wrong('x')], { before: 'template welcome ⟦"x"⟧' });
  const file = 'import "./brand.failover"\nviber template welcome lang en then sms "Hi"';
  checkFile(file, [wrong('x')], { files: { 'brand.failover': `${acme}\ntemplate welcome ⟦"x"⟧` } });
});
