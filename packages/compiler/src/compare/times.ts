import { waitOf } from '../names/timeline.js';
import type { Moment } from '../story/story.js';
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

/** Says when steps start that do not start when they did, which are never reached, and when all is over. */
export function compareTimes(old: FlowRequest, next: FlowRequest, pairs: readonly StepPair[]): Change[] {
  const [before, after] = [old.story, next.story];
  const changes = pairs.flatMap((pair): Change[] => {
    const was = before.steps[pair.old.step.order - 1];
    const is = after.steps[pair.new.step.order - 1];
    if (was === undefined || is === undefined) return [];
    if (was.isReached && !is.isReached) return [pair.change('never-reached', say`${pair.name} is never reached now`)];
    if (!was.isReached && is.isReached) return [pair.change('never-reached', say`${pair.name} can be reached now`)];
    if (isSame(was.startsAtLatest, is.startsAtLatest)) return [];
    const start = isAtOnce(is.startsAtLatest) ? 'at once' : `after ${momentText(is.startsAtLatest)} at the latest`;
    const sentence = say`${pair.name} now starts ${start} (was ${momentText(was.startsAtLatest)})`;
    return [pair.change('start', sentence)];
  });
  const [was, is] = [before.endsAtLatest, after.endsAtLatest];
  if (isSame(was, is)) return changes;
  const sentence = say`all of it is over after ${momentText(is)} at the latest (was ${momentText(was)})`;
  const places = { old: placeIn(old, old.flow.symbol), new: placeIn(next, next.flow.symbol) };
  return [...changes, { kind: 'duration', sentence, ...places }];
}

function isSame(a: Moment, b: Moment): boolean {
  return a.seconds === b.seconds && a.calls === b.calls;
}

function isAtOnce({ seconds, calls }: Moment): boolean {
  return seconds === 0 && calls === 0;
}

/** "10 min", "10 min and a call", "2 calls". Nobody knows how long a call takes. */
function momentText(moment: Moment): string {
  if (isAtOnce(moment)) return 'at once';
  const { seconds, calls } = moment;
  const time = seconds === 0 ? [] : [timeText(seconds)];
  const called = calls === 0 ? [] : [calls === 1 ? 'a call' : `${calls} calls`];
  return [...time, ...called].join(' and ');
}
