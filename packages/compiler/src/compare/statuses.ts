import { type Channel, defaultStatuses, type StatusRule, statuses } from '../routee/channels.js';
import { conditions } from '../story/conditions.js';
import type { Change } from './change.js';
import { type FieldComparison, sameEffect } from './compare-fields.js';
import { listed, quote, say } from './sentence.js';
import type { StepPair } from './step-pair.js';

/** What a status tells, as it stands behind "moves on when". */
const tells: Readonly<Record<Channel, Readonly<Record<string, string>>>> = {
  viber: { ...conditions.viber, expired: 'Viber has not delivered it in time', failed: 'Viber fails' },
  sms: conditions.sms,
  voice: { ...conditions.voice, completed: 'the call was answered' },
};

const path = '/failoverOnStatuses';

/** Says what no longer moves the flow on, and what now does. */
export function compareStatuses(comparison: FieldComparison): void {
  if (comparison.take([path]).length > 0) comparison.changes.push(...statusChanges(comparison.pair));
}

function statusChanges(pair: StepPair): Change[] {
  const { name, channel, old, new: next } = pair;
  if (next.step.isLast) {
    const sentence = say`${quote('on')} of ${name} has changed, to no effect: no step follows`;
    return [pair.change('same-effect', sentence, 'on')];
  }
  // Before, the step may have been the last, and its statuses of no effect: they count all the same.
  const [before, after] = [statusesOf(channel, old.fields), statusesOf(channel, next.fields)];
  const lost = before.filter((status) => !after.includes(status));
  const won = after.filter((status) => !before.includes(status));
  const when = (some: readonly StatusRule[]) =>
    listed(
      some.map(({ word }) => [tells[channel][word] ?? word]),
      'or',
    );
  return [
    ...(lost.length > 0 ? [pair.change('moves-on', say`${name} no longer moves on when ${when(lost)}`, 'on')] : []),
    ...(won.length > 0 ? [pair.change('moves-on', say`${name} now moves on when ${when(won)}`, 'on')] : []),
    ...(lost.length + won.length === 0 ? [sameEffect(pair, 'on', 'on')] : []),
  ];
}

/** As the request has them, in the order of the documentation; those that are taken by default, where it has none. */
function statusesOf(channel: Channel, fields: StepPair['old']['fields']): StatusRule[] {
  const written = fields.get(path)?.value;
  const listedOnes = Array.isArray(written) ? written : defaultStatuses[channel];
  return statuses[channel].filter(({ api }) => listedOnes.includes(api));
}
