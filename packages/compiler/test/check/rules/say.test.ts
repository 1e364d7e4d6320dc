import { expect, it } from 'vitest';
import { sayLanguages } from '../../../src/routee/limits.js';
import { checkStep, fixesOf } from '../check.js';

it.each(sayLanguages.map((lang) => [lang]))('speaks %s', (lang) => {
  checkStep(`voice say "Hi" lang ${lang}`);
});

it('needs a language', () => {
  const missing = checkStep('voice ⟦say⟧ "Hi"', ['FO3062: `say` needs the language of its text, such as `lang en-US`']);
  expect(fixesOf(missing)).toEqual(['Add `lang en-US` → voice say "Hi" lang en-US']);
  for (const [text, lang] of [
    ['Γειά σας', 'el-GR'],
    ['Ваш код {pin}', 'ru-RU'],
  ] as const) {
    const other = checkStep(
      `voice ⟦say⟧ "${text}"`,
      ['FO3062: `say` needs the language of its text, such as `lang en-US`'],
      { before: 'let pin = "x"' },
    );
    expect(fixesOf(other)).toEqual([`Add \`lang ${lang}\` → voice say "${text}" lang ${lang}`]);
  }
  checkStep('voice { say "Hi" lang en-US ⟦say⟧ "Ho" repeat 2 }', [
    'FO3062: `say` needs the language of its text, such as `lang en-US`',
  ]);
});

it('speaks no other language, and names the nearest', () => {
  const region = checkStep('voice say "Hi" lang ⟦en⟧', ['FO3063: Calls do not speak `en`; did you mean `en-US`?']);
  expect(fixesOf(region)).toEqual(['Write `en-US` → voice say "Hi" lang en-US']);
  checkStep('voice say "Hi" lang ⟦EL-gr⟧', ['FO3063: Calls do not speak `EL-gr`; did you mean `el-GR`?']);
  checkStep('voice say "Hi" lang ⟦ja-JP⟧', [
    `FO3063: Calls do not speak \`ja-JP\`: use one of ${sayLanguages.join(', ')}`,
  ]);
});

it('takes no hole for a language', () => {
  checkStep('voice say "Hi" lang ⟦{speech}⟧', ['FO2034: The language of `say` is written out, not a hole'], {
    before: 'let speech = "en-US"',
  });
});

it('needs something to say', () => {
  checkStep('voice say ⟦""⟧ lang en-US', ['FO3061: The text to say is empty']);
  checkStep('voice say ⟦" "⟧ lang en-US', ['FO3061: The text to say is empty']);
});

it.each([
  ['EN', 'en-US'],
  ['en_gb', 'en-GB'],
  ['es-MX', 'es-ES'],
  ['pt', 'pt-BR'],
  ['elGR', undefined],
  ['ja', undefined],
])('takes %s for %s', (written, meant) => {
  const otherwise = meant === undefined ? `: use one of ${sayLanguages.join(', ')}` : `; did you mean \`${meant}\`?`;
  const { fixes } = checkStep(`voice say "Hi" lang ⟦${written}⟧`, [
    `FO3063: Calls do not speak \`${written}\`${otherwise}`,
  ]);
  expect(fixes.map(({ title }) => title)).toEqual(meant === undefined ? [] : [`Write \`${meant}\``]);
});
