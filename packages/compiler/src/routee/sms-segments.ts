import { SegmentedMessage } from 'sms-segments-calculator';

/** How an SMS is cut into parts. Source: docs/message-analysis. */
export interface Segments {
  readonly parts: number;
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly length: number;
  /** The characters that force UCS-2, as often as they stand. */
  readonly foreign: readonly string[];
  /** How many more characters of the encoding, of one place each, the last part holds. */
  readonly left: number;
}

/** Characters of GSM-7 that take one place each: up to 160 of them are one part, without a closer look. */
const plain = /^[A-Za-z0-9 .,:;!?'"()\-+*/<>=%&#@$_\n\r]{0,160}$/;
const onePart = 160;
/** So many characters are one part in either encoding. */
const alwaysOnePart = 70;

const bitsPerCharacter = { 'GSM-7': 7, 'UCS-2': 16 } as const;

export function segments(text: string): Segments {
  if (plain.test(text)) {
    return { parts: 1, encoding: 'GSM-7', length: text.length, foreign: [], left: onePart - text.length };
  }
  const message = new SegmentedMessage(text);
  const foreign = message.encodedChars.filter((one) => !one.isGSM7).map((one) => one.raw);
  const encoding = message.encodingName === 'GSM-7' ? 'GSM-7' : 'UCS-2';
  const free = message.segments.at(-1)?.freeSizeInBits() ?? 0;
  const left = Math.floor(free / bitsPerCharacter[encoding]);
  return { parts: message.segmentsCount, encoding, length: text.length, foreign, left };
}

/** Whether a text is one part for sure; a cheap answer for most texts. */
export function isOnePart(text: string): boolean {
  return text.length <= alwaysOnePart || plain.test(text);
}

/** The GSM-7 characters that look like one outside it, such as `'` for `’`. */
export function gsmReplacement(character: string): string | undefined {
  const smart = new SegmentedMessage(character, 'auto', true);
  const text = smart.graphemes.join('');
  return text !== character && smart.encodingName === 'GSM-7' ? text : undefined;
}
