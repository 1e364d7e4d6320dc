/** What JSON allows in a text and a terminal would act on. */
const unsafe = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const everyUnsafe = new RegExp(unsafe, 'g');

/** JSON as it is printed and written: two spaces, a line break at the end, nothing in it that a terminal would act on. */
export function jsonText(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2);
  return `${unsafe.test(json) ? json.replace(everyUnsafe, escaped) : json}\n`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
