import { expect, it } from 'vitest';
import { acme, checkFile, checkStep, fixesOf } from '../check.js';

it('warns of a Viber step that waits for nothing when its ttl has passed', () => {
  const stalls = checkStep('viber "Hi" ⟦on failed, undelivered⟧', [
    'FO4001: The flow stalls here when the ttl passes: `on` does not list `expired`, and a step follows',
  ]);
  expect(fixesOf(stalls)).toEqual(['Add `expired` → viber "Hi" on expired, failed, undelivered']);
  checkStep('viber "Hi" on expired');
  checkStep('viber "Hi"');
  checkStep('sms "Hi" on failed');
});

it('hints at statuses after which no step follows', () => {
  const onAtEnd = checkFile(`${acme}\nviber "Hi" then sms "Ho" ⟦on failed⟧`, [
    'FO4002: No step follows, so `on` changes nothing',
  ]);
  expect(onAtEnd.fixes[0]?.text).toBe(`${acme}\nviber "Hi" then sms "Ho" `);
  expect(onAtEnd.diagnostics[0]).toMatchObject({ severity: 'hint', tags: ['unnecessary'] });
});

it('says nothing of stalling at the end of a flow', () => {
  checkFile(`${acme}\nsms "Hi" then viber "Ho" ⟦on failed⟧`, ['FO4002: No step follows, so `on` changes nothing']);
});

it('warns of a call that moves on although it was answered', () => {
  checkStep('voice say "Hi" lang en-US on busy, ⟦completed⟧', [
    'FO4007: `completed` moves on although the call was answered',
  ]);
  checkFile(`${acme}\nsms "Hi" then voice say "Ho" lang en-US ⟦on completed⟧`, [
    'FO4002: No step follows, so `on` changes nothing',
  ]);
});

it('remarks on a flow of one step', () => {
  const alone = checkFile(`${acme}\n⟦sms⟧ "Hi"`, [
    'FO4008: Nothing follows when this step fails: the flow has one step',
  ]);
  expect(alone.diagnostics[0]?.severity).toBe('information');
});

it('says nothing of a status that the channel does not have, which is a fault of its own', () => {
  checkStep('viber "Hi" on failed, ⟦late⟧', [
    'FO3007: A `viber` step has no status `late`: use `expired`, `failed` or `undelivered`',
  ]);
  checkStep('sms "Hi" on failed, ⟦completed⟧', [
    'FO3007: An `sms` step has no status `completed`: use `failed` or `undelivered`',
  ]);
  checkFile(`${acme}\nviber "Hi" then sms "Ho" on failed, ⟦late⟧`, [
    'FO3007: An `sms` step has no status `late`: use `failed` or `undelivered`',
  ]);
});

it('says nothing of how the contents of a template go together', () => {
  const refused = (clause: string) =>
    `FO3002: \`${clause}\` is not taken by the transactional endpoint, where a Viber step is a template`;
  checkStep(
    'viber template "11111111-2222-3333-4444-555555555555" lang en ⟦image⟧ "https://acme.com/a.png" ⟦button⟧ "Go" "https://acme.com"',
    [refused('image'), refused('button')],
  );
});
