import { describe, expect, it } from 'vitest';
import { typeText } from '../../src/names/types.js';
import { acme, checkFile, uriOf } from '../check/check.js';

/** The parameters of the only flow, as a list would write them. */
function parameters(source: string): string {
  const { program } = checkFile(`${acme}\n${source}`);
  const [flow] = program.flows(uriOf('main.failover'));
  return (flow?.parameters ?? []).map(({ name, type }) => `${name}: ${type && typeText(type)}`).join(', ');
}

const template =
  'template hi(name: text(1..20), times: int(1..9)) "11111111-2222-3333-4444-555555555555" { lang en lang el }';

describe('without a list, a flow has the parameters that its places need', () => {
  it('in the order of first use: of each step the recipient, then what it sends', () => {
    expect(parameters('sms "Hi {name}" then sms "Bye {name} {friend}"')).toBe('to: phone, name: text, friend: text');
    expect(parameters('callback {hook}\nsms "{a}" to "+306912345678" label "{b}" then sms "{a} {c}"')).toBe(
      'hook: url, a: text, b: text, to: phone, c: text',
    );
  });

  it('with the type that each place asks for', () => {
    expect(parameters('viber "Hi" image {picture} button "Go" {page} then sms "{words}" to {friend}')).toBe(
      'to: phone, picture: url, page: url, words: text, friend: phone',
    );
    expect(
      parameters('voice play {sound} to sip {address} then voice say "Hi" lang en-US machine continue {plan}'),
    ).toBe('sound: url, address: text, to: phone, plan: url');
  });

  it('a text that is one hole asks the same as the hole alone', () => {
    expect(parameters('viber image "{picture}" then sms "Hi"')).toBe('to: phone, picture: url');
    expect(parameters('viber image "https://acme.com/{picture}" then sms "Hi"')).toBe('to: phone, picture: text');
  });

  it('those of its template, with their ranges', () => {
    expect(parameters(`${template}\nviber template hi lang en then sms "Hi {name}"`)).toBe(
      'to: phone, name: text(1..20), times: int(1..9)',
    );
    expect(parameters(`${template}\nviber template hi(name: {who}, times: 2) lang {language} then sms "Hi"`)).toBe(
      'to: phone, who: text(1..20), language: lang(en, el)',
    );
  });

  it('of a predefined template what Routee takes', () => {
    const validity = 'viber template "bed0942f-e07e-4879-834b-29cc4cf3ec35"(pin: {pin}, codeValidityTime: {minutes})';
    expect(parameters(`${validity} lang en then sms "Hi"`)).toBe('to: phone, pin: text(4..10), minutes: int(1..)');
  });

  it('narrowed by every place together', () => {
    expect(parameters('sms "{x}" then viber image {x} then sms "Hi {x}"')).toBe('to: phone, x: url');
    const other = 'template ho(name: text(5..30)) "11111111-2222-3333-4444-555555555556"';
    expect(
      parameters(`${template}\n${other}\nviber template hi(times: 1) lang en then viber template ho lang en`),
    ).toBe('to: phone, name: text(5..20)');
  });

  it('a let is no parameter', () => {
    expect(parameters('let shop = "ACME"\nsms "{shop} {name}" then sms "Hi"')).toBe('to: phone, name: text');
  });

  it('never with two types at once', () => {
    const { diagnostics } = checkFile(`${acme}\nviber image {x} then sms "Hi" to {⟦x⟧}`, [
      'FO2027: `x` would have to be an address that starts with `https://` (`url`) and a number in E.164 form, such as `+306912345678` (`phone`) at once',
    ]);
    expect(diagnostics[0]?.related).toMatchObject([{ message: 'first used here' }]);
    const other = 'template ho(name: text(30..40)) "11111111-2222-3333-4444-555555555556"';
    checkFile(`${acme}\n${template}\n${other}\nviber template hi(times: 1) lang en then viber template ⟦ho⟧ lang en`, [
      'FO2027: `name` would have to be a text of 1 to 20 characters and a text of 30 to 40 characters at once',
    ]);
  });

  it('unless the flow says that it has none', () => {
    const { fixes } = checkFile(`${acme}\nflow a(to: phone) { sms "Hi {⟦name⟧}" then viber image {⟦logo⟧} }`, [
      'FO2001: The flow `a` has no parameter or let `name`',
      'FO2001: The flow `a` has no parameter or let `logo`',
    ]);
    expect(fixes.map(({ title }) => title)).toEqual([
      ...['Add the parameter `name: text`', 'Add the parameter `logo: url`'],
    ]);
    expect(fixes[0]?.text).toContain('flow a(to: phone, name: text) {');
  });

  it('and then the one to add fits all places of the name', () => {
    const { fixes } = checkFile(
      `${acme}\nflow a(to: phone) { sms "See {⟦logo⟧}" then viber image {⟦logo⟧} then sms "See {⟦logo⟧}" }`,
      Array(3).fill('FO2001: The flow `a` has no parameter or let `logo`'),
    );
    expect(fixes.map(({ title }) => title)).toEqual(Array(3).fill('Add the parameter `logo: url`'));
  });
});

