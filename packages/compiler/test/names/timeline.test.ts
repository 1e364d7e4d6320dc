import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../src/names/timeline.js';
import { timeText } from '../../src/text/time.js';
import { acme, programOf, uriOf } from '../check/check.js';

/** One line a step: when it starts, how long it waits, what moves it on, what stops it. */
function timeline(source: string): string[] {
  const uri = uriOf('main.failover');
  const [flow] = programOf(new Map([[uri, `${acme}\n${source}`]])).flows(uri);
  const words = (statuses: readonly { word: string }[]) => statuses.map(({ word }) => word).join(' ') || 'nothing';
  const time = (seconds: number | undefined) => (seconds === undefined ? '?' : timeText(seconds));
  return (flow ? timelineOf(flow) : []).map(
    ({ startsAtLatest, waits, ttlWritten, movesOn, statusesWritten, stopsOn }) =>
      `${time(startsAtLatest)}: waits ${time(waits)}${ttlWritten ? '' : ' (default)'}, ` +
      `moves on ${words(movesOn)}${statusesWritten ? '' : ' (default)'}, stops on ${words(stopsOn)}`,
  );
}

describe('the timeline of a flow', () => {
  it('adds up what each step waits', () => {
    expect(timeline('viber "a" ttl 2m on expired, failed then sms "b" ttl 1h30m then viber "c"')).toEqual([
      '0 s: waits 2 min, moves on expired failed, stops on undelivered',
      '2 min: waits 1 h 30 min, moves on failed undelivered (default), stops on nothing',
      '1 h 32 min: waits 10 min (default), moves on nothing (default), stops on expired failed undelivered',
    ]);
  });

  it('takes the default of each channel', () => {
    expect(timeline('sms "a" then viber "b" then sms "c"').map((line) => line.split(',')[0])).toEqual([
      '0 s: waits 20 h (default)',
      '20 h: waits 10 min (default)',
      '20 h 10 min: waits 20 h (default)',
    ]);
  });

  it('knows nothing behind a call', () => {
    expect(timeline('sms "a" ttl 1m then voice say "b" lang en-US then sms "c" ttl 1m then sms "d"')).toEqual([
      '0 s: waits 1 min, moves on failed undelivered (default), stops on nothing',
      '1 min: waits ? (default), moves on busy no-answer (default), stops on failed unsent terminated completed',
      '?: waits 1 min, moves on failed undelivered (default), stops on nothing',
      '?: waits 20 h (default), moves on nothing (default), stops on failed undelivered',
    ]);
  });

  it('leaves out what is no status of the channel, and what stands twice', () => {
    expect(timeline('sms "a" on busy, failed, failed then sms "b"')[0]).toBe(
      '0 s: waits 20 h (default), moves on failed, stops on undelivered',
    );
  });

  it('keeps the order written', () => {
    expect(timeline('viber "a" on undelivered, expired then sms "b"')[0]).toContain('moves on undelivered expired');
  });

  it('has a step for each that is written, also in a broken flow', () => {
    expect(timeline('viber then sms ttl on then').length).toBe(2);
  });
});

describe('a time', () => {
  it('reads as a person would say it', () => {
    expect([0, 30, 0.5, 66, 90, 3600, 5400, 86_400, 2_592_000].map(timeText)).toEqual([
      ...['0 s', '30 s', '0.5 s', '1 min 6 s', '1 min 30 s', '1 h', '1 h 30 min', '1 d', '30 d'],
    ]);
  });
});
