import { describe, expect, it } from 'vitest';
import { mayNeedParts, type SmsText, smsTextOf } from '../../src/check/sms-text.js';
import { acme, programOf, uriOf } from './check.js';

function smsText(source: string): SmsText | undefined {
  const uri = uriOf('main.failover');
  const [flow] = programOf(new Map([[uri, `${acme}\n${source}`]])).flows(uri);
  const step = flow?.steps[0];
  return flow && step && smsTextOf(step, flow);
}

describe('the text of an SMS', () => {
  it('has parts, an encoding and room', () => {
    expect(smsText('sms "Hello"')).toEqual({
      ...{ parts: 1, encoding: 'GSM-7', length: 5, max: 1600, left: 155, foreign: [] },
      ...{ isWorstCase: false, isBounded: true, isTranscoded: false },
    });
    expect(smsText(`sms "${'a'.repeat(161)}"`)).toMatchObject({ parts: 2, left: 145 });
    expect(smsText(`sms "${'ж'.repeat(69)}"`)).toMatchObject({ parts: 1, encoding: 'UCS-2', left: 1, foreign: ['ж'] });
    expect(smsText(`sms "${'ж'.repeat(71)}"`)).toMatchObject({ parts: 2, encoding: 'UCS-2', left: 63 });
  });

  it('counts characters of two places as two', () => {
    expect(smsText('sms "€"')).toMatchObject({ parts: 1, encoding: 'GSM-7', left: 158 });
  });

  it('counts parameters at their longest', () => {
    expect(smsText('flow f(to: phone, a: text(..160)) { sms "{a}!" }')).toMatchObject({
      ...{ parts: 2, length: 161, isWorstCase: true, isBounded: true },
    });
    expect(smsText('sms "{a}!"')).toMatchObject({ length: 1, isWorstCase: true, isBounded: false });
  });

  it('is transcoded where the step says so', () => {
    expect(smsText('sms "It’s" transcode')).toMatchObject({ encoding: 'GSM-7', foreign: [], isTranscoded: true });
  });

  it('is none of another step, or of a text at fault', () => {
    expect(smsText('viber "a"')).toBeUndefined();
    expect(smsText('sms "{"')).toBeUndefined();
    expect(smsText('sms')).toBeUndefined();
  });

  it('stays cheap for a text far too long', () => {
    expect(smsText(`sms "${'ж'.repeat(50_000)}"`)?.length).toBe(50_000);
  });

  it('may need parts only where it is long', () => {
    const uri = uriOf('main.failover');
    const flows = programOf(new Map([[uri, `${acme}\nflow a { sms "a" }\nflow b { sms "${'ж'.repeat(71)}" }`]])).flows(
      uri,
    );
    expect(flows.map((flow) => flow.steps.map((step) => mayNeedParts(step, flow)))).toEqual([[false], [true]]);
  });
});
