import { expect, it } from 'vitest';
import { checkStep, fixesOf } from '../check.js';

it('takes each clause once, flags among them', () => {
  const twice = checkStep('sms "Hi" ttl 5m flash ⟦ttl⟧ 10m', ['FO1027: `ttl` stands twice']);
  expect(fixesOf(twice)).toEqual(['Remove this one → sms "Hi" ttl 5m flash ']);
  expect(twice.diagnostics[0]?.related).toMatchObject([{ message: 'the first one is here', length: 'ttl 5m'.length }]);
  checkStep('sms "Hi" flash no ⟦flash⟧', ['FO1027: `flash` stands twice']);
});

it('takes a recipient of each kind', () => {
  checkStep('voice say "Hi" lang en-US to "+306912345678" to viber "+306912345678" to sip "1@acme.com"');
  checkStep('voice say "Hi" lang en-US to "+306912345678" ⟦to⟧ phone "+306912345679"', ['FO1027: `to` stands twice']);
  checkStep('voice say "Hi" lang en-US to sip "1@acme.com" ⟦to⟧ sip "2@acme.com"', ['FO1027: `to sip` stands twice']);
});

it('takes the clauses of each verb once', () => {
  checkStep('voice { say "Hi" lang en-US repeat 2 say "Ho" lang en-US repeat 2 }');
  checkStep('voice { say "Hi" lang en-US repeat 2 ⟦repeat⟧ 3 }', ['FO1027: `repeat` stands twice']);
});

it('leaves two lists of statuses to the author', () => {
  expect(checkStep('sms "Hi" on failed ⟦on⟧ undelivered', ['FO1027: `on` stands twice']).fixes).toEqual([]);
});
