import { type StepTime, timelineOf, waitOf } from '../names/timeline.js';
import { timeText } from '../text/time.js';
import type { Change } from './change.js';
import { type FieldComparison, sameEffect } from './compare-fields.js';
import type { FlowRequest, Leaf } from './request.js';
import { say } from './sentence.js';
import { placeIn, type StepPair } from './step-pair.js';

/** Says how long a step is tried, where that is another time than before. */
export function compareTtl(comparison: FieldComparison): void {
  if (comparison.take(['/ttl']).length === 0) return;
  const { pair, changes } = comparison;
  const [was, is] = [waitOf(pair.old.step), waitOf(pair.new.step)];
  if (was === undefined || is === undefined || was === is) {
    changes.push(sameEffect(pair, 'ttl', 'ttl'));
    return;
  }
  const time = (seconds: number, leaf: Leaf | undefined) =>
    `${timeText(seconds)}${leaf === undefined ? ', the default' : ''}`;
  const [old, next] = [time(was, pair.old.fields.get('/ttl')), time(is, pair.new.fields.get('/ttl'))];
  changes.push(pair.change('ttl', say`${pair.name} is now tried for ${next} (was ${old})`, 'ttl'));
}

/** Says when steps start that do not start when they did, and when all is over. */
export function compareTimes(old: FlowRequest, next: FlowRequest, pairs: readonly StepPair[]): Change[] {
  const [before, after] = [timelineOf(old.flow), timelineOf(next.flow)];
  const changes = pairs.flatMap((pair): Change[] => {
    const was = before[pair.old.step.order - 1]?.startsAtLatest;
    const is = after[pair.new.step.order - 1]?.startsAtLatest;
    if (was === is) return [];
    return [pair.change('start', say`${pair.name} now starts ${startText(is)} (was ${wasText(was)})`)];
  });
  const [was, is] = [endOf(before), endOf(after)];
  if (was !== undefined && is !== undefined && was !== is) {
    const sentence = say`all of it is over after ${timeText(is)} at the latest (was ${timeText(was)})`;
    const places = { old: placeIn(old, old.flow.symbol), new: placeIn(next, next.flow.symbol) };
    changes.push({ kind: 'duration', sentence, ...places });
  }
  return changes;
}

/** @param seconds nothing behind a call */
function startText(seconds: number | undefined): string {
  if (seconds === undefined) return 'after a call, which takes as long as it takes';
  return seconds === 0 ? 'at once' : `after ${timeText(seconds)} at the latest`;
}

function wasText(seconds: number | undefined): string {
  if (seconds === undefined) return 'after a call';
  return seconds === 0 ? 'at once' : timeText(seconds);
}

/** When the last step has been tried, in seconds; nothing where a call is among them. */
function endOf(times: readonly StepTime[]): number | undefined {
  const last = times.at(-1);
  if (last?.startsAtLatest === undefined || last.waits === undefined) return undefined;
  return last.startsAtLatest + last.waits;
}

/** Whether anything that the times of a flow are made of is another than before. */
export function mayTakeOtherTime(old: FlowRequest, next: FlowRequest): boolean {
  const inputs = ({ steps }: FlowRequest) =>
    steps.map(({ fields }) => [fields.get('/type')?.key, fields.get('/ttl')?.key].join(' ')).join(',');
  return inputs(old) !== inputs(next);
}
