import { compare } from '@failover/compiler/compare';
import { describe, expect, it } from 'vitest';
import { brand, changes, comparisons, edited, login, sideOf } from './changes.js';

const sms = (text: string, more = '') => `sms "${text}" ttl 1m ${more}`;
const chain = (...steps: string[]) => `${brand}\nflow f(to: phone) { ${steps.join('\nthen ')} }`;

describe('steps', () => {
  it('that came, went or moved are told as such', () => {
    const [a, b, c] = [sms('First of all'), sms('Second to none'), 'voice say "Third" lang en-US'];
    expect(changes(chain(a, b), chain(a))).toEqual([
      'sms (step 2) is gone: it sends `Second to none`',
      'all of it is over after 1 min at the latest (was 2 min)',
    ]);
    expect(changes(chain(a), chain(b, a))).toEqual([
      'sms (step 1) is new: it sends `Second to none`',
      'sms (step 2) now starts after 1 min at the latest (was at once)',
      'all of it is over after 2 min at the latest (was 1 min)',
    ]);
    expect(changes(chain(a, c), chain(c, a))).toEqual([
      'sms is now step 2 (was step 1)',
      'voice now starts at once (was 1 min)',
      'sms now starts after a call at the latest (was at once)',
    ]);
  });

  it('are compared where they moved to', () => {
    const old = chain(sms('One two three four'), sms('Five six seven eight'), 'voice say "x" lang en-US');
    const next = chain(sms('Five six seven eight', 'flash'), sms('One two three four'), 'voice say "x" lang en-US');
    expect(changes(old, next)).toContain('sms (step 1) is now sent with `flash`');
    expect(changes(old, next)).toContainEqual(expect.stringMatching(/^sms is now step \d \(was step \d\)$/));
  });

  it('of another channel in the same place are told once', () => {
    expect(changes(chain(sms('Hello')), chain('voice say "Hello" lang en-US'))).toEqual([
      'step 1 is now voice, and says `Hello` (was sms, and sends `Hello`)',
      'all of it is over after a call at the latest (was 1 min)',
    ]);
  });

  it('of which many are alike are matched in their order', () => {
    const many = Array.from({ length: 600 }, (_, index) => sms(`Message ${index}`));
    const next = many.with(300, sms('Message 300', 'flash'));
    expect(changes(chain(...many), chain(...next))).toEqual(['sms (step 301) is now sent with `flash`']);
  });
});

describe('parameters', () => {
  const list = 'to: phone, pin: text(4..10)';
  it.each([
    [list, `${list}, extra: int`, 'callers must now pass `extra`: a whole number (`int`)'],
    [list, `${list}, extra: int = 7`, 'callers may now pass `extra`: a whole number (`int`); without it, `7` is taken'],
    [
      list,
      'to: phone, pin: text(4..6)',
      '`pin` must now be a text of 4 to 6 characters (was a text of 4 to 10 characters)',
    ],
    [list, `${list} = "1234"`, 'callers need no longer pass `pin`: without it, `1234` is taken'],
    [list, 'pin: text(4..10), to: phone', ''],
  ])('%s → %s', (was, is, said) => {
    const flow = (params: string) => `${brand}\nflow f(${params}) { sms "{pin}" }`;
    expect(changes(flow(was), flow(is))).toEqual(said === '' ? [] : [said]);
    const back = changes(flow(is), flow(was));
    expect(back).toHaveLength(said === '' ? 0 : 1);
  });

  it('that lost their default must be passed', () => {
    const flow = (params: string) => `${brand}\nflow f(to: phone, ${params}) { sms "{n}" }`;
    expect(changes(flow('n: text = "a"'), flow('n: text'))).toEqual([
      'callers must now pass `n` (without it, `a` was taken)',
    ]);
    expect(changes(flow('n: text = "a"'), flow('n: text = "b"'))).toEqual(['without `n`, `b` is taken (was `a`)']);
    expect(changes(flow('n: text(..5)'), flow('n: text(..9)'))).toEqual([
      '`n` may now be more: a text of at most 9 characters (was a text of at most 5 characters)',
    ]);
    expect(changes(flow('n: text'), flow('n: int'))).toContain(
      '`n` must now be a whole number (`int`) (was a text (`text`))',
    );
  });

  it('that are called otherwise change no text', () => {
    const flow = (name: string) => `${brand}\nflow f(to: phone, ${name}: text(4..10)) { sms "Code {${name}}" }`;
    expect(changes(flow('pin'), flow('code'))).toEqual(['callers must now pass `pin` as `code`']);
    const other = flow('code').replace('Code', 'Number');
    expect(changes(flow('pin'), other)).toEqual([
      'callers must now pass `pin` as `code`',
      'the text of sms has changed: Code {code} → Number {code}',
    ]);
  });
});

