import { it } from 'vitest';
import { checkStep } from '../check.js';

const button = (caption: string) => `viber "Hi" button ${caption} "https://acme.com"`;
const text = (length: number) => 'x'.repeat(length);

it('takes a caption of 1 to 30 characters', () => {
  checkStep(button('"G"'));
  checkStep(button(`"${text(30)}"`));
  checkStep(button('⟦""⟧'), ['FO3026: The caption of a button has 1 to 30 characters, not 0']);
  checkStep(button('⟦"  "⟧'), ['FO3026: The caption of a button has 1 to 30 characters, not 0']);
  checkStep(button(`⟦"${text(31)}"⟧`), ['FO3026: The caption of a button has 1 to 30 characters, not 31']);
});

it('counts a parameter at its longest', () => {
  checkStep(button('"Open {shop}"'), [], { params: 'shop: text(..25)' });
  checkStep(button('⟦"Open {shop}"⟧'), ['FO3026: The caption of a button has 1 to 30 characters, not up to 31'], {
    params: 'shop: text(..26)',
  });
});
