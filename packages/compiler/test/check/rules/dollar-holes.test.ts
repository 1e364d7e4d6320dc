import { expect, it } from 'vitest';
import { checkFile, checkStep, fixesOf } from '../check.js';

const sent = (name: string) => `FO4024: The \`$\` before \`{${name}}\` is part of the text`;
const params = 'pin: text(4..10)';

it('warns of a dollar sign right before a hole, wherever texts stand', () => {
  const sms = checkStep(`sms "Your code is ⟦\${pin}⟧"`, [sent('pin')], { params });
  expect(fixesOf(sms)).toEqual(['Remove the `$` → sms "Your code is {pin}"']);
  checkStep(`viber "Hi" button "⟦\${pin}⟧" "https://acme.com/⟦\${pin}⟧"`, [sent('pin'), sent('pin')], { params });
  checkStep(`sms """\n    $\n    ⟦\${pin}⟧⟦$\${ pin }⟧"""`, [sent('pin'), sent('pin')], { params });
});

it('warns of it in lets and in the wording of templates', () => {
  checkFile(`let host = "acme.com"\nlet api = "https://⟦\${host}⟧"`, [sent('host')]);
  checkFile(
    `template hi(name: text, sum: int) "0094d198-4dd2-4fb5-b451-d46aca191b27" { lang en "⟦\${name}⟧ owes \${sum}" }`,
    [sent('name')],
  );
});

it('takes a dollar sign before a number for a price', () => {
  checkStep(`sms "It costs \${price}"`, [], { params: 'price: int' });
  checkStep(`sms "It costs \${price}"`, [], { before: 'let price = "9.99"' });
  checkFile(`let price = "9.99"\nlet offer = "For \${price}"`);
});

it('says nothing of a dollar sign that is escaped, or stands elsewhere', () => {
  checkStep('sms "Only \\u{24}{pin}, $ {pin}, {pin}$ and $\\{pin\\}"', [], { params });
});

it('counts the sign of a setting once for all flows', () => {
  checkFile(
    `let host = "acme.com"
callback "https://⟦\${host}⟧/x"
from "ACME"
to "+306912345678"
flow a { sms "a" on failed then sms "b" }
flow b { sms "a" on failed then sms "b" }`,
    [sent('host')],
  );
});
