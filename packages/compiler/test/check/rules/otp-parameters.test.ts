import { expect, it } from 'vitest';
import { checkStep } from '../check.js';

const basic = 'viber template "0aac888f-2ee2-4112-9659-1755a951966a"';
const business = 'viber template "c33cccaf-735f-4d62-8383-a76bf4999e2d"';
const validity = 'viber template "bed0942f-e07e-4879-834b-29cc4cf3ec35"';
const text = (length: number) => 'x'.repeat(length);

it('takes a pin of 4 to 10 characters', () => {
  checkStep(`${basic}(pin: "1234") lang en`);
  checkStep(`${basic}(pin: "1234567890") lang en`);
  checkStep(`${basic}(pin: ⟦"123"⟧) lang en`, ['FO3046: `pin` has 4 to 10 characters, not 3 characters']);
  checkStep(`${basic}(pin: ⟦"12345678901"⟧) lang en`, ['FO3046: `pin` has 4 to 10 characters, not 11 characters']);
});

it('counts a parameter at its longest and its shortest', () => {
  checkStep(`${basic}(pin: {pin}) lang en`, [], { params: 'pin: text(4..10)' });
  const { fixes } = checkStep(
    `${basic}(pin: ⟦{pin}⟧) lang en`,
    ['FO3046: `pin` has 4 to 10 characters, not up to 11 characters'],
    { params: 'pin: text(6..11)' },
  );
  expect(fixes.map(({ title }) => title)).toEqual(['Write `text(6..10)`']);
  checkStep(`${basic}(pin: ⟦{pin}⟧) lang en`, ['FO3046: `pin` has 4 to 10 characters, not as few as 3 characters'], {
    params: 'pin: text(3..10)',
  });
  checkStep(`${basic}(pin: "A-{pin}") lang en`, [], { params: 'pin: text(2..8)' });
  checkStep(`${basic}(pin: ⟦"A-{pin}"⟧) lang en`, ['FO3046: `pin` has 4 to 10 characters, not up to 11 characters'], {
    params: 'pin: text(2..9)',
  });
});

it('leaves a pin without a range to its value, which has the limit then', () => {
  const { program } = checkStep(`${basic}(pin: {pin}) lang en`, [], { params: 'pin: text' });
  const [flow] = program.flows('file:///project/main.failover');
  expect(flow && program.bundle(flow).params.properties.pin).toEqual({ type: 'string', minLength: 4, maxLength: 10 });
});

it('holds for a declared template too', () => {
  const before = 'template otp(pin: text) "0aac888f-2ee2-4112-9659-1755a951966a"';
  const { program } = checkStep('viber template otp lang en', [], { before, params: 'pin: text' });
  const [flow] = program.flows('file:///project/main.failover');
  expect(flow && program.bundle(flow).params.properties.pin).toEqual({ type: 'string', minLength: 4, maxLength: 10 });
  checkStep('viber template ⟦otp⟧ lang en', ['FO3046: `pin` has 4 to 10 characters, not up to 12 characters'], {
    before,
    params: 'pin: text(4..12)',
  });
});

it('says it once where the declaration itself has a range', () => {
  const before = 'template otp(pin: text(4..6)) "0aac888f-2ee2-4112-9659-1755a951966a"';
  checkStep(
    'viber template otp(pin: ⟦"12345678901"⟧) lang en',
    ['FO2032: The argument `pin` has 11 characters: it takes 4 to 6 characters'],
    { before },
  );
  checkStep(
    'viber template otp(pin: ⟦"12"⟧) lang en',
    ['FO2032: The argument `pin` has 2 characters: it takes 4 to 6 characters'],
    { before },
  );
  checkStep(
    'viber template ⟦otp⟧ lang en',
    ['FO2033: `pin` may have 4 to 12 characters, but this place takes 4 to 6 characters'],
    {
      before,
      params: 'pin: text(4..12)',
    },
  );
});

it('takes other texts of up to 50 characters', () => {
  checkStep(`${business}(pin: "1234", businessPlatformName: "${text(50)}") lang en`);
  checkStep(`${business}(pin: "1234", businessPlatformName: ⟦"${text(51)}"⟧) lang en`, [
    'FO3044: `businessPlatformName` has 51 characters; the predefined templates take at most 50',
  ]);
  checkStep(
    `${business}(pin: "1234", businessPlatformName: ⟦{shop}⟧) lang en`,
    ['FO3044: `businessPlatformName` has up to 51 characters; the predefined templates take at most 50'],
    { params: 'shop: text(..51)' },
  );
});

