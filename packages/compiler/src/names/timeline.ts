import { type Channel, defaultStatuses, type StatusRule, statuses } from '../routee/channels.js';
import { limits } from '../routee/limits.js';
import { clauseOf, type Flow, type Step } from './model.js';

/** When the steps of a flow start, how long each holds it up, and what moves it on. All times are in seconds. */

export interface StepTime {
  readonly step: Step;
  /** The ttl, written or taken by default; nothing for a call, of which nobody knows how long it takes. */
  readonly waits: number | undefined;
  readonly ttlWritten: boolean;
  /** Since the start of the flow, at the latest: when every step before waits as long as it may. Nothing behind a call. */
  readonly startsAtLatest: number | undefined;
  /** The statuses that move the flow on to the next step, in the order written; none on the last step. */
  readonly movesOn: readonly StatusRule[];
  /** Whether `on` is written, on the last step too. */
  readonly statusesWritten: boolean;
  /** The statuses of the channel on which the flow goes no further; all of them on the last step. */
  readonly stopsOn: readonly StatusRule[];
}

/** When each step of a flow starts at the latest, how long it waits, in seconds, and what moves the flow on. */
export function timelineOf(flow: Flow): StepTime[] {
  let startsAtLatest: number | undefined = 0;
  return flow.steps.map((step) => {
    const time: StepTime = { ...stepTime(step), startsAtLatest };
    startsAtLatest = startsAtLatest === undefined || time.waits === undefined ? undefined : startsAtLatest + time.waits;
    return time;
  });
}

function stepTime(step: Step): Omit<StepTime, 'startsAtLatest'> {
  const written = clauseOf(step, 'on')?.statuses;
  const listed = written === undefined ? defaultStatusesOf(step.channel) : statusesNamed(step.channel, written);
  const movesOn = step.isLast ? [] : listed;
  return {
    step,
    waits: waitOf(step),
    ttlWritten: writtenTtl(step) !== undefined,
    movesOn,
    statusesWritten: written !== undefined,
    stopsOn: statuses[step.channel].filter((status) => !movesOn.includes(status)),
  };
}

/** How long a step may hold the flow up, in seconds: its ttl, written or default. Nothing for a call. */
export function waitOf(step: Pick<Step, 'channel' | 'clauses'>): number | undefined {
  if (step.channel === 'voice') return undefined;
  return writtenTtl(step) ?? limits[step.channel].ttl.default * 60;
}

function writtenTtl(step: Pick<Step, 'channel' | 'clauses'>): number | undefined {
  return step.channel === 'voice' ? undefined : clauseOf(step, 'ttl')?.duration?.seconds;
}

/** What moves a step on where no `on` is written. */
function defaultStatusesOf(channel: Channel): StatusRule[] {
  return statuses[channel].filter(({ api }) => defaultStatuses[channel].includes(api));
}

/** Words that are no status of the channel, which has been reported, are left out, and so is what stands twice. */
function statusesNamed(channel: Channel, words: readonly { readonly text: string }[]): StatusRule[] {
  const found = words.flatMap(({ text }) => statuses[channel].find(({ word }) => word === text) ?? []);
  return [...new Set(found)];
}
