import { it } from 'vitest';
import { checkStep } from '../check.js';

const text = (length: number) => 'x'.repeat(length);
const image = 'image "https://acme.com/a.png"';
const button = 'button "Go" "https://acme.com"';
const file = 'file "https://acme.com/a.pdf" as "a.pdf"';
const video = 'video "https://acme.com/a.mp4" thumbnail "https://acme.com/a.png" size 1MB duration 10s';
const mark = (clause: string) => clause.replace(/^\w+/, '⟦$&⟧');

it('takes a text of up to 1000 characters', () => {
  checkStep(`viber "${text(1000)}"`);
  checkStep(`viber ⟦"${text(1001)}"⟧`, ['FO3020: The Viber text has 1,001 characters; at most 1,000 are allowed']);
});

it('counts a parameter at its longest', () => {
  checkStep(`viber "${text(984)}{to}"`);
  checkStep(`viber ⟦"${text(985)}{to}"⟧`, [
    'FO3020: The Viber text has up to 1,001 characters; at most 1,000 are allowed',
  ]);
  checkStep(`viber "${text(996)}{n}"`, [], { params: 'n: int(-100..999)' });
  checkStep(
    `viber ⟦"${text(997)}{n}"⟧`,
    ['FO3020: The Viber text has up to 1,001 characters; at most 1,000 are allowed'],
    {
      params: 'n: int(-100..999)',
    },
  );
});

it('refuses a text that is empty or blank', () => {
  checkStep('viber ⟦""⟧', ['FO3021: The Viber text is empty']);
  checkStep(`viber ⟦"\\t"⟧ ${button}`, ['FO3021: The Viber text is empty']);
  checkStep('viber ⟦""⟧ image "https://acme.com/a.png"', ['FO3021: The Viber text is empty']);
});

it('needs a content', () => {
  checkStep('⟦viber⟧ ttl 10m', [
    'FO3022: The Viber step sends nothing: add a text, `image`, `file`, `video` or `template`',
  ]);
  checkStep('⟦viber⟧ label "x"', [
    'FO3022: The Viber step sends nothing: add a text, `image`, `file`, `video` or `template`',
  ]);
});

it.each([
  ...['viber "Hi"', `viber ${image}`, `viber "Hi" ${button}`, `viber "Hi" ${image} ${button}`, `viber ${file}`],
  ...[`viber ${video}`, `viber "Hi" ${video}`, `viber "Hi" ${button} ${video}`],
])('takes %s', (step) => {
  checkStep(step);
});

it('refuses what no Viber partner sends together', () => {
  const refused = (problem: string) => [`FO3023: A Viber message cannot have ${problem}`];
  checkStep(`viber ${mark(button)}`, refused('`button` alone: a button needs a text'));
  checkStep(`viber "Hi" ${mark(file)}`, refused('`text` and `file` together: a file goes alone'));
  checkStep(`viber ${image} ${mark(file)}`, refused('`image` and `file` together: a file goes alone'));
  checkStep(`viber ${button} ${mark(file)}`, refused('`button` and `file` together: a file goes alone'));
  checkStep(`viber ${mark(file)} ${video}`, refused('`file` and `video` together: a file goes alone'));
  checkStep(`viber ${image} ${mark(video)}`, refused('`image` and `video` together: it shows one or the other'));
  checkStep(
    `viber "Hi" ${image} ${button} ${mark(video)}`,
    refused('`text`, `image`, `button` and `video` together: it shows one or the other'),
  );
  checkStep(`viber ${mark(button)} ${video}`, refused('`button` and `video` together: a button needs a text'));
});

it('warns of what the partners disagree on', () => {
  checkStep(`viber "Hi" ${mark(image)}`, [
    'FO4009: `text` and `image` together are not listed by Routee and may be refused',
  ]);
  checkStep(`viber ${mark(image)} ${button}`, [
    'FO4009: `image` and `button` together are not listed by Routee and may be refused',
  ]);
});