it('takes no links', () => {
  const link = ['FO3045: `businessPlatformName` holds a link, which the predefined templates do not take'];
  checkStep(`${business}(pin: "1234", businessPlatformName: ⟦"www.acme.com"⟧) lang en`, link);
  checkStep(`${business}(pin: "1234", businessPlatformName: ⟦"http://acme.com"⟧) lang en`, link);
  checkStep(`${business}(pin: "1234", businessPlatformName: ⟦"https://acme.com/{shop}"⟧) lang en`, link, {
    params: 'shop: text(..9)',
  });
  checkStep(`${business}(pin: "1234", businessPlatformName: ⟦"See {site}"⟧) lang en`, link, { params: 'site: url' });
});

it('takes whole minutes', () => {
  checkStep(`${validity}(pin: "1234", codeValidityTime: 5) lang en`);
  checkStep(`${validity}(pin: "1234", codeValidityTime: "15") lang en`);
  checkStep(`${validity}(pin: "1234", codeValidityTime: {minutes}) lang en`, [], { params: 'minutes: int(1..60)' });
  const wrong = ['FO3047: `codeValidityTime` is a whole number of minutes, 1 or more'];
  checkStep(`${validity}(pin: "1234", codeValidityTime: ⟦0⟧) lang en`, wrong);
  checkStep(`${validity}(pin: "1234", codeValidityTime: ⟦"5 minutes"⟧) lang en`, wrong);
  checkStep(`${validity}(pin: "1234", codeValidityTime: ⟦{minutes}⟧) lang en`, wrong, {
    params: 'minutes: int(0..60)',
  });
});

it('warns of other parameters than Routee lists', () => {
  checkStep(`${basic}⟦(name: "Alex")⟧ lang en`, [
    "FO4019: Routee's predefined template “basic” takes `pin`; here it has `name`",
  ]);
  checkStep(`viber ⟦template "0aac888f-2ee2-4112-9659-1755a951966a"⟧ lang en`, [
    "FO4019: Routee's predefined template “basic” takes `pin`; here it has none",
  ]);
});

it('counts the digits of a number', () => {
  checkStep(`${basic}(pin: 1234) lang en`);
  checkStep(`${basic}(pin: ⟦123⟧) lang en`, ['FO3046: `pin` has 4 to 10 characters, not 3 characters']);
});

it('offers a range for a parameter that is the whole value, where one mends it', () => {
  const titles = (value: string, params: string, length: number) =>
    checkStep(
      `${business}(pin: "1234", businessPlatformName: ⟦${value}⟧) lang en`,
      [`FO3044: \`businessPlatformName\` has up to ${length} characters; the predefined templates take at most 50`],
      { params },
    ).fixes.map(({ title }) => title);
  expect(titles('{shop}', 'shop: text(2..51)', 51)).toEqual(['Write `text(2..50)`']);
  expect(titles('"The {shop}"', 'shop: text(..51)', 55)).toEqual([]);
  expect(titles('"{shop}!"', 'shop: text(..50)', 51)).toEqual([]);
  expect(titles('{shop}', 'shop: text(51..60)', 60)).toEqual([]);
});

it('takes minutes that only their value can tell, and no text that is one parameter', () => {
  checkStep(`${validity}(pin: "1234", codeValidityTime: "{a}{b}") lang en`, [], { params: 'a: text, b: text' });
  checkStep(`${validity}(pin: "1234", codeValidityTime: "{a}0") lang en`, [], { params: 'a: int(0..9)' });
  checkStep(`${validity}(pin: "1234", codeValidityTime: {minutes}) lang en`, [], { params: 'minutes: int' });
  const wrong = ['FO3047: `codeValidityTime` is a whole number of minutes, 1 or more'];
  checkStep('viber template otp(pin: "1234", codeValidityTime: ⟦{minutes}⟧) lang en', wrong, {
    before: 'template otp(pin: text, codeValidityTime: text) "bed0942f-e07e-4879-834b-29cc4cf3ec35"',
    params: 'minutes: text',
  });
  checkStep(`${validity}(pin: "1234", codeValidityTime: ⟦{minutes}⟧) lang en`, wrong, {
    params: 'minutes: int(-5..60)',
  });
  for (const minutes of ['"0"', '"05"', '"1.5"', '"1000000"', '""', '-5'])
    checkStep(`${validity}(pin: "1234", codeValidityTime: ⟦${minutes}⟧) lang en`, wrong);
});

it('says of a declared template what it lacks where it is declared', () => {
  checkStep(
    'viber template otp(name: "Alex") lang en',
    ["FO4019: Routee's predefined template “basic” takes `pin`; here it has `name`"],
    {
      before: 'template otp⟦(name: text)⟧ "0aac888f-2ee2-4112-9659-1755a951966a"',
    },
  );
});
