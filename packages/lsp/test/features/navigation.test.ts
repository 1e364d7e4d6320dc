import { describe, expect, it } from 'vitest';
import { definition } from '../../src/features/definition.js';
import { documentLinks } from '../../src/features/document-links.js';
import { highlights } from '../../src/features/highlights.js';
import { references } from '../../src/features/references.js';
import { snapshotOf } from '../support/marked.js';
import { shown, shownMarks, textAt } from './support.js';

async function expectDefinition(source: string): Promise<void> {
  const snapshot = await snapshotOf(source);
  const found = definition(snapshot, snapshot.cursor);
  expect(found === undefined ? [] : [shown(snapshot, found)]).toEqual(shownMarks(snapshot.marked));
}

async function expectReferences(source: string, withDeclaration = true): Promise<void> {
  const snapshot = await snapshotOf(source);
  const found = references(snapshot, snapshot.cursor, withDeclaration).map((one) => shown(snapshot, one));
  expect(found.toSorted()).toEqual(shownMarks(snapshot.marked).toSorted());
}

describe('the definition', () => {
  it('of a parameter that is used in a text', () =>
    expectDefinition('flow code(to: phone, ⟦pin⟧: text) { sms "Κωδικός 😀 {p‸in}" from "ACME" }'));

  it('of a let, a sender, a template and a language in another file', async () => {
    const brand = (marked: string) => `--- brand.failover\n${marked}`;
    const main = (use: string) => `import "./brand.failover"\r\n${use}\r\n`;
    await expectDefinition(main('sms "{a‸pi}"') + brand('let ⟦api⟧ = "a"'));
    await expectDefinition(main('sms "Hi" from ac‸me') + brand('sender ⟦acme⟧ { sms "ACME" }'));
    await expectDefinition(main('viber template ot‸p lang en') + brand('template ⟦otp⟧ "x"'));
    await expectDefinition(main('viber template otp lang e‸l') + brand('template otp "x" { lang en lang ⟦el⟧ }'));
    await expectDefinition(main('viber template otp(p‸in: "1")') + brand('template otp(⟦pin⟧: text) "x"'));
  });

  it('of an import is its file', () =>
    expectDefinition('import "./br‸and.failover"\n--- brand.failover\n⟦⟧let a = "b"'));

  it('of what leads nowhere is nothing', async () => {
    await expectDefinition('import "../../out‸side.failover"');
    await expectDefinition('import "./mis‸sing.failover"');
    await expectDefinition('sms "He‸llo"');
  });
});

describe('references', () => {
  it('go over every file of the project', () =>
    expectReferences(`import "./brand.failover"
sms "Hi" from ⟦acme⟧
--- brand.failover
sender ⟦ac‸me⟧ { sms "ACME" }
--- other.failover
import "./brand.failover"
flow one(to: phone) { from ⟦acme⟧ sms "acme" }
--- stranger.failover
sender acme { sms "ACME" }
flow two(to: phone) { sms "Hi" from acme }`));

  it('are not where nothing is written', () =>
    expectReferences(`sender ⟦acme⟧ { sms "ACME" viber "x" }
template otp(pin: text) "y"
flow code(to: phone, pin: text) { viber template otp then sms "{pin}" then sms "Bye" from ⟦ac‸me⟧ }`));

  it('can leave the declaration out', () => expectReferences('let a‸pi = "x"\nsms "{⟦api⟧}" from "{⟦api⟧}"', false));

  it('of a language are its uses', () =>
    expectReferences(`template otp "x" { lang ⟦e‸n⟧ lang el }
template other "y" { lang en }
viber template otp lang ⟦en⟧ then viber template other lang en`));
});

describe('highlights', () => {
  it('tell where the name gets its meaning', async () => {
    const snapshot = await snapshotOf('flow a(⟦name⟧: text, to: phone) { sms "Hi {⟦na‸me⟧}" }\nlet name = "x"');
    const found = highlights(snapshot, snapshot.cursor);
    expect(found.map(({ range, kind }) => `${textAt(snapshot, range)} ${kind}`)).toEqual(['name 3', 'name 2']);
    expect(found.map(({ range }) => shown(snapshot, { uri: snapshot.uri, range }))).toEqual(
      shownMarks(snapshot.marked),
    );
  });

  it('stay within the file', async () => {
    const snapshot = await snapshotOf('import "./b.failover"\nsms "{ap‸i} {api}"\n--- b.failover\nlet api = "x"');
    expect(highlights(snapshot, snapshot.cursor).map(({ kind }) => kind)).toEqual([2, 2]);
  });
});

describe('the links of a file', () => {
  it('are the paths that lead to a file of the project', async () => {
    const snapshot = await snapshotOf(`import "⟦./a b.failover⟧"
import "./missing.failover"
import "../outside.failover"
--- a%20b.failover
let a = "b"
`);
    const links = documentLinks(snapshot);
    expect(links.map(({ range }) => shown(snapshot, { uri: snapshot.uri, range }))).toEqual(
      shownMarks(snapshot.marked),
    );
    expect(links.map(({ target, tooltip }) => [target, tooltip])).toEqual([
      ['file:///project/a%20b.failover', 'Open a b.failover'],
    ]);
  });
});
