/** The start of a text, for a message: what somebody wrote may be a megabyte long. */
export function crop(text: string, longest = 40): string {
  if (text.length <= longest) return text;
  const code = text.charCodeAt(longest - 2);
  // Half of a surrogate pair would be no character.
  const end = code >= 0xd800 && code <= 0xdbff ? longest - 2 : longest - 1;
  return `${text.slice(0, end)}…`;
}
