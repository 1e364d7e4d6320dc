import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a misspelt word most likely means, or nothing when none is near.
 * A word of up to four letters may be one letter off, a longer one two, a long one three.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = wanted.length <= 4 ? 2 : wanted.length <= 10 ? 3 : 4;
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const away = isSwap(wanted, candidate) ? 1 : distance(wanted, candidate.toLowerCase());
    if (away < bestDistance && away < candidate.length) {
      best = candidate;
      bestDistance = away;
    }
  }
  return best;
}

/** Whether the letters are the same in another order, as in `form` for `from`. */
function isSwap(word: string, candidate: string): boolean {
  return word.length === candidate.length && word.length > 2 && sorted(word) === sorted(candidate.toLowerCase());
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
