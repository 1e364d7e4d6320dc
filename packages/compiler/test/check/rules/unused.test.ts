import { expect, it } from 'vitest';
import { acme, checkFile } from '../check.js';

const flow = 'flow hello(to: phone) { sms "Hi" then voice say "Hi" lang en-US }';

it('warns of declarations that nothing uses', () => {
  const { fixes } = checkFile(
    [acme, 'let ⟦api⟧ = "https://acme.com"', 'template ⟦otp⟧ "11111111-2222-3333-4444-555555555555"', flow].join('\n'),
    ['FO4013: Nothing uses the let `api`', 'FO4013: Nothing uses the template `otp`'],
  );
  expect(fixes.map(({ title }) => title)).toEqual(['Remove the let', 'Remove the template']);
});

it('warns of a sender that no step takes', () => {
  checkFile(`${acme}\nsender ⟦other⟧ { sms "OTHER" }\nfrom acme\n${flow}`, ['FO4013: Nothing uses the sender `other`']);
});

it('says nothing of a file that is there for others', () => {
  checkFile(`${acme}\nlet api = "https://acme.com"`);
  checkFile(`import "./brand.failover"\n${flow}`, [], {
    files: { 'brand.failover': `${acme}\nlet api = "https://acme.com"\n${flow.replace('hello', 'other')}` },
  });
});

it('counts a let that only another let uses', () => {
  checkFile(`${acme}\nlet host = "acme.com"\nlet ⟦api⟧ = "https://{host}"\n${flow}`, [
    'FO4013: Nothing uses the let `api`',
  ]);
});

it('warns of parameters that nothing uses', () => {
  checkFile(`${acme}\nflow hello(to: phone, ⟦name⟧: text) { sms "Hi" then voice say "Hi" lang en-US }`, [
    'FO4014: Nothing uses the parameter `name`',
  ]);
  checkFile(`${acme}\nflow hello(⟦to⟧: phone) { to "+306912345678" sms "Hi" then voice say "Hi" lang en-US }`, [
    'FO4014: Nothing uses the parameter `to`',
  ]);
});

it('warns of imports that nothing uses, or that stand twice', () => {
  const files = { 'brand.failover': acme, 'other.failover': 'let api = "https://acme.com"' };
  const unused = checkFile(
    `import "./brand.failover"\nimport ⟦"./other.failover"⟧\n${flow}`,
    ['FO4015: Nothing in this file uses `./other.failover`'],
    { files },
  );
  expect(unused.fixes[0]?.text).toBe(`import "./brand.failover"\n\n${flow}`);
  checkFile(
    `import "./brand.failover"\nimport ⟦"./brand.failover"⟧\n${flow}`,
    ['FO4015: Nothing in this file uses `./brand.failover`'],
    { files },
  );
});

it('warns of a parameter that hides a let', () => {
  checkFile(
    `${acme}\nlet name = "ACME"\nflow a(to: phone, ⟦name⟧: text) { sms "{name}" then voice say "Hi" lang en-US }\nflow b { sms "{name}" then voice say "Hi" lang en-US }`,
    ['FO4022: The parameter `name` hides the let of the same name'],
  );
});

it('warns of a setting that every flow overrides', () => {
  const { fixes } = checkFile(
    `${acme}\n⟦callback⟧ "https://acme.com/a"\nflow a { callback "https://acme.com/b" sms "Hi" then voice say "Hi" lang en-US }`,
    ['FO4023: No flow of this file uses `callback` from here'],
  );
  expect(fixes.map(({ title }) => title)).toEqual(['Remove `callback`']);
  checkFile(`${acme}\n⟦to⟧ "+306912345678"\nsms "Hi" to "+306912345679" then viber "Hi" to "+306912345679"`, [
    'FO4023: No flow of this file uses `to` from here',
  ]);
});

it('says nothing of use in a file with errors: what was meant is not known', () => {
  checkFile(`${acme}\nlet api = "https://acme.com"\nflow a(to: phone) { sms "{⟦apo⟧}" then viber "Hi" }`, [
    'FO2001: The flow `a` has no parameter or let `apo`; did you mean `api`?',
  ]);
});
