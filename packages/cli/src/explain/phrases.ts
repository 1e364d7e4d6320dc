import { type Channel, count, timeInWords } from '@failover/compiler';
import { conditions, type Moment, type StoryStatus, type StoryStep } from '@failover/compiler/story';
import { listed } from '../output/listed.js';

export const channelNames: Readonly<Record<Channel, string>> = { viber: 'Viber', sms: 'SMS', voice: 'Call' };

/** What the person gets, to stand in a sentence. */
export const things: Readonly<Record<Channel, string>> = {
  viber: 'a Viber message',
  sms: 'an SMS',
  voice: 'a call',
};

/** What a status means, to follow "if". */
export function conditionOf({ channel, waits, options }: StoryStep, { word }: StoryStatus): string {
  const byDefault = waits?.byDefault ? ' (the default)' : '';
  const time = waits === undefined ? 'in time' : `within ${timeInWords(waits.seconds)}${byDefault}`;
  const ofChannel: Readonly<Record<Channel, Readonly<Record<string, string>>>> = {
    viber: {
      ...conditions.viber,
      expired: options.expireOnDelivery ? `it is not seen ${time}` : `it is not delivered ${time}`,
    },
    sms: { ...conditions.sms, undelivered: `${conditions.sms.undelivered} ${time}` },
    voice: { ...conditions.voice, completed: 'the call is answered and ends normally' },
  };
  return ofChannel[channel][word] ?? word;
}

/** What ends the flow well, to follow "once". */
export function successOf({ channel, options }: StoryStep): string {
  if (channel === 'voice') return 'the call is answered and ends normally';
  return options.expireOnDelivery ? 'it is seen' : 'it is delivered';
}

/** `the line is busy or nobody picks up`, `the network refuses it or cannot deliver it within 2 minutes` */
export function conditionsOf(step: StoryStep, statuses: readonly StoryStatus[]): string {
  const conditions = statuses.map((status) => conditionOf(step, status));
  // Whoever does one thing and then another is named once.
  const shown = conditions.map((condition, index) => {
    const isSame = actors.some((actor) => condition.startsWith(actor) && conditions[index - 1]?.startsWith(actor));
    return isSame ? condition.replace(/^the (?:network|call) /, '') : condition;
  });
  return listed(shown, 'or');
}

const actors: readonly string[] = ['the network ', 'the call '];

/** When a step starts: `at once`, `after 2 minutes at the latest`. */
export function startOf({ order, startsAtEarliest, startsAtLatest }: StoryStep): string {
  if (order === 1) return 'at once';
  const { seconds, calls } = startsAtLatest;
  if (calls > 0)
    return seconds > 0 ? latest(startsAtLatest) : calls === 1 ? 'after the call' : `after the ${calls} calls`;
  if (startsAtEarliest === seconds) return `after ${timeInWords(seconds)}`;
  if (startsAtEarliest > 0)
    return `after ${timeInWords(startsAtEarliest)} at the earliest and ${timeInWords(seconds)} at the latest`;
  return latest(startsAtLatest);
}

function latest(moment: Moment): string {
  return `after ${momentText(moment)} at the latest`;
}

/** `7 minutes`, `7 minutes and the time of a call` */
export function momentText({ seconds, calls }: Moment): string {
  const time = seconds > 0 ? [timeInWords(seconds)] : [];
  const called = calls === 0 ? [] : [calls === 1 ? 'the time of a call' : `the time of ${count(calls, 'call')}`];
  const parts = [...time, ...called];
  return parts.length === 0 ? timeInWords(0) : listed(parts, 'and');
}

/** `step 2`, `steps 1, 2 and 4` */
export function stepsText(steps: readonly number[]): string {
  return `${steps.length === 1 ? 'step' : 'steps'} ${listed(steps.map(String), 'and')}`;
}

/** `once`, `twice`, `3 times` */
export function timesText(times: number): string {
  return times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`;
}
