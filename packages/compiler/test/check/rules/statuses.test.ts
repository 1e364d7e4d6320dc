import { expect, it } from 'vitest';
import { checkStep, fixesOf } from '../check.js';

it('takes the statuses of the channel', () => {
  checkStep('viber "Hi" on expired, failed, undelivered');
  checkStep('sms "Hi" on failed, undelivered');
  checkStep('voice say "Hi" lang en-US on busy, no-answer, failed, unsent, terminated');
});

it('refuses those of another channel', () => {
  const sms = checkStep('sms "Hi" on ⟦expired⟧, failed', [
    'FO3007: An `sms` step has no status `expired`: use `failed` or `undelivered`',
  ]);
  expect(fixesOf(sms)).toEqual(['Remove `expired` → sms "Hi" on failed']);
  const viber = checkStep('viber "Hi" on expired, ⟦busy⟧', [
    'FO3007: A `viber` step has no status `busy`: use `expired`, `failed` or `undelivered`',
  ]);
  expect(fixesOf(viber)).toEqual(['Remove `busy` → viber "Hi" on expired']);
  checkStep('voice say "Hi" lang en-US on ⟦undelivered⟧', [
    'FO3007: A `voice` step has no status `undelivered`: use `busy`, `no-answer`, `failed`, `unsent`, `terminated` or `completed`',
  ]);
});

it('names the status that was meant', () => {
  const misspelt = checkStep('viber "Hi" on ⟦expire⟧, failed', [
    'FO3007: A `viber` step has no status `expire`; did you mean `expired`?',
  ]);
  expect(fixesOf(misspelt)).toEqual(['Write `expired` → viber "Hi" on expired, failed']);
  checkStep('voice say "Hi" lang en-US on ⟦NoAnswer⟧', [
    'FO3007: A `voice` step has no status `NoAnswer`; did you mean `no-answer`?',
  ]);
});

it('takes each once', () => {
  const twice = checkStep('sms "Hi" on failed, undelivered, ⟦failed⟧', ['FO3072: `failed` stands twice']);
  expect(fixesOf(twice)).toEqual(['Remove `failed` → sms "Hi" on failed, undelivered']);
});

it('takes a status out with one comma', () => {
  const removed = (step: string, status: string) =>
    fixesOf(
      checkStep(step, [`FO3007: An \`sms\` step has no status \`${status}\`: use \`failed\` or \`undelivered\``]),
    );
  expect(removed('sms "Hi" on failed, ⟦busy⟧, undelivered', 'busy')).toEqual([
    'Remove `busy` → sms "Hi" on failed, undelivered',
  ]);
  expect(removed('sms "Hi" on failed, ⟦busy⟧', 'busy')).toEqual(['Remove `busy` → sms "Hi" on failed']);
  expect(removed('sms "Hi" on ⟦busy⟧', 'busy')).toEqual([]);
});

it('knows the spelling of the API, and others like it', () => {
  for (const written of ['NoAnswer', 'NO_ANSWER', 'no_answer', 'noanswer']) {
    const { fixes } = checkStep(`voice say "Hi" lang en-US on ⟦${written}⟧`, [
      `FO3007: A \`voice\` step has no status \`${written}\`; did you mean \`no-answer\`?`,
    ]);
    expect(fixes.map(({ title }) => title)).toEqual(['Write `no-answer`']);
  }
});
