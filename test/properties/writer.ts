import type { Tokens } from './layout.js';
import type { Random } from './random.js';
import { lengthOf, type Param, phoneNumber, type Scope, valueFor } from './values.js';

/** A let whose text is known to be so long at most. */
export interface Let {
  readonly name: string;
  readonly kind: 'text' | 'url' | 'lang';
  readonly length: number;
  /** For a language, which one. */
  readonly lang?: string;
}

/** Writes texts, addresses and numbers of a program, with what can be named in them. */
export class Writer {
  readonly random: Random;
  readonly lets: Let[] = [];

  constructor(random: Random) {
    this.random = random;
  }

  typeOf({ kind, min, max, langs = [] }: Param): Tokens {
    if (kind === 'lang') return ['lang', '(', ...commas(langs.map((lang) => [lang])), ')'];
    if ((kind !== 'text' && kind !== 'int') || (min === undefined && max === undefined)) return [kind];
    return [kind, '(', `${min ?? ''}`, '..', `${max ?? ''}`, ')'].filter((token) => token !== '');
  }

  /** A value as the language writes it. */
  literal(param: Param): string {
    const value = valueFor(param, this.random);
    return typeof value === 'number' ? String(value) : quote(value);
  }

  param(param: Param, hasDefault: boolean): Tokens {
    return [param.name, ':', ...this.typeOf(param), ...(hasDefault ? ['=', this.literal(param)] : [])];
  }

  phone({ params }: Scope): Tokens {
    const phones = params.filter(({ kind }) => kind === 'phone');
    if (phones.length > 0 && this.random.chance(50)) return hole(this.random.pick(phones));
    return [quote(phoneNumber(this.random))];
  }

  /** An address that is fixed, that ends in a parameter, or that a let or a parameter is. */
  address(fixed: string, scope: Scope = { params: [], listed: true }): Tokens {
    const { random } = this;
    const lets = this.lets.filter(({ kind }) => kind === 'url');
    const urls = scope.params.filter(({ kind }) => kind === 'url');
    const choice = random.integer(1, 6);
    if (choice === 1 && lets.length > 0) return hole(random.pick(lets));
    if (choice === 2 && lets.length > 0) return [`"{${random.pick(lets).name}}/x"`];
    if (choice === 3 && urls.length > 0) return hole(random.pick(urls));
    if (choice === 4 && urls.length > 0) return [`"{${random.pick(urls).name}}"`];
    // What stands behind `.wav` is another ending.
    if (choice === 5 && scope.params.length > 0 && !/\.wav/i.test(fixed)) {
      return [`"${fixed}/{${random.pick(scope.params).name}}"`];
    }
    return [quote(fixed)];
  }

  /** The name of a file, at most 25 characters with its ending. */
  fileName({ params }: Scope): string {
    const short = params.filter(({ kind, max = 99 }) => kind === 'text' && max <= 20);
    return short.length > 0 && this.random.chance(50) ? `"{${this.random.pick(short).name}}.csv"` : '"Prices.XLSX"';
  }

  /** A text that has at most so many characters, whatever its holes are filled with. It says something. */
  text(scope: Scope, limit: number): string {
    const { random } = this;
    const pieces: string[] = [];
    let left = limit - 1;
    for (let count = random.integer(0, 6); count > 0; count--) {
      const [written, length] = this.#piece(scope, limit);
      if (length > left) continue;
      pieces.push(written);
      left -= length;
    }
    pieces.splice(random.integer(0, pieces.length), 0, 'x');
    const text = pieces.join('');
    return random.chance(10) ? `"""\n    ${text}\n    """` : `"${text}"`;
  }

  /** As it is written, and how many characters it stands for. */
  #piece(scope: Scope, limit: number): readonly [string, number] {
    const { random, lets } = this;
    const choice = random.integer(1, 10);
    if (choice <= 3 && scope.params.length > 0) {
      const param = random.pick(scope.params);
      return [random.chance(10) ? `{ ${param.name} }` : `{${param.name}}`, lengthOf(param, scope)];
    }
    if (choice === 4 && lets.length > 0) {
      const { name, length } = random.pick(lets);
      return [`{${name}}`, length];
    }
    if (choice === 5 && limit > 100) {
      const length = random.integer(1, 300);
      return ['lorem ipsum '.repeat(30).slice(0, length), length];
    }
    return random.pick(characters);
  }
}

const characters: readonly (readonly [string, number])[] = [
  ...([
    ['é', 1],
    ['κωδικός ', 8],
    ['😀', 2],
    [' ', 1],
    ["'", 1],
    ['//', 2],
    ['€[]', 3],
    ['https://acme.com/a ', 19],
  ] as const),
  ...([
    ['\\n', 1],
    ['\\t', 1],
    ['\\"', 1],
    ['\\\\', 1],
    ['\\{a\\}', 3],
    ['\\u{1F600}', 2],
    ['\\u{20}', 1],
  ] as const),
];

export function hole({ name }: { readonly name: string }): Tokens {
  return ['{', name, '}'];
}

export function quote(text: string): string {
  return JSON.stringify(text);
}

/** The items with commas between them; a list of parameters may have one after the last. */
export function commas(items: readonly Tokens[], random?: Random): string[] {
  const list = items.flatMap((item, index) => (index === 0 ? item : [',', ...item]));
  return items.length > 0 && random?.chance(10) ? [...list, ','] : list;
}

/** So many seconds, in one of the ways to write them. */
export function duration(seconds: number, random: Random): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const parts = `${hours > 0 ? `${hours}h` : ''}${minutes > 0 ? `${minutes}m` : ''}${rest > 0 ? `${rest}s` : ''}`;
  const ways = [`${seconds}s`, parts];
  if (seconds % 6 === 0) ways.push(`${seconds / 60}m`);
  if (seconds % 3600 === 0) ways.push(`${seconds / 3600}h`);
  return random.pick(ways);
}
