import { expect, it } from 'vitest';
import calls from '../../../../test/payloads/standard-sms-voice-viber.json' with { type: 'json' };
import onStep from '../../../../test/payloads/standard-viber-sms-onstep.json' with { type: 'json' };
import template from '../../../../test/payloads/transactional-viber-sms.json' with { type: 'json' };
import { bundleOf } from './compile.js';

/** The requests of the documentation, written in the language: the same JSON, the order of the keys included. */

const viber = `viber "string" image "https://image.url" button "Go" "https://www.routee.net/" no expire-on-delivery
    inbound "https://inbound.url" from "0094d198-4dd2-4fb5-b451-d46aca191b27" ttl 30m on expired, failed, undelivered`;
const sms = `sms "The sms message to be sent" flash transcode label "string" from "senderId" ttl 30m on failed, undelivered`;

it('SMS, call, Viber', () => {
  const { payload } = bundleOf(`
to "+306912345678"
callback "https://target.url"

${sms}
then voice {
  play "http://www.externalharddrive.com/waves/animal/monkey.wav" repeat 2 no barge-in
  say "Failover Voice Dialplan" lang en-US gender female repeat 3 no barge-in
} machine hangup to "+306981234567" from "ASenderId" on busy, no-answer
then ${viber}
`);
  // The documentation leaves two kinds of recipient blank, which is the same as leaving them out.
  const [first, call, last] = calls.flow;
  const expected = { ...calls, flow: [first, { ...call, to: { phone: '+306981234567' } }, last] };
  expect(JSON.stringify(payload)).toBe(JSON.stringify(expected));
});

it('Viber, SMS, with a callback at every step', () => {
  const { payload } = bundleOf(`
to "+306912345678"
callback "https://target.url" on step

${viber}
then ${sms}
`);
  expect(JSON.stringify(payload)).toBe(JSON.stringify(onStep));
});

it('template, SMS', () => {
  const { payload, endpoint } = bundleOf(`
to "+306912345678"
callback "https://your-server.com/failover-callback"

viber template "0aac888f-2ee2-4112-9659-1755a951966a"(customer_name: "Alex") lang en devices primary
  from "your-sender-info-tracking-id"
then sms "We could not reach you on Viber." from "YourBrand" ttl 2h on failed, undelivered
`);
  expect(JSON.stringify(payload)).toBe(JSON.stringify(template));
  expect(endpoint).toBe('transactional');
});
