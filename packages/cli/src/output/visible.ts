/**
 * Characters that would act on a terminal, or turn the order of a line around, instead of being seen: controls, the
 * marks of bidirectional text, separators of lines, the byte order mark, and halves of surrogate pairs.
 */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const mayBeUnseen = /[^ -~]/;

/** Makes text of a source or a file name safe to print on one line: `␛` for an escape, `<U+202E>` for what has no picture. */
export function visible(text: string): string {
  return mayBeUnseen.test(text) ? text.replace(unseen, picture) : text;
}

/** What stands for a character that is not to be printed. */
function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
