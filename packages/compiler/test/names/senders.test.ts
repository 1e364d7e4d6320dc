import { expect, it } from 'vitest';
import { checkFile, uriOf } from '../check/check.js';

const acme = 'sender acme { sms "ACME" voice "302101234567" }';
const shop = 'sender shop { sms "SHOP" voice "302101234568" }';

function senders(source: string, options?: Parameters<typeof checkFile>[2]): unknown[] {
  const { program } = checkFile(source, [], options);
  return program.flows(uriOf('main.failover')).flatMap((flow) => {
    const { payload } = program.bundle(flow);
    return (payload.flow as unknown as { from: string }[]).map(({ from }) => from);
  });
}

it('is the only one in scope where none is written', () => {
  expect(senders(`${acme}\nsms "Hi" then voice say "Hi" lang en-US`)).toEqual(['ACME', '302101234567']);
  expect(senders('import "./b.failover"\nsms "Hi" then sms "Ho"', { files: { 'b.failover': shop } })).toEqual([
    ...['SHOP', 'SHOP'],
  ]);
});

it('must be chosen among several', () => {
  const { fixes } = checkFile(`${acme}\n${shop}\n⟦sms⟧ "Hi" then sms "Ho" from shop`, [
    'FO2014: 2 senders are in scope for this step: choose `acme` or `shop` with `from`',
  ]);
  expect(fixes.map(({ title, text }) => `${title} → ${text.split('\n')[2]}`)).toEqual([
    'Add `from acme` → sms "Hi" from acme then sms "Ho" from shop',
    'Add `from shop` → sms "Hi" from shop then sms "Ho" from shop',
  ]);
});

it('is offered to every step that can have it, and not where it has no id', () => {
  const several = '2 senders are in scope for this step: choose `acme` or `viber-only` with `from`';
  const viberOnly = 'sender viber-only { viber "0094d198-4dd2-4fb5-b451-d46aca191b27" }';
  const both = checkFile(`${acme}\n${viberOnly}\n⟦sms⟧ "1" then sms "2" from "A" then voice say "3" lang en-US`, [
    `FO2014: ${several}`,
  ]);
  expect(both.fixes.map(({ title, text }) => `${title} → ${text.split('\n')[2]}`)).toEqual([
    'Add `from acme` to 2 steps → sms "1" from acme then sms "2" from "A" then voice say "3" lang en-US from acme',
  ]);
  const none = checkFile('sender a { sms "A" }\nsender b { sms "B" }\n⟦viber⟧ "1" then sms "2" from a', [
    'FO2014: 2 senders are in scope for this step: choose `a` or `b` with `from`',
  ]);
  expect(none.fixes).toEqual([]);
});

it('is missing where none is in scope, which is said once for each flow', () => {
  checkFile('⟦sms⟧ "Hi" then sms "Ho"', [
    'FO2014: No sender is in scope for this step: add `from`, declare a sender or import one',
  ]);
});

it('is taken from the step, else the flow, else the file', () => {
  const flows = 'flow a { from shop sms "1" then sms "2" from "NEWS" }\nflow b { sms "3" then sms "4" from shop }';
  expect(senders(`${acme}\n${shop}\nfrom acme\n${flows}`)).toEqual(['SHOP', 'NEWS', 'ACME', 'SHOP']);
});

it('has the name of a declared one', () => {
  const { fixes } = checkFile(`${acme}\nsms "Hi" from ⟦acne⟧ then sms "Ho"`, [
    'FO2002: No sender `acne` is declared here or imported; did you mean `acme`?',
  ]);
  expect(fixes.map(({ title }) => title)).toEqual(['Write `acme`']);
});

it('is looked up once for a setting', () => {
  checkFile(`${acme}\nfrom ⟦acne⟧\nsms "Hi" then sms "Ho"`, [
    'FO2002: No sender `acne` is declared here or imported; did you mean `acme`?',
  ]);
});

it('has an id on the channel', () => {
  const { diagnostics } = checkFile(`${acme}\nsms "Hi" then ⟦viber⟧ "Ho"`, [
    'FO2015: The sender `acme` has no id for `viber`',
  ]);
  expect(diagnostics[0]?.related).toMatchObject([{ message: 'declared here' }]);
  checkFile(`${acme}\n${shop}\nsms "Hi" from shop then viber "Ho" from ⟦acme⟧`, [
    'FO2015: The sender `acme` has no id for `viber`',
  ]);
});

it('may be written, also with a hole', () => {
  expect(senders('sms "Hi" from "ACME" then sms "Ho" from "{brand}"')).toEqual(['ACME', '{brand}']);
});
