import { describe, expect, it } from 'vitest';
import {
  definitionAt,
  documentationOf,
  namesInScope,
  referencesAt,
  symbolAt,
  typeAt,
} from '../../src/names/queries.js';
import { typeText } from '../../src/names/types.js';
import type { Program } from '../../src/program.js';
import { endOf } from '../../src/text/span.js';
import { acme, programOf, unmark, uriOf } from '../check/check.js';

const main = uriOf('main.failover');

interface Opened {
  readonly program: Program;
  /** Where the cursor `‸` stands in the first file. */
  readonly offset: number;
  /** The marked places, as `file offset text`. */
  readonly marks: readonly string[];
  readonly show: (place: { uri: string; offset: number; length: number }) => string;
}

/** Files with a cursor `‸` in the first one, and marks ⟦…⟧ around the places that are expected. */
function open(source: string, files: Readonly<Record<string, string>> = {}): Opened {
  const texts = new Map<string, string>();
  const marks: string[] = [];
  const offset = unmark(source).text.indexOf('‸');
  for (const [path, marked] of Object.entries({ 'main.failover': source, ...files })) {
    const { text, found } = unmark(marked.replace('‸', ''));
    texts.set(uriOf(path), text);
    marks.push(...found.map((mark) => show({ uri: uriOf(path), ...mark })));
  }
  function show(place: { uri: string; offset: number; length: number }): string {
    return `${place.uri.replace(uriOf(''), '')} ${place.offset} ${texts.get(place.uri)?.slice(place.offset, endOf(place))}`;
  }
  return { program: programOf(texts), offset, marks, show };
}

function expectDefinition(source: string, files?: Readonly<Record<string, string>>): void {
  const { program, offset, marks, show } = open(source, files);
  const found = definitionAt(program, main, offset);
  expect(found === undefined ? [] : [show(found)]).toEqual(marks);
}

function expectReferences(source: string, files?: Readonly<Record<string, string>>): void {
  const { program, offset, marks, show } = open(source, files);
  expect(referencesAt(program, main, offset).map(show).toSorted()).toEqual(marks.toSorted());
}

const brand = `/// The shop.
sender ⟦acme⟧ { sms "ACME" viber "0094d198-4dd2-4fb5-b451-d46aca191b27" }`;

describe('the definition', () => {
  it('of a let, sender and template', () => {
    expectDefinition('let ⟦api⟧ = "a"\nsms "{a‸pi}" from "ACME"');
    expectDefinition('import "./brand.failover"\nsms "Hi" from ac‸me', { 'brand.failover': brand });
    expectDefinition('template ⟦hi⟧ "11111111-2222-3333-4444-555555555555"\nviber template hi‸ lang en');
  });

  it('of a parameter of a flow and of a template', () => {
    expectDefinition('flow a(⟦name⟧: text) { sms "Hi {na‸me}" }\nflow b(name: text) { sms "Hi {name}" }');
    expectDefinition('template hi(⟦name⟧: text) "x" { lang en "Hi {‸name}" }');
    expectDefinition('template hi(⟦name⟧: text) "x"\nviber template hi(na‸me: "Alex") lang en');
  });

  it('of a language of a template', () => {
    expectDefinition('template hi "x" { lang en lang ⟦el⟧ }\nviber template hi lang ‸el');
  });

  it('of an inferred parameter is its first use', () => {
    expectDefinition('sms "Hi {⟦name⟧}" then sms "Bye {na‸me}"');
  });

  it('of a declaration is itself, also with the cursor at its end', () => {
    expectDefinition('flow ⟦hello⟧‸ { sms "Hi" }');
  });

  it('of anything else is none', () => {
    expectDefinition('sms "H‸i"');
    expectDefinition('s‸ms "Hi"');
  });
});

describe('the references', () => {
  it('are every place of the program that names it, the declaration among them', () => {
    expectReferences('import "./brand.failover"\nfrom ⟦acme⟧\nsms "Hi" then sms "Ho" from ⟦ac‸me⟧', {
      'brand.failover': `${brand}\nsms "Hi" from ⟦acme⟧`,
    });
    expectReferences('flow a(⟦na‸me⟧: text) { sms "Hi {⟦name⟧} {⟦name⟧}" }\nflow b(name: text) { sms "{name}" }');
  });

  it('leave out what is taken without being written', () => {
    expectReferences('sender ⟦ac‸me⟧ { sms "ACME" }\nsms "Hi" then sms "Ho" from ⟦acme⟧');
    expectReferences('flow a(⟦t‸o⟧: phone) { sms "Hi" then sms "Call {⟦to⟧}" }');
  });

  it('of a template parameter: its wordings and arguments', () => {
    expectReferences(
      'template hi(⟦name⟧: text) "x" { lang en "Hi {⟦name⟧}" lang de "Hallo {⟦na‸me⟧}" }\nviber template hi(⟦name⟧: "Alex") lang en',
    );
  });

  it('of an inferred parameter: its uses in that flow', () => {
    expectReferences('sms "Hi {⟦na‸me⟧}" then sms "Bye {⟦name⟧}"\n');
  });

  it('of nothing are none', () => {
    expectReferences('sms "H‸i"');
  });
});

