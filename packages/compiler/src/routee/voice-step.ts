/** The voice step, the same on both endpoints. Sources: reference/send-a-failover-message, reference/say-verb. */
import * as z from 'zod/mini';
import { playableForm } from './addresses.js';
import { channelTypes } from './channels.js';
import {
  failoverOnStatuses,
  flag,
  formed,
  numberForm,
  oneNotBlank,
  orBlank,
  order,
  publish,
  someText,
  webAddress,
  whole,
} from './fields.js';
import { forms, genders, limits, sayLanguages } from './limits.js';
import { is } from './problems.js';

export function voiceStep() {
  const dialPlan = z.strictObject({
    verbs: z.array(z.discriminatedUnion('type', [sayVerb(), playVerb()])).check(z.minLength(1)),
  });
  const machineDetection = z.discriminatedUnion('strategy', [
    z.strictObject({ strategy: z.literal('Hangup') }),
    z.strictObject({
      strategy: z.literal('Continue'),
      eventUrl: publish(formed(forms.webUrl, webAddress), 'Answers with the dial plan for a machine.'),
    }),
  ]);
  const step = z.strictObject({
    type: z.literal(channelTypes.voice),
    from: publish(someText(), 'Who the call is from: a number, or a name, which not every network carries.'),
    to: recipient(),
    dialPlan: publish(dialPlan, 'What is said and played, in order.'),
    machineDetection: z.exactOptional(publish(machineDetection, 'What happens when a machine answers.')),
    order: order(),
    failoverOnStatuses: z.exactOptional(failoverOnStatuses('voice')),
  });
  return publish(step, { id: 'VoiceStep', description: 'A call.' });
}

function recipient() {
  const phone = () => formed(orBlank(forms.phone), `${numberForm}, or blank`);
  const fields = {
    phone: z.exactOptional(publish(phone(), 'A telephone number.')),
    viber: z.exactOptional(publish(phone(), 'A number on Viber.')),
    sip: z.exactOptional(
      publish(formed(orBlank(forms.sip), 'a SIP address, or blank'), 'Such as 1111@example.com:55080.'),
    ),
  };
  const { check, keywords } = oneNotBlank(Object.keys(fields));
  return publish(z.strictObject(fields).check(check), { description: 'Who is called.', ...keywords });
}

function sayVerb() {
  const message = z.strictObject({
    text: someText(),
    language: z.enum(sayLanguages),
    gender: z.exactOptional(z.enum(genders)),
  });
  const verb = z.strictObject({ type: z.literal('SAY'), message, ...verbOptions() });
  return publish(verb, { id: 'SayVerb', description: 'Reads a text aloud.' });
}

function playVerb() {
  // Two faults share one form here, since JSON Schema needs the form: which of them it is, the wording tells.
  const fileURL = z.string().check(
    z.regex(playableForm, {
      error: ({ input }) =>
        is(input, forms.webUrl.test(String(input)) ? 'must be a .wav file' : `must be ${webAddress}`),
    }),
  );
  const verb = z.strictObject({
    type: z.literal('PLAY'),
    fileURL: publish(fileURL, 'Where the sound is, a .wav file.'),
    ...verbOptions(),
  });
  return publish(verb, { id: 'PlayVerb', description: 'Plays a sound.' });
}

function verbOptions() {
  const { min, forever } = limits.voice.repeat;
  const expected = `a whole number from ${min} on, or ${forever}`;
  const repeat = z.union([z.literal(forever), whole({ min }, expected)], {
    error: ({ input }) => is(input, `must be ${expected}`),
  });
  return {
    repeat: z.exactOptional(publish(repeat, `How often; ${forever} is without end.`)),
    bargeIn: flag('Whether a pressed key interrupts it.'),
  };
}
