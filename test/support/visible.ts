/** A text as a JSON string in which everything can be seen: what is invisible stands as its number. */
export function quoted(text: string): string {
  const invisible = /(?! )[\p{C}\p{Z}]/gu;
  return JSON.stringify(text).replace(invisible, (character) => {
    const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
  });
}

/** How many columns a line takes, for an underline that stands below what it means. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/[\p{Mn}\p{Me}\p{Cf}\r]/u.test(character)) continue;
    columns += /\p{Emoji_Presentation}/u.test(character) ? 2 : 1;
  }
  return columns;
}
