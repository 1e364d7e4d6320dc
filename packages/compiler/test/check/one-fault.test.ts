import { it } from 'vitest';
import { checkStep } from './check.js';

const template = 'viber template "11111111-2222-3333-4444-555555555555" lang en';
const address = 'an address, a text or a hole,';
const video = 'viber video "https://acme.com/a.mp4"';
const thumbnail = 'thumbnail "https://acme.com/a.png"';

/** No rule says more of a clause that lacks its value, and none stumbles over it. */
it.each([
  ['⟦sms⟧', 'the text of the message'],
  ['voice ⟦say⟧', 'the text to say'],
  ['voice ⟦play⟧', 'the address of a recording, a text or a hole,'],
  ['viber "Hi" ⟦image⟧', address],
  ['viber "Hi" ⟦button⟧', 'the caption of the button, a text,'],
  ['viber ⟦file⟧', 'the address of the file, a text or a hole,'],
  ['viber file "https://acme.com/a.pdf" ⟦as⟧', 'the name of the file, a text,'],
  ['viber ⟦video⟧', 'the address of the video, a text or a hole,'],
  [`${video} ⟦thumbnail⟧`, 'the address of the thumbnail, a text or a hole,'],
  [`${video} ${thumbnail} ⟦size⟧`, 'a size, such as `12MB`,'],
  [`${video} ${thumbnail} size 1MB ⟦duration⟧`, 'a duration, such as `10m`,'],
  ['viber "Hi" ⟦inbound⟧', address],
  ['viber "Hi" ⟦label⟧', 'a text'],
  ['viber ⟦ttl⟧', 'a duration, such as `10m`,'],
  ['viber "Hi" ⟦ttl⟧', 'a duration, such as `10m`,'],
  ['viber "Hi" ⟦to⟧', 'a recipient, a text or a hole,'],
  ['viber "Hi" ⟦from⟧', 'the name of a sender, or a text,'],
  ['viber "Hi" ⟦on⟧', 'a status, such as `failed`,'],
  ['viber "Hi" on failed⟦,⟧', 'a status, such as `failed`,'],
  [template.replace(/lang en/, '⟦lang⟧'), 'a language, such as `en`,'],
  [`${template} ⟦devices⟧`, '`primary` or `all`'],
  [`${template} ⟦seq⟧`, 'a whole number'],
  ['sms "Hi" ttl 5m ⟦label⟧', 'a text'],
  ['sms "Hi" ⟦ttl⟧', 'a duration, such as `10m`,'],
  ['sms "Hi" shorten-links ⟦for⟧', 'a duration, such as `10m`,'],
  ['voice say "Hi" ⟦lang⟧', 'a language, such as `en`,'],
  ['voice say "Hi" lang en-US ⟦gender⟧', '`male` or `female`'],
  ['voice say "Hi" lang en-US ⟦repeat⟧', 'a number of times, or `forever`,'],
  ['voice say "Hi" lang en-US ⟦machine⟧', '`hangup` or `continue`'],
  ['voice say "Hi" lang en-US machine ⟦continue⟧', 'the address that answers with a dial plan, a text or a hole,'],
])('%s: a clause that lacks its value is one fault', (step, what) => {
  const word = /⟦(.+)⟧/.exec(step)?.[1];
  checkStep(step, [`FO1020: Expected ${what} after \`${word}\`, found \`then\``]);
});

/** Of a text whose hole means nothing, no rule knows how long it is, or how it begins. */
it.each([
  'sms "{⟦nope⟧}"',
  `sms "{⟦nope⟧}${'x'.repeat(161)}"`,
  'sms "Hi" label "{⟦nope⟧}"',
  'sms "Hi" to "{⟦nope⟧}"',
  'sms "Hi" from "{⟦nope⟧}!"',
  'viber "{⟦nope⟧}"',
  'viber "Hi" button "{⟦nope⟧}" "https://acme.com"',
  'viber "Hi" button "Go" "/{⟦nope⟧}"',
  'viber image "http:/{⟦nope⟧}"',
  'viber file "https://acme.com/a.pdf" as "{⟦nope⟧}"',
  'viber file "{⟦nope⟧}" as "a.pdf"',
  'viber "Hi" inbound "{⟦nope⟧}"',
  'viber template "{⟦nope⟧}" lang en',
  `${template.replace('en', '{⟦nope⟧}')}`,
  'viber template "0aac888f-2ee2-4112-9659-1755a951966a"(pin: {⟦nope⟧}) lang en',
  'viber template "bed0942f-e07e-4879-834b-29cc4cf3ec35"(pin: "1234", codeValidityTime: {⟦nope⟧}) lang en',
  'voice say "{⟦nope⟧}" lang en-US',
  'voice play "{⟦nope⟧}/hi.mp3"',
  'voice say "Hi" lang en-US machine continue "{⟦nope⟧}"',
  'voice say "Hi" lang en-US to sip "{⟦nope⟧}"',
])('%s: a name that means nothing is one fault', (step) => {
  checkStep(step, ['FO2001: The flow `check` has no parameter or let `nope`']);
});
