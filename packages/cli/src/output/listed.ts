/** `a`, `a or b`, `a, b or c`. @param last stands before the last one */
export function listed(words: readonly string[], last: string): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
