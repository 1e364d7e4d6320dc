import { expect, it } from 'vitest';
import { fileTypes } from '../../../src/routee/limits.js';
import { checkStep } from '../check.js';

const file = (name: string) => `viber file "https://acme.com/terms" as ${name}`;
const text = (length: number) => 'x'.repeat(length);
const types = fileTypes.join(', ');

it('takes a name of up to 25 characters', () => {
  checkStep(file(`"${text(21)}.pdf"`));
  checkStep(file(`⟦"${text(22)}.pdf"⟧`), ['FO3028: The name of the file has 26 characters; at most 25 are allowed']);
});

it('counts a parameter at its longest', () => {
  checkStep(file('"{month}.pdf"'), [], { params: 'month: text(..21)' });
  checkStep(file('⟦"{month}.pdf"⟧'), ['FO3028: The name of the file has up to 26 characters; at most 25 are allowed'], {
    params: 'month: text(..22)',
  });
});

it('refuses a name that is empty or blank, whatever type is written', () => {
  checkStep(file('⟦""⟧'), ['FO3028: The name of the file is empty']);
  checkStep(file('⟦" "⟧ type pdf'), ['FO3028: The name of the file is empty']);
});

it.each(fileTypes.map((type) => [type]))('takes %s files', (type) => {
  checkStep(file(`"terms.${type}"`));
  checkStep(file(`"terms" type ${type}`));
});

it('takes the ending in any case', () => {
  checkStep(file('"Terms.PDF"'));
});

it('refuses other types', () => {
  checkStep(file('⟦"terms.zip"⟧'), [`FO3029: Viber takes no \`zip\` files: use one of ${types}`]);
  checkStep(file('"terms.pdf" type ⟦zip⟧'), [`FO3029: Viber takes no \`zip\` files: use one of ${types}`]);
});

it('needs a name that says its type, or `type`', () => {
  const missing = 'FO3029: The file name has no ending that says its type';
  checkStep(file('⟦"terms"⟧'), [missing]);
  checkStep(file('⟦"terms.{ending}"⟧'), [missing], { params: 'ending: text(..4)' });
  checkStep(file('⟦"{month}pdf"⟧'), [missing], { params: 'month: text(..4)' });
  checkStep(file('"{name}" type pdf'), [], { params: 'name: text(..25)' });
});

it('mends a type in capitals', () => {
  const fixes = (type: string) =>
    checkStep(file(`"terms" type ⟦${type}⟧`), [`FO3029: Viber takes no \`${type}\` files: use one of ${types}`]).fixes;
  expect(fixes('PDF').map(({ title }) => title)).toEqual(['Write `pdf`']);
  expect(fixes('ZIP')).toEqual([]);
});
