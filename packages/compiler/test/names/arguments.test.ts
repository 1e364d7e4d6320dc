import { describe, expect, it } from 'vitest';
import { acme, checkFile, uriOf } from '../check/check.js';

const id = '"11111111-2222-3333-4444-555555555555"';
const hi = `template hi(name: text(1..20), times: int(1..9) = 2) ${id}`;
const file = (use: string, params = 'to: phone') =>
  `${acme}\n${hi}\nflow a(${params}) { viber template ${use} lang en then sms "Bye" }`;

function templateParams(source: string): unknown {
  const { program } = checkFile(source);
  const [flow] = program.flows(uriOf('main.failover'));
  const steps = flow && (program.bundle(flow).payload.flow as unknown as { templateParams: unknown }[]);
  return steps?.[0]?.templateParams;
}

describe('a template', () => {
  it('is declared', () => {
    const { fixes } = checkFile(`${acme}\n${hi}\nflow a(to: phone) { viber template ⟦hii⟧ lang en then sms "Bye" }`, [
      'FO2003: No template `hii` is declared here or imported; did you mean `hi`?',
    ]);
    expect(fixes.map(({ title }) => title)).toEqual(['Write `hi`']);
  });
});

describe('an argument', () => {
  it('is written, in any order', () => {
    expect(templateParams(file('hi(times: 3, name: "Alex")'))).toEqual({ times: 3, name: 'Alex' });
  });

  it('is taken by its name from a parameter or a let, else from its default', () => {
    expect(templateParams(file('hi', 'to: phone, name: text(1..20)'))).toEqual({ name: '{name}', times: 2 });
    expect(templateParams(`let name = "Alex"\n${file('hi', 'to: phone, times: int(1..9)')}`)).toEqual({
      name: 'Alex',
      times: '{times}',
    });
    expect(templateParams(file('hi(name: "Alex")', 'to: phone'))).toEqual({ name: 'Alex', times: 2 });
  });

  it('means the same before and after the step that makes its name a parameter', () => {
    const bye = `template bye(times: int(1..9)) ${id}`;
    const steps = ['viber template hi(name: "Alex") lang en', 'viber template bye lang en'];
    for (const [first, second] of [steps, steps.toReversed()]) {
      const source = `${acme}\n${hi}\n${bye}\nflow a {\n  ${first}\n  then ${second}\n}`;
      const { program } = checkFile(source);
      const [flow] = program.flows(uriOf('main.failover'));
      expect(flow?.parameters.map(({ name }) => name).sort(), source).toEqual(['times', 'to']);
      const sent = flow?.steps.map(({ template }) => template?.arguments.find(({ name }) => name === 'times')?.value);
      expect(
        sent?.map((value) => typeof value),
        source,
      ).toEqual(['object', 'object']);
    }
  });

  it('that is missing is told, with a parameter to add', () => {
    const { fixes, diagnostics } = checkFile(file('⟦hi⟧'), [
      'FO2018: The template `hi` needs `name`, and there is no parameter or let of that name',
    ]);
    expect(fixes.map(({ title }) => title)).toEqual(['Add the parameter `name: text(1..20)`']);
    expect(diagnostics[0]?.related).toMatchObject([{ message: 'declared here' }]);
  });

  it('is one of the template', () => {
    const { fixes } = checkFile(file('hi(name: "Alex", ⟦tims⟧: 1)'), [
      'FO2019: The template `hi` has no parameter `tims`; did you mean `times`?',
    ]);
    expect(fixes.map(({ title }) => title)).toEqual(['Write `times`']);
    checkFile(file('hi(name: "Alex", ⟦colour⟧: "red")'), ['FO2019: The template `hi` has no parameter `colour`']);
  });

  it('is a number that JSON can say exactly, whatever the template takes', () => {
    checkFile(file('"0aac888f-ffff-4444-8888-999999999999"(n: ⟦9007199254740993⟧)', 'to: phone'), [
      'FO2020: `n` is a whole number (`int`), not a number beyond 9,007,199,254,740,991',
    ]);
  });

  it('is given once', () => {
    checkFile(file('hi(name: "Alex", ⟦name⟧: "Sam")'), ['FO2021: `name` is given twice']);
  });

  it('is a number for an int, and a text for any other type', () => {
    const text = checkFile(file('hi(name: "Alex", times: ⟦"3"⟧)'), [
      'FO2020: `times` is a whole number from 1 to 9, not a text',
    ]);
    expect(text.fixes.map(({ title }) => title)).toEqual(['Write `3`']);
    const number = checkFile(file('hi(name: ⟦7⟧)'), ['FO2020: `name` is a text of 1 to 20 characters, not a number']);
    expect(number.fixes.map(({ title }) => title)).toEqual(['Write `"7"`']);
    const long = checkFile(file(`hi(name: ⟦${'7'.repeat(15)}⟧, times: ⟦"10"⟧)`), [
      'FO2020: `name` is a text of 1 to 20 characters, not a number',
      'FO2020: `times` is a whole number from 1 to 9, not a text',
    ]);
    expect(long.fixes.map(({ title }) => title)).toEqual([`Write \`"${'7'.repeat(15)}"\``]);
    checkFile(file('hi(name: "Alex", times: ⟦"a{n}"⟧)', 'to: phone, n: int'), [
      'FO2020: `times` is a whole number from 1 to 9, not a text',
    ]);
    checkFile(file('hi(name: "Alex", times: {⟦n⟧})', 'to: phone, n: text'), [
      'FO2017: `n` is `text`, but this place needs a whole number from 1 to 9',
    ]);
  });

  it('is of the type, also where it is a let', () => {
    const template = `template see(page: url, l: lang(en, el) = "en") ${id}`;
    const see = (use: string) => `${acme}\n${template}\nviber template ${use} lang en then sms "Bye"`;
    checkFile(see('see(page: "https://acme.com")'));
    checkFile(see('see(page: ⟦"acme"⟧)'), ['FO2020: `page` is an address (`url`), not `acme`']);
    checkFile(see('see(page: "https://acme.com", l: ⟦"fr"⟧)'), [
      'FO2020: `l` is one of the languages `en` or `el`, not `fr`',
    ]);
    checkFile(`let page = "acme"\n${see('⟦see⟧')}`, ['FO2020: `page` is an address (`url`), not `acme`']);
    const again = 'then viber template see(page: {page}, l: "el") lang en then viber template see lang el';
    checkFile(`let page = "acme"\n${see('⟦see⟧')} ${again}`, ['FO2020: `page` is an address (`url`), not `acme`']);
  });

  it('is within the range', () => {
    checkFile(file(`hi(name: ⟦"${'x'.repeat(21)}"⟧)`), [
      'FO2032: The argument `name` has 21 characters: it takes 1 to 20 characters',
    ]);
    checkFile(file('hi(name: ⟦""⟧)'), ['FO2032: The argument `name` has 0 characters: it takes 1 to 20 characters']);
    checkFile(file('hi(name: "Alex", times: ⟦10⟧)'), ['FO2032: The argument `times` is 10: it takes from 1 to 9']);
    checkFile(file('hi(name: ⟦"Dear {who}"⟧)', 'to: phone, who: text(..16)'), [
      'FO2032: The argument `name` may have 21 characters: it takes 1 to 20 characters',
    ]);
    expect(templateParams(file('hi(name: "Dear {who}")', 'to: phone, who: text(..15)'))).toEqual({
      name: 'Dear {who}',
      times: 2,
    });
  });
});

describe('a template by its id', () => {
  const byId = (args: string) => `${acme}\nviber template ${id}${args} lang en then sms "Bye"`;

  it('takes any argument as it is', () => {
    expect(templateParams(byId('(a: "x", n: 5, b: {who})'))).toEqual({
      a: 'x',
      n: 5,
      b: '{who}',
    });
  });

  it('sends a parameter as a number where a later place says that it is one', () => {
    const typed = `template typed(n: int) ${id}`;
    const { program } = checkFile(
      `${acme}\n${typed}\nviber template ${id}(n: {n}) lang en then viber template typed(n: {n}) lang en`,
    );
    const [flow] = program.flows(uriOf('main.failover'));
    expect(flow && program.bundle(flow).holes.filter(({ at }) => at.endsWith('/n'))).toEqual([
      { at: '/flow/0/templateParams/n', parts: [{ param: 'n' }] },
      { at: '/flow/1/templateParams/n', parts: [{ param: 'n' }] },
    ]);
  });

  it('without parentheses has no templateParams at all', () => {
    expect(templateParams(byId(''))).toBeUndefined();
    expect(templateParams(byId('()'))).toEqual({});
  });
});
