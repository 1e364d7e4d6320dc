import { expect, it } from 'vitest';
import { checkStep, fixesOf } from '../check.js';

const before = 'template welcome "11111111-2222-3333-4444-555555555555" { lang en lang el }';

it('needs a language', () => {
  const missing = checkStep(
    'viber ⟦template welcome⟧ ttl 5m',
    ['FO3041: A template step needs its language: add `lang` with `en` or `el`'],
    { before },
  );
  expect(fixesOf(missing)).toEqual([
    'Add `lang en` → viber template welcome lang en ttl 5m',
    'Add `lang el` → viber template welcome lang el ttl 5m',
  ]);
  checkStep('viber ⟦template "11111111-2222-3333-4444-555555555555"⟧', [
    'FO3041: A template step needs its language, such as `lang en`',
  ]);
});

it('takes the languages of the template only', () => {
  checkStep('viber template welcome lang el', [], { before });
  const other = checkStep(
    'viber template welcome lang ⟦de⟧',
    ['FO3042: The template `welcome` has no `de`: it has `en` and `el`'],
    {
      before,
    },
  );
  expect(fixesOf(other)).toEqual([
    'Write `en` → viber template welcome lang en',
    'Write `el` → viber template welcome lang el',
  ]);
  checkStep('viber template welcome lang ⟦EN⟧', ['FO3042: The template `welcome` has no `EN`; did you mean `en`?'], {
    before,
  });
});

it('takes every language of a template that lists none', () => {
  checkStep('viber template welcome lang tlh', [], {
    before: 'template welcome "11111111-2222-3333-4444-555555555555"',
  });
});

it('warns of a language that Routee does not list for its predefined templates', () => {
  const otp = 'viber template "0aac888f-2ee2-4112-9659-1755a951966a"(pin: "4711") lang';
  const unlisted = 'FO4020: `hu` is not among the languages that Routee lists for its predefined templates';
  checkStep(`${otp} br`);
  checkStep(`${otp} ⟦hu⟧`, [unlisted]);
  checkStep(`${otp} ⟦{language}⟧`, [unlisted], { params: 'language: lang(en, hu)' });
  checkStep(`${otp} {language}`, [], { params: 'language: text' });
});

it('looks at a language that comes from a let', () => {
  checkStep('viber template welcome lang {language}', [], { before: `${before}\nlet language = "el"` });
  checkStep(
    'viber template welcome lang ⟦{language}⟧',
    ['FO3042: The template `welcome` has no `de`: it has `en` and `el`'],
    { before: `${before}\nlet language = "de"` },
  );
  checkStep(
    'viber template "11111111-2222-3333-4444-555555555555" lang ⟦{language}⟧',
    ['FO2020: `lang` is a language such as `en`, not `no name`'],
    {
      before: 'let language = "no name"',
    },
  );
});

it('leaves the languages of a declared template to its declaration', () => {
  checkStep(
    'viber template otp lang ro',
    ['FO4020: `ro` is not among the languages that Routee lists for its predefined templates'],
    {
      before: 'template otp(pin: text) "0aac888f-2ee2-4112-9659-1755a951966a" { lang ⟦ro⟧ }',
      params: 'pin: text(4..10)',
    },
  );
});