describe('the names in scope', () => {
  const names = (source: string, files?: Readonly<Record<string, string>>) => {
    const { program, offset } = open(source, files);
    const { flow, ...lists } = namesInScope(program, main, offset);
    const named = Object.entries(lists).map(([kind, list]) => [kind, list.map(({ name }) => name).join(' ')]);
    return { ...Object.fromEntries(named), flow: flow?.name };
  };

  it('are those of the file and its imports, and the parameters of the flow around the place', () => {
    const source =
      'import "./brand.failover"\nlet api = "a"\nflow a(to: phone, pin: text) { sms "{‸pin}" }\nflow b(x: int) { sms "Hi" }';
    expect(names(source, { 'brand.failover': `${brand}\ntemplate otp "x"\nlet host = "h"` })).toEqual({
      ...{ senders: 'acme', templates: 'otp', lets: 'api host', parameters: 'to pin', flow: 'a' },
    });
  });

  it('have no parameters outside a flow', () => {
    expect(names('let api = "a"‸\n\nflow a(to: phone) { sms "Hi" }')).toEqual({
      ...{ senders: '', templates: '', lets: 'api', parameters: '', flow: undefined },
    });
  });

  it('are none in a file that cannot be read', () => {
    expect(namesInScope(programOf(new Map()), main, 0)).toEqual({
      ...{ senders: [], templates: [], lets: [], parameters: [], flow: undefined },
    });
  });
});

describe('the type', () => {
  const type = (source: string) => {
    const { program, offset } = open(source);
    const found = typeAt(program, main, offset);
    return found && typeText(found);
  };

  it('of a parameter is what its declaration and its uses leave', () => {
    expect(type('flow a(to: phone, x: text(..20)) { sms "{‸x}" }')).toBe('text(..20)');
    expect(type('template hi(x: text(5..)) "x"\nflow a(to: phone, x‸: text(..20)) { viber template hi lang en }')).toBe(
      'text(5..20)',
    );
    expect(type('sms "Hi {‸x}" then viber image {x}')).toBe('url');
  });

  it('of a template parameter is declared, that of a let is text', () => {
    expect(type('template hi(x‸: lang(en, el)) "x"')).toBe('lang(en, el)');
    expect(type('let a‸ = "x"')).toBe('text');
  });

  it('of anything else is none', () => {
    expect(type('sender ac‸me { sms "ACME" }')).toBeUndefined();
    expect(type('flow a(x‸: txt) { sms "{x}" }')).toBeUndefined();
  });
});

describe('the documentation', () => {
  const docs = (source: string, files?: Readonly<Record<string, string>>) => {
    const { program, offset } = open(source, files);
    const found = symbolAt(program, main, offset);
    return found && documentationOf(program, found.symbol);
  };

  it('is the `///` lines before a declaration or parameter, of another file too', () => {
    expect(docs('/// Where we\n/// live.\nlet api = "a"\nsms "{a‸pi}"')).toBe('Where we\nlive.');
    expect(docs('import "./brand.failover"\nsms "Hi" from ac‸me', { 'brand.failover': brand })).toBe('The shop.');
    expect(docs('flow a(\n  /// The code.\n  pin: text\n) { sms "{pi‸n}" }')).toBe('The code.');
    expect(docs('/// Says hello.\nflow hel‸lo { sms "Hi" }')).toBe('Says hello.');
  });

  it('may have comments between its lines, but nothing else', () => {
    expect(docs('/// One.\n// failover-ignore FO4013: shown later\nlet api‸ = "a"')).toBe('One.');
    expect(docs('/// One.\nlet a = "a" let b‸ = "b"')).toBeUndefined();
  });

  it('of an inferred parameter is none', () => {
    expect(docs('/// The first step.\nsms "Hi {na‸me}"')).toBeUndefined();
  });
});

it('answers in files with faults', () => {
  expectDefinition(`${acme}\nlet ⟦api⟧ = "a"\nflow a( { sms "{a‸pi}`);
  expectReferences(`${acme}\nlet ⟦api⟧ = "a"\nflow a(to: phone) { sms "{⟦a‸pi⟧}" ttl then viber }`);
});
