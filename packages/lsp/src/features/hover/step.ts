import { type Flow, type StepTime, timeText, writtenText } from '@failover/compiler';
import type { Prose } from './prose.js';

/** A step in its flow: when it starts, who it is from and to, what follows it. */
export function describeStep(flow: Flow, times: readonly StepTime[], time: StepTime, prose: Prose): void {
  const { step, waits, ttlWritten } = time;
  const { sender, recipients } = step;
  prose.paragraph(`Step ${step.order} of ${times.length} starts ${startOf(time)}.`);
  prose.list([
    sender && `From: ${prose.code(writtenText(sender.id))}`,
    recipients.length > 0
      ? `To: ${recipients.map(({ value }) => prose.code(writtenText(value))).join(', ')}`
      : undefined,
    waits === undefined ? undefined : `Waits: at most ${timeText(waits)}${ttlWritten ? '' : ' (default)'}`,
    ...statusItems(flow, time),
  ]);
}

function statusItems(flow: Flow, { step, movesOn, stopsOn, statusesWritten }: StepTime): string[] {
  const next = flow.steps[step.order];
  if (next === undefined) return ['Then the flow ends, whatever became of it'];
  const listed = (statuses: StepTime['movesOn']) => statuses.map(({ word }) => `\`${word}\``).join(', ');
  const moves = `Moves on to \`${next.channel}\` on: ${listed(movesOn)}${statusesWritten ? '' : ' (default)'}`;
  return stopsOn.length === 0 ? [moves] : [moves, `Goes no further on: ${listed(stopsOn)}`];
}

/** When a step starts, to follow "starts". */
export function startOf({ startsAtLatest, step }: StepTime): string {
  if (step.order === 1) return 'at once';
  if (startsAtLatest === undefined) return 'after a call, of which nobody knows how long it takes';
  return `at the latest ${timeText(startsAtLatest)} after the start of the flow`;
}
