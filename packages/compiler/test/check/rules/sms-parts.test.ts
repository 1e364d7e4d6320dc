import { expect, it } from 'vitest';
import { checkStep } from '../check.js';

const text = (length: number, character = 'x') => character.repeat(length);

it('says nothing of one part: 160 characters of GSM-7, 70 of UCS-2', () => {
  checkStep(`sms "${text(160)}"`);
  checkStep(`sms "${text(70, 'ж')}"`);
  checkStep(`sms "${text(80, '€')}"`);
});

it('remarks on several parts', () => {
  const two = checkStep(`sms ⟦"${text(161)}"⟧`, ['FO4003: This SMS is sent in 2 parts: 161 characters of GSM-7']);
  expect(two.diagnostics[0]?.severity).toBe('information');
  checkStep(`sms ⟦"${text(71, 'ж')}"⟧`, ['FO4003: This SMS is sent in 2 parts: 71 characters of UCS-2']);
  checkStep(`sms ⟦"${text(81, '€')}"⟧`, ['FO4003: This SMS is sent in 2 parts: 81 characters of GSM-7']);
  checkStep(`sms ⟦"${text(307)}"⟧`, ['FO4003: This SMS is sent in 3 parts: 307 characters of GSM-7']);
});

it('counts a parameter at its longest', () => {
  checkStep(`sms "${text(150)}{name}"`, [], { params: 'name: text(..10)' });
  checkStep(`sms ⟦"${text(150)}{name}"⟧`, ['FO4003: This SMS is sent in up to 2 parts: 161 characters of GSM-7'], {
    params: 'name: text(..11)',
  });
});

it('warns of a few characters that double an SMS, and offers to replace them', () => {
  const quotes = checkStep(`sms "${text(100)} ⟦“⟧Go”"`, [
    'FO4004: `“` and `”` make this SMS 2 parts instead of 1: outside GSM-7',
  ]);
  expect(quotes.fixes).toEqual([
    { title: 'Replace `“` and `”`', text: `sms "${text(100)} \\"Go\\""` },
    { title: 'Add `transcode`', text: `sms "${text(100)} “Go”" transcode` },
  ]);
});

it('replaces each character where it is written, as an escape too', () => {
  const { fixes } = checkStep(`sms "${text(100)} it⟦\\u{2019}⟧s Alex’s"`, [
    'FO4004: `’` makes this SMS 2 parts instead of 1: outside GSM-7',
  ]);
  expect(fixes[0]?.text).toBe(`sms "${text(100)} it's Alex's"`);
});

it('offers `transcode` alone where nothing in GSM-7 looks alike, or a let holds the character', () => {
  const { fixes } = checkStep(`sms "${text(100)} ⟦ж⟧"`, [
    'FO4004: `ж` makes this SMS 2 parts instead of 1: outside GSM-7',
  ]);
  expect(fixes.map(({ title }) => title)).toEqual(['Add `transcode`']);
  const ofLet = checkStep(
    `sms "${text(100)} ⟦{its}⟧"`,
    ['FO4004: `’` makes this SMS 2 parts instead of 1: outside GSM-7'],
    { before: 'let its = "it’s"' },
  );
  expect(ofLet.fixes.map(({ title }) => title)).toEqual(['Add `transcode`']);
});

it('takes `transcode` for an answer, either way', () => {
  checkStep(`sms "${text(100)} “Go”" transcode`);
  checkStep(`sms ⟦"${text(100)} ж"⟧ transcode`, ['FO4003: This SMS is sent in 2 parts: 102 characters of UCS-2']);
  const never = checkStep(`sms "${text(100)} ⟦ж⟧" no transcode`, [
    'FO4004: `ж` makes this SMS 2 parts instead of 1: outside GSM-7',
  ]);
  expect(never.fixes).toEqual([]);
});

it('takes more than three foreign characters for another alphabet', () => {
  checkStep(`sms ⟦"${text(100)} жшщю"⟧`, ['FO4003: This SMS is sent in 2 parts: 105 characters of UCS-2']);
});

it('takes a few for an oversight: up to three, and one in ten', () => {
  checkStep(`sms "${text(100)} ⟦ж⟧шщ"`, ['FO4004: `ж`, `ш` and `щ` make this SMS 2 parts instead of 1: outside GSM-7']);
  checkStep(`sms "⟦ж⟧${text(7, 'ж')}${text(72)}"`, ['FO4004: `ж` makes this SMS 2 parts instead of 1: outside GSM-7']);
  checkStep(`sms ⟦"${text(8, 'ж')}${text(63)}"⟧`, ['FO4003: This SMS is sent in 2 parts: 71 characters of UCS-2']);
  checkStep(`sms "${text(161)}⟦ж⟧"`, ['FO4004: `ж` makes this SMS 3 parts instead of 2: outside GSM-7']);
});

it('says what the others alone would need, where that is less', () => {
  checkStep(`sms "${text(150)}⟦ж⟧шщ"`, ['FO4004: `ж`, `ш` and `щ` make this SMS 3 parts instead of 1: outside GSM-7']);
  checkStep(`sms ⟦"${text(80, '€')}ж"⟧`, ['FO4003: This SMS is sent in 2 parts: 81 characters of UCS-2']);
});

it('replaces all of them or none', () => {
  const ofLet = checkStep(
    `sms "${text(100)} it⟦{its}⟧"`,
    ['FO4004: `’` makes this SMS 2 parts instead of 1: outside GSM-7'],
    { before: 'let its = "’s"' },
  );
  expect(ofLet.fixes.map(({ title }) => title)).toEqual(['Add `transcode`']);
  const { fixes } = checkStep(
    `sms "${text(100)} it⟦’⟧s {its}"`,
    ['FO4004: `’` makes this SMS 2 parts instead of 1: outside GSM-7'],
    { before: 'let its = "it’s"' },
  );
  expect(fixes.map(({ title }) => title)).toEqual(['Add `transcode`']);
});

it('escapes what takes the place of a character', () => {
  const { fixes } = checkStep(`sms "⟦“⟧${text(100)}”"`, [
    'FO4004: `“` and `”` make this SMS 2 parts instead of 1: outside GSM-7',
  ]);
  expect(fixes[0]).toEqual({ title: 'Replace `“` and `”`', text: `sms "\\"${text(100)}\\""` });
});