describe('flows', () => {
  const flow = (name: string, text: string) => `flow ${name} { sms "${text}" }\n`;
  const old = brand + flow('first', 'The first of them') + flow('second', 'The second of them');

  it('that came or went are told as such', () => {
    expect(changes(old, old + flow('third', 'Quite another thing'))).toEqual(['it is new: sms']);
    expect(changes(old, brand + flow('first', 'The first of them'))).toEqual(['it is gone']);
  });

  it('that are called otherwise are known by what they send', () => {
    expect(changes(old, old.replace('flow second', 'flow last'))).toEqual(['it is now called `last` (was `second`)']);
    expect(changes(old, old.replace('flow second', 'flow last').replace('The second', 'The last'))).toEqual([
      'it is now called `last` (was `second`)',
      'the text of sms has changed: The second of them → The last of them',
    ]);
  });

  it('are the same in another file, and steps at the end of a file are called after it', () => {
    expect(changes({ 'a.failover': old }, { 'b.failover': old })).toEqual([]);
    const chained = (name: string, text: string) => ({ [`${name}.failover`]: `${brand}sms "${text}"` });
    expect(changes(chained('a', 'One'), chained('b', 'One'))).toEqual(['it is now called `b` (was `a`)']);
    expect(changes(chained('a', 'One'), chained('a', 'Two'))).toEqual(['the text of sms has changed: One → Two']);
  });

  it('are told with what matters most first', () => {
    const next = brand + flow('first', 'Another first') + flow('third', 'Unlike anything');
    expect(comparisons(old, next).map(({ name, changes: [change] }) => [name, change?.kind])).toEqual([
      ['second', 'flow-removed'],
      ['third', 'flow-added'],
      ['first', 'wording'],
    ]);
  });

  it('have places on the sides where they are', () => {
    const [gone] = comparisons(old, brand + flow('first', 'The first of them'));
    expect(gone).toMatchObject({ new: undefined, old: { offset: old.indexOf('second'), length: 'second'.length } });
    const next = login.replace('10m', '2m');
    const [changed] = comparisons(login, next);
    const ttl = changed?.changes.find(({ kind }) => kind === 'ttl');
    expect(ttl).toMatchObject({
      old: { offset: login.indexOf('ttl 10m'), length: 7 },
      new: { offset: next.indexOf('ttl 2m'), length: 6 },
      step: { channel: 'viber', old: 1, new: 1 },
    });
  });

  it('go to another endpoint or tell another address', () => {
    const plain = `${brand}flow f(to: phone) { sms "x" }`;
    expect(changes(plain, plain.replace('flow f', 'transactional flow f'))).toEqual([
      'it is now sent to `/failover/transactional`, the transactional endpoint (was `/failover`)',
    ]);
    expect(edited('{\n  viber template', '{\n  callback "https://a.com" on step\n  viber template')).toEqual([
      'the flow now has a callback: `https://a.com` at every step',
    ]);
  });
});

