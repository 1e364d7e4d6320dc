import { expect, it } from 'vitest';
import { checkStep, fixesOf } from '../check.js';

const template = 'viber template "11111111-2222-3333-4444-555555555555" lang en';

it('lets each clause stand where the API has a field for it', () => {
  checkStep('viber "Hi" expire-on-delivery label "x" inbound "https://acme.com" to "+306912345678" from acme ttl 1m');
  checkStep(`${template} devices all seq 7 inbound "https://acme.com" to "+306912345678" from acme ttl 1m`);
  checkStep('sms "See https://acme.com" flash transcode label "x" shorten-links to "+306912345678" from acme ttl 1m');
  checkStep('voice say "Hi" lang en-US gender male repeat 2 barge-in machine hangup from acme on busy');
  checkStep('voice { play "https://acme.com/hi.wav" repeat 2 no barge-in } machine hangup');
});

it.each([
  ['viber "Hi" ⟦flash⟧', 'A `viber` step has no `flash`: it belongs to `sms`'],
  ['viber "Hi" no ⟦transcode⟧', 'A `viber` step has no `transcode`: it belongs to `sms`'],
  ['viber "Hi" ⟦shorten-links⟧ for 1d', 'A `viber` step has no `shorten-links`: it belongs to `sms`'],
  ['viber "Hi" ⟦machine⟧ hangup', 'A `viber` step has no `machine`: it belongs to `voice`'],
  ['viber "Hi" ⟦repeat⟧ 2', 'A `viber` step has no `repeat`: it belongs to `say` and `play`'],
  ['sms "Hi" ⟦image⟧ "https://acme.com/a.png"', 'An `sms` step has no `image`: it belongs to `viber`'],
  ['sms "Hi" ⟦expire-on-delivery⟧', 'An `sms` step has no `expire-on-delivery`: it belongs to `viber`'],
  ['sms "Hi" ⟦devices⟧ all', 'An `sms` step has no `devices`: it belongs to `viber template`'],
  ['sms "Hi" ⟦inbound⟧ "https://acme.com"', 'An `sms` step has no `inbound`: it belongs to `viber`'],
  ['sms "Hi" ⟦lang⟧ en', 'An `sms` step has no `lang`: it belongs to `viber template` and `say`'],
  ['voice say "Hi" lang en-US ⟦label⟧ "x"', 'A `voice` step has no `label`: it belongs to `viber` and `sms`'],
  [
    'voice say "Hi" lang en-US ⟦button⟧ "Go" "https://acme.com"',
    'A `voice` step has no `button`: it belongs to `viber`',
  ],
  [
    'voice play "https://acme.com/hi.wav" ⟦lang⟧ en-US',
    '`play` has no `lang`: it belongs to `viber template` and `say`',
  ],
  ['voice play "https://acme.com/hi.wav" ⟦gender⟧ male', '`play` has no `gender`: it belongs to `say`'],
  ['voice say "Hi" lang en-US ⟦flash⟧', '`say` has no `flash`: it belongs to `sms`'],
])('refuses %s', (step, message) => {
  const checked = checkStep(step, [`FO3001: ${message}`]);
  expect(checked.fixes).toHaveLength(1);
});

it('looks at the clauses of a step without content too', () => {
  checkStep('⟦viber⟧ ⟦flash⟧', [
    'FO3022: The Viber step sends nothing: add a text, `image`, `file`, `video` or `template`',
    'FO3001: A `viber` step has no `flash`: it belongs to `sms`',
  ]);
});

it('leaves a word that is no clause to the grammar, and knows what a misspelt one means', () => {
  checkStep('voice say "Hi" lang en-US ⟦loud⟧', ['FO1025: `loud` is not a clause']);
  checkStep('sms "Hi" ⟦loud⟧', ['FO1025: `loud` is not a clause']);
  checkStep('sms "Hi" ⟦⟦imagee⟧⟧ "https://acme.com/a.png"', [
    'FO1030: `imagee` is not a keyword; did you mean `image`?',
    'FO3001: An `sms` step has no `image`: it belongs to `viber`',
  ]);
});

it('takes the clause out, with its value', () => {
  expect(
    fixesOf(checkStep('viber "Hi" no ⟦flash⟧ ttl 1m', ['FO3001: A `viber` step has no `flash`: it belongs to `sms`'])),
  ).toEqual(['Remove `flash` → viber "Hi"  ttl 1m']);
});

it('knows that a template is sent as it is', () => {
  const refused = (clause: string) => [
    `FO3002: \`${clause}\` is not taken by the transactional endpoint, where a Viber step is a template`,
  ];
  checkStep(`${template} ⟦label⟧ "x"`, refused('label'));
  checkStep(`${template} ⟦expire-on-delivery⟧`, refused('expire-on-delivery'));
  checkStep(`${template} ⟦image⟧ "https://acme.com/a.png"`, refused('image'));
  checkStep(`${template} ⟦button⟧ "Go" "https://acme.com"`, refused('button'));
  checkStep(`${template} then sms "Hi" label "x"`);
});

it('knows what only a template has', () => {
  const refused = (clause: string) => [
    `FO3003: \`${clause}\` needs a template: only the transactional endpoint has this field`,
  ];
  checkStep('viber "Hi" ⟦devices⟧ all', refused('devices'));
  checkStep('viber "Hi" ⟦seq⟧ 7', refused('seq'));
  checkStep('viber "Hi" ⟦lang⟧ en', refused('lang'));
});

it('says of a call how it moves on', () => {
  const ttl = checkStep('voice say "Hi" lang en-US ⟦ttl 10m⟧', [
    'FO3014: A call has no ttl: it moves on by how it ends, such as `on busy, no-answer`',
  ]);
  expect(fixesOf(ttl)).toEqual(['Remove `ttl` → voice say "Hi" lang en-US ']);
});