describe('a hole', () => {
  it('is told once, and the name that was meant', () => {
    const { fixes } = checkFile(
      `${acme}\nlet shop = "ACME"\nflow a(to: phone, name: text) { sms "{⟦nmae⟧} {shop} {name}" then viber "Hi" }`,
      ['FO2001: The flow `a` has no parameter or let `nmae`; did you mean `name`?'],
    );
    expect(fixes.map(({ title }) => title)).toEqual(['Write `name`', 'Add the parameter `nmae: text`']);
  });

  it('means the parameter where a let has the same name', () => {
    const { program } = checkFile(
      `${acme}\nlet x = "let"\nflow a(to: phone, ⟦x⟧: text) { sms "{x}" then viber "Hi" }\nflow b(to: phone) { sms "{x}" then viber "Hi" }`,
      ['FO4022: The parameter `x` hides the let of the same name'],
    );
    const bodies = program.flows(uriOf('main.failover')).map((flow) => program.bundle(flow).payload.flow);
    expect(bodies).toMatchObject([
      [{ message: { body: '{x}' } }, {}],
      [{ message: { body: 'let' } }, {}],
    ]);
  });
});

describe('a declared parameter', () => {
  it.each([
    ['x: text', 'viber image {⟦x⟧}', '`text`', 'an address that starts with `https://` (`url`)', 'url'],
    ['x: int', 'sms "Hi" to {⟦x⟧}', '`int`', 'a number in E.164 form, such as `+306912345678` (`phone`)', 'phone'],
    ['x: phone', 'viber "Hi" button "Go" {⟦x⟧}', '`phone`', 'an address (`url`)', 'url'],
    ['x: int', 'voice say "Hi" lang en-US to sip {⟦x⟧}', '`int`', 'a text (`text`)', 'text'],
  ])('%s has the type that its place asks for: %s', (param, step, type, wanted, mended) => {
    const { fixes } = checkFile(`${acme}\nflow a(to: phone, ${param}) { ${step} then sms "Bye" }`, [
      `FO2017: \`x\` is ${type}, but this place needs ${wanted}`,
    ]);
    expect(fixes.map(({ title }) => title)).toEqual([`Write \`${mended}\``]);
  });

  it('may stand in a text, whatever its type is', () => {
    checkFile(`${acme}\nflow a(to: phone, n: int, u: url, l: lang(en, el)) { sms "{to} {n} {u} {l}" then viber "Hi" }`);
  });

  it('has no wider range than its template', () => {
    const { fixes } = checkFile(
      `${acme}\n${template}\nflow a(to: phone, name: text(0..40), times: int(1..9)) { viber template ⟦hi⟧ lang en then sms "Hi" }`,
      ['FO2033: `name` may have 0 to 40 characters, but this place takes 1 to 20 characters'],
    );
    expect(fixes[0]?.text).toContain('name: text(1..20)');
    checkFile(
      `${acme}\n${template}\nflow a(to: phone, name: text(5..40), n: int(0..5)) { viber template hi(name: {⟦name⟧}, times: {⟦n⟧}) lang en then sms "Hi" }`,
      [
        'FO2033: `name` may have 5 to 40 characters, but this place takes 1 to 20 characters',
        'FO2033: `n` may be from 0 to 5, but this place takes from 1 to 9',
      ],
    );
  });

  it('without a range has that of its template when it is bound', () => {
    const { program } = checkFile(
      `${acme}\n${template}\nflow a(to: phone, name: text, times: int) { viber template hi lang en then sms "Hi" }`,
    );
    const [flow] = program.flows(uriOf('main.failover'));
    expect(flow && program.bundle(flow).params.properties).toMatchObject({
      name: { minLength: 1, maxLength: 20 },
      times: { minimum: 1, maximum: 9 },
    });
  });

  it('names only languages that the template has', () => {
    checkFile(
      `${acme}\n${template}\nflow a(to: phone, name: text(1..20), l: lang(en, de)) { viber template hi(times: 1) lang {⟦l⟧} then sms "Hi" }`,
      ['FO2030: `l` may be `de`, but the template `hi` has only `en` and `el`'],
    );
  });

  it('is a language where a language is wanted', () => {
    checkFile(
      `${acme}\n${template}\nflow a(to: phone, name: text(1..20), l: text) { viber template hi(times: 1) lang {⟦l⟧} then sms "Hi" }`,
      ['FO2017: `l` is `text`, but this place needs one of the languages `en` or `el`'],
    );
  });
});