describe('no change', () => {
  it.each([
    ['comments', 'flow login', '// why\n/// What it is.\nflow login'],
    ['a let', '"Your code is {pin}" ttl', '"{words} {pin}" ttl', 'let words = "Your code is"\n'],
    ['a ttl in other units', 'ttl 10m', 'ttl 600s'],
    ['clauses in another order', 'lang en ttl 10m', 'ttl 10m lang en'],
    ['an argument that is written', 'template otp lang', 'template otp(pin: {pin}) lang'],
    [
      'an id in the place of a template',
      'template otp lang',
      'template "0aac888f-2ee2-4112-9659-1755a951966a"(pin: {pin}) lang',
    ],
    ['the wording of a template', 'lang en lang el', 'lang en "It is {pin}." lang el'],
    ['a sender that is written', 'ttl 5m', 'ttl 5m from acme'],
    ['parameters that are not written', '(to: phone, pin: text(4..10)) {', '{'],
    ['a text on several lines', '"Your code is {pin}" ttl', '"""\n    Your code is {pin}\n    """ ttl'],
  ])('is %s', (_, was, is, before = '') => {
    expect(changes(login, login.replace(was, is).replace('sender acme', `${before}sender acme`))).toEqual([]);
  });
});

describe('faults', () => {
  it('that came or went are told, and the rest is compared', () => {
    const faulty = login.replace('{pin}" ttl', '{pni}" ttl').replace('10m', '2m');
    expect(changes(login, faulty)).toEqual([
      'it now has an error (FO2001: The flow `login-code` has no parameter or let `pni`; did you mean `pin`?)',
      'sms now starts after 2 min at the latest (was 10 min)',
      'voice now starts after 7 min at the latest (was 15 min)',
      'all of it is over after 7 min and a call at the latest (was 15 min and a call)',
      'viber is now tried for 2 min (was 10 min)',
      'the text of sms cannot be compared: one side has names that nothing declares',
    ]);
    expect(changes(faulty, login)[0]).toMatch(/^it no longer has an error \(FO2001: /);
    expect(changes(faulty, faulty)).toEqual([]);
  });

  it('of the grammar leave nothing to compare', () => {
    const broken = login.replace('ttl 5m', 'ttl');
    expect(changes(login, broken)).toEqual([
      expect.stringMatching(/^it now has an error \(FO1020: .*\), so what has changed cannot be told$/),
    ]);
    expect(changes(broken, login)).toEqual([
      expect.stringMatching(/^it no longer has an error \(FO1020: .*\), so what has changed cannot be told$/),
    ]);
    expect(changes(broken, broken.replace('10m', '2m'))).toEqual([
      expect.stringMatching(/^it cannot be compared, since it has an error \(FO1020: /),
    ]);
    expect(changes(broken, broken.replace('// why', ''))).toEqual([]);
  });

  it('may hide a flow that is there', () => {
    const hidden = `${brand}\n)))`;
    expect(changes(hidden, login)[0]).toMatch(/^it is new, or could not be read before: `main.failover` had an error/);
    expect(changes(login, hidden)[0]).toMatch(/^it is not there any more, or cannot be read: `main.failover` has an/);
    const unreadable = { ...sideOf({}), unreadable: new Map([['main.failover', 'it is UTF-16']]) };
    const [flow] = compare(unreadable, sideOf(login));
    expect(flow?.changes.map(({ kind }) => kind)).toEqual(['flow-not-compared']);
  });

  it('of imports are taken for what they are', () => {
    const own = login.slice(brand.length);
    const old = { 'main.failover': `import "./brand.failover"\n${own}` };
    const next = { 'main.failover': `import "./brand.failover"\n${own.replace('10m', '2m')}` };
    const said = changes(old, next);
    expect(said).toContain('sms now starts after 2 min at the latest (was 10 min)');
    expect(said.join()).not.toContain('cannot be compared');
    expect(changes(old, old)).toEqual([]);
    const whole = changes(old, { ...old, 'brand.failover': brand });
    expect(whole).toEqual([
      'the sender of viber, the template of viber, the arguments of the template of viber, the sender of sms and the sender of voice cannot be compared: one side has names that nothing declares',
    ]);
  });
});
