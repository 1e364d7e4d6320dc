import { describe, expect, test } from 'vitest';
import { parse } from '../../src/syntax/parse.js';
import { keywordTexts } from '../../src/syntax/tokens.js';

/** Keywords are words of their place: whatever has a name may be called like one. */
const places: readonly ((name: string) => string)[] = [
  (name) => `let ${name} = "x"`,
  (name) => `sender ${name} { sms "A" }`,
  (name) => `template ${name} "id"`,
  (name) => `template ${name}() "id" { lang en "x" }`,
  (name) => `template t(${name}: text, other: text, ${name}: int) "id"`,
  (name) => `flow ${name} { sms "x" }`,
  (name) => `flow ${name}(${name}: text = "x") { from ${name} sms "{${name}}" to {${name}} }`,
  (name) => `from ${name}`,
  (name) => `from ${name}\nto {${name}}\ncallback {${name}} on step\nsms "x"`,
  (name) => `callback {${name}}\nfrom ${name} to "+1" sms "x"`,
  ...[
    '',
    'ttl 5m',
    'on failed',
    'flash',
    'no flash',
    'to {x}',
    'label "x"',
    'shorten-links for 7d',
    'then sms "y"',
  ].map((clause) => (name: string) => `sms "x" from ${name} ${clause}`),
  ...[
    '',
    'lang en',
    'lang {x}',
    'ttl 5m',
    'on failed, expired',
    'devices all',
    'seq 7',
    'inbound {x}',
    'then sms "y"',
  ].map((clause) => (name: string) => `viber template ${name} ${clause}`),
  (name) => `viber template ${name}(${name}: {${name}}, other: "x", ${name}: 5) lang en`,
  (name) => `viber template ${name} lang ${name}`,
  (name) => `viber file {${name}} as "x" type ${name} ttl 5m`,
  (name) => `flow f(a: lang(${name}, en, ${name})) { sms "x" }`,
  (name) => `template t "id" { lang ${name} "x" lang en category otp lang ${name} }`,
];

describe.each([...keywordTexts])('a name may be `%s`', (name) => {
  test.each(places.map((place) => [place(name)]))('%s', (source) => {
    expect(parse('memory:/a.failover', source).diagnostics.map(({ message }) => message)).toEqual([]);
  });
});
