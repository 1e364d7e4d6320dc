import type { Type } from '../names/types.js';
import type { Channel } from '../routee/channels.js';
import { limits } from '../routee/limits.js';

/** What stands in an insertion until the author writes something better. Each is one that the language takes. */

const digits = '8213';
export const sampleId = '00000000-0000-0000-0000-000000000000';
export const sampleUrl = 'https://example.com';
export const sampleNumber = '+306912345678';
export const sampleSenders: Readonly<Record<Channel, string>> = { viber: sampleId, sms: 'ACME', voice: '302101234567' };

/** A name that nothing has yet: `acme`, else `acme2` and so on. */
export function freshName(base: string, taken: { has(name: string): boolean }): string {
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base}${number}`;
  return name;
}

/** A text, without its quotes, or a number. */
export function sampleOf(type: Type, name = ''): string {
  switch (type.kind) {
    case 'phone':
      return sampleNumber;
    case 'url':
      return sampleUrl;
    case 'int':
      return String(type.min ?? Math.min(1, type.max ?? 1));
    case 'lang':
      return type.langs[0] ?? 'en';
    case 'text': {
      const usual = name === 'pin' ? digits : name === '' ? '…' : name;
      const min = Math.max(type.min ?? 0, name === 'pin' ? limits.otp.pin.min : 0);
      return usual.padEnd(Math.min(min, limits.sms.body.max), usual).slice(0, type.max);
    }
  }
}
