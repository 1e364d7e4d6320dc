import { describe, expect, it } from 'vitest';
import { checkFile } from '../check/check.js';

const id = '"11111111-2222-3333-4444-555555555555"';

describe('a name', () => {
  it.each([
    ['let', 'let api = "a"\nlet ⟦api⟧ = "b"', 'api'],
    ['sender', 'sender acme { sms "ACME" }\nsender ⟦acme⟧ { sms "ACME" }', 'acme'],
    ['template', `template otp ${id}\ntemplate ⟦otp⟧ ${id}`, 'otp'],
  ])('of a %s is declared once', (what, source, name) => {
    const { diagnostics } = checkFile(source, [`FO2004: The ${what} \`${name}\` is declared twice`]);
    expect(diagnostics[0]?.related).toMatchObject([{ message: 'first declared here', length: name.length }]);
  });

  it('of a flow is declared once, and the flow named after the file counts', () => {
    const steps = 'sms "Hi" from "ACME" then sms "Ho" from "ACME"';
    checkFile(`flow a { ${steps} }\nflow ⟦a⟧ { ${steps} }`, ['FO2004: The flow `a` is declared twice']);
    checkFile(`flow main { ${steps} }\n⟦sms⟧ "Hi" from "ACME" then sms "Ho" from "ACME"`, [
      'FO2004: The flow `main` is declared twice',
    ]);
  });

  it('may mean one thing of each kind', () => {
    checkFile(
      `let acme = "ACME"\nsender acme { sms "{acme}" }\ntemplate acme ${id}\nflow acme { viber template acme lang en from "0094d198-4dd2-4fb5-b451-d46aca191b27" then sms "Hi" }`,
    );
  });
});

describe('a sender', () => {
  it('has one id on each channel', () => {
    checkFile('sender acme { sms "ACME" ⟦sms⟧ "Acme" }', ['FO2026: `sms` stands twice in this sender']);
  });
});

describe('a template', () => {
  it('has one wording in each language', () => {
    checkFile(`template hi ${id} { lang en "Hi" lang ⟦en⟧ "Hello" }`, ['FO2025: The language `en` stands twice']);
  });

  it('is worded with all of its parameters', () => {
    checkFile(`template hi(name: text, day: text) ${id} { lang en "Hi {name}, see you on {day}" lang el }`);
    checkFile(`template hi(name: text, day: text) ${id} { lang en ⟦"Hi {name}"⟧ }`, [
      'FO2023: The `en` wording does not use the parameter `day`',
    ]);
  });

  it('is worded with nothing else', () => {
    const misspelt = checkFile(`template hi(name: text) ${id} { lang en "Hi {⟦nam⟧} {name}" }`, [
      'FO2024: The template `hi` has no parameter `nam`; did you mean `name`?',
    ]);
    expect(misspelt.fixes.map(({ title }) => title)).toEqual(['Write `name`']);
    checkFile(`let day = "Monday"\ntemplate hi ${id} { lang en "See you on {⟦day⟧}" }`, [
      'FO2024: The template `hi` has no parameter `day`',
    ]);
  });
});

describe('a parameter', () => {
  const template = (params: string) => `template hi(${params}) ${id}`;

  it('is declared once', () => {
    checkFile(template('name: text, ⟦name⟧: int'), ['FO2022: The parameter `name` is declared twice']);
  });

  it('has a range that holds something', () => {
    checkFile(template('a: text(0..0), b: text(..5), c: text(5..), d: int(-5..-5)'));
    checkFile(template('a: text(⟦5..4⟧)'), ['FO2028: The range `5..4` holds nothing: `5` is more than `4`']);
    checkFile(template('a: int(⟦1..-1⟧)'), ['FO2028: The range `1..-1` holds nothing: `1` is more than `-1`']);
    checkFile(template('a: text(⟦-1..⟧)'), [
      'FO2028: The range `-1..` holds nothing: a text has at least 0 characters',
    ]);
    checkFile(template('a: text(⟦..-1⟧)'), [
      'FO2028: The range `..-1` holds nothing: a text has at least 0 characters',
    ]);
  });

  it('has a default of its type', () => {
    checkFile(
      template(
        'a: text = "", b: int = -1, c: url = "https://acme.com", d: phone = "+306912345678", e: lang(en, el) = "el"',
      ),
    );
    checkFile(template('a: text = ⟦5⟧'), ['FO2029: The default of `a` is not a text (`text`): it is a number']);
    checkFile(template('a: int = ⟦"5"⟧'), ['FO2029: The default of `a` is not a whole number (`int`): it is a text']);
    checkFile(template('a: url = ⟦"acme"⟧'), ['FO2029: The default of `a` is not an address (`url`): it is `acme`']);
    checkFile(template('a: phone = ⟦"6912345678"⟧'), [
      'FO2029: The default of `a` is not a number in E.164 form, such as `+306912345678` (`phone`): it is `6912345678`',
    ]);
    checkFile(template('a: lang(en, el) = ⟦"fr"⟧'), [
      'FO2029: The default of `a` is not one of the languages `en` or `el`: it is `fr`',
    ]);
    checkFile(template('a: int = ⟦9007199254740992⟧'), [
      'FO2029: The default of `a` is not a whole number (`int`): it is a number beyond 9,007,199,254,740,991',
    ]);
  });

  it('has a default within its range', () => {
    checkFile(template('a: text(4..10) = ⟦"123"⟧'), [
      'FO2029: The default of `a` is not a text of 4 to 10 characters: it has 3 characters',
    ]);
    checkFile(template('a: int(1..5) = ⟦6⟧'), [
      'FO2029: The default of `a` is not a whole number from 1 to 5: it is 6',
    ]);
  });

  it('has a default without holes', () => {
    checkFile(`let api = "a"\n${template('a: text = "⟦{api}⟧"')}`, ['FO2011: A default cannot have a hole']);
  });
});
