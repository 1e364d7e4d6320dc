/**
 * How well the letters of a query, in their order, make up a name: more for letters at the start of the name or of one
 * of its words, and for letters side by side. Nothing where they do not occur in this order. Case does not count.
 */
export function fuzzyScore(query: string, name: string): number | undefined {
  const wanted = query.replace(/\s/g, '').toLowerCase();
  const lower = name.toLowerCase();
  const together = lower.indexOf(wanted);
  if (wanted === '') return 0;
  if (together !== -1) return wanted.length * 10 + (together === 0 ? 20 : startsWord(name, together) ? 10 : 0);
  let score = 0;
  let at = -1;
  for (const letter of wanted) {
    const before = at;
    at = lower.indexOf(letter, before + 1);
    if (at === -1) return undefined;
    score += at === before + 1 ? 3 : startsWord(name, at) ? 2 : 1;
  }
  return score;
}

function startsWord(name: string, at: number): boolean {
  return at === 0 || name[at - 1] === '-' || name[at - 1] === '_';
}
