import { isName } from '../routee/name-form.js';
import { channelWords, clauseWords, declarationWords, flagWords } from '../syntax/words.js';

/** Words that may stand right after a name: a name like one of them would be hard to read. */
const misleading: readonly string[] = [
  ...channelWords,
  ...clauseWords,
  ...declarationWords,
  ...flagWords,
  'then',
  'no',
];

/** A name as the language has them, made of any text: `Order ready (v2)` is `Order-ready-v2`. Nothing, if none is left. */
export function nameFrom(text: string): string | undefined {
  const name = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{Nd}_]+/gu, '-')
    .replace(/^[-\p{M}\p{Nd}]+|-+$/gu, '')
    .replace(/-(?=\p{M})/gu, '');
  return isName(name) ? name : undefined;
}

/** The same in small letters: `ACME Shop` is `acme-shop`, `YourBrand` is `your-brand`. */
export function smallNameFrom(text: string): string | undefined {
  const name = nameFrom(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2'))?.toLowerCase();
  return name === undefined || misleading.includes(name) || !isName(name) ? undefined : name;
}

/** Names that are all different: the second `sender` is `sender-2`. */
export class Names {
  readonly #taken = new Set<string>();
  readonly #counts = new Map<string, number>();

  unique(wanted: string): string {
    let name = wanted;
    let count = this.#counts.get(wanted) ?? 1;
    while (this.#taken.has(name)) name = `${wanted}-${++count}`;
    this.#counts.set(wanted, count);
    this.#taken.add(name);
    return name;
  }
}
