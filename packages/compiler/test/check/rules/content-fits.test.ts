import { expect, it } from 'vitest';
import { checkStep, fixesOf } from '../check.js';

const id = '"11111111-2222-3333-4444-555555555555"';

it('refuses what the channel cannot send', () => {
  const text = checkStep('voice ⟦"Hi"⟧ lang en-US', [
    'FO3006: A `voice` step cannot have a text alone: a call says it, as in `say "…" lang en-US`',
  ]);
  expect(fixesOf(text)).toEqual(['Write `say` → voice say "Hi" lang en-US']);
  const bare = checkStep('voice ⟦"Hi"⟧', [
    'FO3006: A `voice` step cannot have a text alone: a call says it, as in `say "…" lang en-US`',
  ]);
  expect(fixesOf(bare)).toEqual(['Write `say` and `lang en-US` → voice say "Hi" lang en-US']);
  checkStep(`voice ⟦template ${id}⟧ lang en`, [
    'FO3006: A `voice` step cannot have a template: templates are for Viber',
  ]);
  checkStep(`sms ⟦template ${id}⟧ lang en`, ['FO3006: An `sms` step cannot have a template: templates are for Viber']);
  checkStep('sms ⟦say⟧ "Hi"', [
    'FO3006: An `sms` step cannot have a verb: write the text itself, or make it a `voice` step',
  ]);
  checkStep('sms ⟦{⟦}⟧⟧', [
    'FO3006: An `sms` step cannot have a verb: write the text itself, or make it a `voice` step',
    'FO1020: Expected a verb, such as `say "…" lang en-US`, after `{`, found `}`',
  ]);
  checkStep('viber ⟦{⟦}⟧⟧', [
    'FO3006: A `viber` step cannot have a verb: write the text itself, or make it a `voice` step',
    'FO1020: Expected a verb, such as `say "…" lang en-US`, after `{`, found `}`',
  ]);
  checkStep('viber ⟦play⟧ "https://acme.com/hi.wav"', [
    'FO3006: A `viber` step cannot have a verb: write the text itself, or make it a `voice` step',
  ]);
});

it('refuses a template in a standard flow', () => {
  const { fixes } = checkStep(
    `viber ⟦template ${id}⟧ lang en`,
    ['FO3005: A template cannot be sent by a standard flow'],
    { endpoint: 'standard' },
  );
  expect(fixes.map(({ title }) => title)).toEqual(['Remove `standard`']);
});

it('refuses a free-form message in a transactional flow', () => {
  checkStep('viber ⟦"Hi"⟧', ['FO3004: A free-form Viber message cannot be sent by a transactional flow'], {
    endpoint: 'transactional',
  });
  checkStep(
    '⟦viber⟧ image "https://acme.com/a.png"',
    ['FO3004: A free-form Viber message cannot be sent by a transactional flow'],
    { endpoint: 'transactional' },
  );
});

it('says once of a step without content that it sends nothing', () => {
  checkStep(
    '⟦viber⟧ ttl 1m',
    ['FO3022: The Viber step sends nothing: add a text, `image`, `file`, `video` or `template`'],
    {
      endpoint: 'transactional',
    },
  );
});

it('says that it is the template which makes a flow transactional', () => {
  const both = checkStep(`viber template ${id} lang en then viber ⟦"Hi"⟧`, [
    'FO3004: A free-form Viber message cannot be sent by a transactional flow, which this is because of its template',
  ]);
  expect(both.diagnostics[0]?.related).toMatchObject([{ message: 'the template is here' }]);
});

it('sends SMS and calls on both endpoints', () => {
  checkStep('sms "Hi" then voice say "Hi" lang en-US', [], { endpoint: 'transactional' });
  checkStep('sms "Hi" then voice say "Hi" lang en-US', [], { endpoint: 'standard' });
});

it('says nothing of the clauses of another channel beside its content, which is refused', () => {
  const verb = (step: string) =>
    `FO3006: ${step} step cannot have a verb: write the text itself, or make it a \`voice\` step`;
  checkStep('viber ⟦play⟧ "https://acme.com/hi.wav" machine hangup', [verb('A `viber`')]);
  checkStep('sms ⟦say⟧ "See https://acme.com." machine hangup shorten-links', [verb('An `sms`')]);
});
