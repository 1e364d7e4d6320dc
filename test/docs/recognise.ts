import type { Grammar, Part } from '../../scripts/docs/grammar/part.js';

/** Whether a grammar takes all of a list of tokens, tried in every way. */
export function isSentence<Token>(
  grammar: Grammar,
  start: string,
  tokens: readonly Token[],
  fits: (token: Token, part: Part & { kind: 'word' | 'token' }) => boolean,
): boolean {
  return ends({ kind: 'rule', name: start }, 0).has(tokens.length);

  /** Where a part that starts at a place may end. */
  function ends(part: Part, at: number): ReadonlySet<number> {
    switch (part.kind) {
      case 'word':
      case 'token': {
        const token = tokens[at];
        return new Set(token !== undefined && fits(token, part) ? [at + 1] : []);
      }
      case 'rule': {
        const body = grammar.get(part.name);
        if (body === undefined) throw new Error(`No rule ${part.name}`);
        return ends(body, at);
      }
      case 'sequence':
        return part.parts.reduce<ReadonlySet<number>>((places, one) => endsFrom(one, places), new Set([at]));
      case 'all':
        return allInAnyOrder(part.parts, at);
      case 'choice':
        return new Set(part.parts.flatMap((one) => [...ends(one, at)]));
      case 'optional':
        return new Set([at, ...ends(part.part, at)]);
      case 'repeat':
        return repeated(part.part, at);
    }
  }

  function endsFrom(part: Part, places: ReadonlySet<number>): ReadonlySet<number> {
    return new Set([...places].flatMap((place) => [...ends(part, place)]));
  }

  function allInAnyOrder(parts: readonly Part[], at: number): ReadonlySet<number> {
    if (parts.length === 0) return new Set([at]);
    const found = parts.flatMap((first, index) =>
      [...ends(first, at)].flatMap((place) => [...allInAnyOrder(parts.toSpliced(index, 1), place)]),
    );
    return new Set(found);
  }

  function repeated(part: Part, at: number): ReadonlySet<number> {
    const found = new Set([at]);
    for (const place of found) for (const end of ends(part, place)) found.add(end);
    return found;
  }
}
