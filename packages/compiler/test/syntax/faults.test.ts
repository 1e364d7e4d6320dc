import { expect, test } from 'vitest';
import { parse } from '../../src/syntax/parse.js';
import { brokenInvariants } from './invariants.js';

/** A source with the place of its only fault in ⟦…⟧, the code of the fault, and what its first fix makes of the source. */
const faults: readonly (readonly [code: string, marked: string, fixed?: string])[] = [
  [
    'FO1001',
    `flow a {
  sms "x"⟦;⟧ then sms "y"
}`,
    `flow a {
  sms "x" then sms "y"
}`,
  ],
  [
    'FO1001',
    `flow a {
  sms "x" ⟦§⟧ ttl 5m
}`,
    `flow a {
  sms "x"  ttl 5m
}`,
  ],
  [
    'FO1002',
    `flow a {
  sms ⟦"⟧x ttl 5m
  then sms "y"
}`,
    `flow a {
  sms "x ttl 5m"
  then sms "y"
}`,
  ],
  [
    'FO1003',
    `flow a {
  sms ⟦"""⟧
    x
  then sms "y"
}`,
    `flow a {
  sms """
    x
"""
  then sms "y"
}`,
  ],
  [
    'FO1004',
    `flow a {
  sms "a⟦\\q⟧b"
}`,
    `flow a {
  sms "a\\\\qb"
}`,
  ],
  [
    'FO1005',
    `flow a {
  sms "⟦\\u{110000}⟧"
}`,
  ],
  [
    'FO1006',
    `flow a {
  sms "Your code is ⟦{pin⟧"
}`,
    `flow a {
  sms "Your code is {pin}"
}`,
  ],
  [
    'FO1008',
    `flow a {
  sms "⟦{{pin}}⟧"
}`,
    `flow a {
  sms "{pin}"
}`,
  ],
  [
    'FO1009',
    `flow a {
  sms "a ⟦}⟧ b"
}`,
    `flow a {
  sms "a \\} b"
}`,
  ],
  [
    'FO1010',
    `flow a {
  sms ⟦'⟧x'
}`,
    `flow a {
  sms "x"
}`,
  ],
  [
    'FO1010',
    `flow a {
  sms ⟦“⟧x”
}`,
    `flow a {
  sms "x"
}`,
  ],
  [
    'FO1011',
    `⟦#⟧ note
flow a {
  sms "x"
}`,
    `// note
flow a {
  sms "x"
}`,
  ],
  [
    'FO1011',
    `⟦/*⟧ note */
flow a {
  sms "x"
}`,
    `// note
flow a {
  sms "x"
}`,
  ],
  [
    'FO1012',
    `flow a {
  sms "x" ttl ⟦10min⟧
}`,
    `flow a {
  sms "x" ttl 10m
}`,
  ],
  [
    'FO1013',
    `flow a {
  sms "x" ttl ⟦30m1h⟧
}`,
    `flow a {
  sms "x" ttl 1h30m
}`,
  ],
  [
    'FO1014',
    `flow a {
  sms "x" ttl ⟦1.5h30m⟧
}`,
  ],
  [
    'FO1020',
    `flow a {
  ⟦sms⟧ ttl 5m
}`,
  ],
  [
    'FO1020',
    `flow a {
  sms "x" ⟦label⟧ ttl 5m
}`,
  ],
  ['FO1020', `⟦let⟧ "x"`],
  ['FO1020', `let ⟦a⟧ "x"`],
  ['FO1020', `let a ⟦=⟧`],
  ['FO1020', `⟦import⟧`],
  [
    'FO1020',
    `flow a {
  viber ⟦template⟧ lang en
}`,
  ],
  [
    'FO1020',
    `flow a {
  sms "x" ⟦from⟧ then sms "y"
}`,
  ],
  [
    'FO1020',
    `flow a {
  sms "x" ⟦to⟧ ttl 5m
}`,
  ],
  [
    'FO1020',
    `flow a {
  ⟦voice⟧
}`,
  ],
  [
    'FO1020',
    `flow a {
  voice ⟦say⟧ lang en-US
}`,
  ],
  [
    'FO1020',
    `flow a {
  sms "x" ⟦on⟧
}`,
  ],
  [
    'FO1020',
    `flow a {
  sms "x" ⟦then⟧
}`,
  ],
  [
    'FO1020',
    `flow a {
  viber "x" button ⟦"Go"⟧
}`,
  ],
  [
    'FO1020',
    `flow a {
  viber video "https://x" thumbnail ⟦"https://y"⟧
}`,
  ],
  [
    'FO1020',
    `flow a {
  viber file ⟦"https://x"⟧ "a.pdf"
}`,
  ],
  [
    'FO1020',
    `⟦flow⟧ {
  sms "x"
}`,
  ],
  [
    'FO1020',
    `flow ⟦a⟧
  sms "x"
}`,
  ],
  [
    'FO1020',
    `sender a {
  ⟦sms⟧
}`,
  ],
  [
    'FO1021',
    `flow a {
  sms "x" ⟦=⟧ ttl 5m
}`,
    `flow a {
  sms "x"  ttl 5m
}`,
  ],
  [
    'FO1021',
    `flow a {
  sms "x" ⟦{⟧ ttl 5m }
}`,
    `flow a {
  sms "x"  ttl 5m 
}`,
  ],
  [
    'FO1021',
    `⟦}⟧
flow a {
  sms "x"
}`,
    `
flow a {
  sms "x"
}`,
  ],
  [
    'FO1021',
    `flow a {
  viber template otp(⟦"8213"⟧) lang en
}`,
  ],
  [
    'FO1021',
    `flow a {
  ⟦then⟧ sms "x"
}`,
    `flow a {
   sms "x"
}`,
  ],
  [
    'FO1022',
    `flow a {
  sms "x"
  ⟦sms⟧ "y"
}`,
    `flow a {
  sms "x"
  then sms "y"
}`,
  ],
  [
    'FO1023',
    `flow a {
  sms "x⟦"⟧
flow b {
  sms "y"
}`,
    `flow a {
  sms "x"
}
flow b {
  sms "y"
}`,
  ],
  [
    'FO1023',
    `flow a(to: phon⟦e⟧ {
  sms "x"
}`,
    `flow a(to: phone) {
  sms "x"
}`,
  ],
  [
    'FO1024',
    `flow a {
  sms "x" on failed ⟦undelivered⟧
}`,
    `flow a {
  sms "x" on failed, undelivered
}`,
  ],
  [
    'FO1024',
    `flow a(to: phone ⟦pin⟧: text) {
  sms "x"
}`,
    `flow a(to: phone, pin: text) {
  sms "x"
}`,
  ],
  [
    'FO1025',
    `flow a {
  sms "x" ⟦urgent⟧
}`,
  ],
  [
    'FO1025',
    `flow a {
  sms "x" ⟦colour⟧ "red" ttl 5m
}`,
  ],
  [
    'FO1026',
    `template a "x" {
  category ⟦top⟧
}`,
    `template a "x" {
  category otp
}`,
  ],
  [
    'FO1026',
    `flow a(to: ⟦string⟧) {
  sms "x"
}`,
    `flow a(to: text) {
  sms "x"
}`,
  ],
  [
    'FO1026',
    `flow a {
  callback "x" on ⟦steps⟧

  sms "x"
}`,
    `flow a {
  callback "x" on step

  sms "x"
}`,
  ],
  [
    'FO1028',
    `flow a {
  sms "x"
  ⟦callback⟧ "y"
}`,
  ],
  [
    'FO1028',
    `let a = "x"
⟦import⟧ "./a.failover"`,
  ],
  [
    'FO1028',
    `sms "x"
⟦let⟧ a = "x"`,
  ],
  [
    'FO1029',
    `flow ⟦a⟧ {
}`,
  ],
  [
    'FO1030',
    `⟦flwo⟧ a {
  sms "x"
}`,
    `flow a {
  sms "x"
}`,
  ],
  [
    'FO1030',
    `flow a {
  sms "x" ⟦tll⟧ 5m
}`,
    `flow a {
  sms "x" ttl 5m
}`,
  ],
  [
    'FO1030',
    `flow a {
  ⟦Viber⟧ "x"
}`,
    `flow a {
  viber "x"
}`,
  ],
  [
    'FO1030',
    `flow a {
  sms "x" ⟦thne⟧ sms "y"
}`,
    `flow a {
  sms "x" then sms "y"
}`,
  ],
  [
    'FO1031',
    `flow a {
  sms "x" to ⟦customer⟧
}`,
    `flow a {
  sms "x" to {customer}
}`,
  ],
  [
    'FO1032',
    `flow a {
  sms "x" ttl ⟦10⟧
}`,
    `flow a {
  sms "x" ttl 10s
}`,
  ],
  [
    'FO1032',
    `flow a {
  sms "x" ttl ⟦10 minutes⟧
}`,
    `flow a {
  sms "x" ttl 10m
}`,
  ],
  [
    'FO1032',
    `flow a {
  viber video "https://x" thumbnail "https://y" size ⟦12⟧ duration 30s
}`,
    `flow a {
  viber video "https://x" thumbnail "https://y" size 12MB duration 30s
}`,
  ],
  [
    'FO1033',
    `flow a {
  voice say "a" lang en-US ⟦play⟧ "https://x"
}`,
  ],
  [
    'FO1034',
    `flow a {
  voice {
    say "a" lang en-US ⟦machine⟧ hangup
    play "https://x"
  }
}`,
  ],
  ['FO1007', `flow a {\n  sms "a ⟦{ 1 }⟧"\n}`, `flow a {\n  sms "a \\{ 1 \\}"\n}`],
];

test.each(faults.map(([code, marked, fixed]) => ({ code, marked, fixed })))('$code: $marked', ({
  code,
  marked,
  fixed,
}) => {
  const source = marked.replace(/[⟦⟧]/g, '');
  const { diagnostics } = parse('memory:/a.failover', source);
  expect(diagnostics.map((one) => one.code)).toEqual([code]);
  const [fault] = diagnostics;
  if (fault === undefined) return;
  const { offset, length, fixes } = fault;
  const end = offset + length;
  expect(`${source.slice(0, offset)}⟦${source.slice(offset, end)}⟧${source.slice(end)}`).toBe(marked);
  expect(brokenInvariants(source)).toEqual([]);
  if (fixed === undefined) return;
  const edits = [...(fixes[0]?.edits ?? [])].sort((a, b) => b.offset - a.offset);
  const mended = edits.reduce((text, edit) => {
    return text.slice(0, edit.offset) + edit.text + text.slice(edit.offset + edit.length);
  }, source);
  expect(mended).toBe(fixed);
  expect(parse('memory:/a.failover', mended).diagnostics).toEqual([]);
});
