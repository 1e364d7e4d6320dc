import type { Node } from 'jsonc-parser';
import { imports } from '../diagnostics/fo6-import.js';
import type { Report } from '../diagnostics/reporter.js';
import { parseJson } from '../project/json.js';
import { crop } from '../text/crop.js';
import type { Span } from '../text/span.js';

/** A JSON value with its place. Putting a request in order changes it, the places stay. */
export interface Located extends Span {
  readonly kind: 'object' | 'list' | 'text' | 'number' | 'boolean' | 'null';
  /** Of what is neither object nor list. */
  value: string | number | boolean | null;
  /** Of an object; empty for all others. */
  readonly fields: Map<string, Field>;
  /** Of a list; empty for all others. */
  readonly items: Located[];
}

export interface Field {
  readonly key: Span;
  readonly value: Located;
}

export interface Keyed {
  readonly keys: readonly string[];
  readonly value: Located;
}

/** A request has some eight levels; what is far deeper is none, and need not be walked. */
const deepest = 100;

const kinds = {
  object: 'object',
  array: 'list',
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
} as const;

/** Reads JSON, and tells what in it cannot be trusted. Nothing, when it is no JSON. */
export function readJson(text: string, report: Report): Located | undefined {
  const { node, fault } = parseJson(text, { disallowComments: true, allowTrailingComma: false });
  if (fault !== undefined || node === undefined) {
    const { problem, ...span } = fault ?? { problem: 'it is empty', offset: 0, length: 0 };
    report(imports.notJson, span, { problem });
    return undefined;
  }
  return new Reader(text, report).read(node);
}

class Reader {
  readonly #text: string;
  readonly #report: Report;
  #isTooDeep = false;

  constructor(text: string, report: Report) {
    this.#text = text;
    this.#report = report;
  }

  read(root: Node): Located | undefined {
    const located = this.#located(root, 0);
    return this.#isTooDeep ? undefined : located;
  }

  #located(node: Node, depth: number): Located {
    const { offset, length } = node;
    const kind = node.type === 'property' ? 'null' : kinds[node.type];
    const located = newValue(kind, { offset, length });
    if (depth === deepest && (node.children?.length ?? 0) > 0) {
      if (!this.#isTooDeep) {
        const problem = `it is nested more than ${deepest} levels deep`;
        this.#report(imports.notJson, startOf(node), { problem });
      }
      this.#isTooDeep = true;
      return located;
    }
    if (kind === 'list') for (const item of node.children ?? []) located.items.push(this.#located(item, depth + 1));
    else if (kind === 'object') this.#readFields(node, located, depth);
    else if (kind === 'text') located.value = this.#wellFormed(node);
    else if (kind === 'number') located.value = this.#number(node);
    else located.value = node.value;
    return located;
  }

  #readFields(node: Node, located: Located, depth: number): void {
    for (const { children: [key, value] = [] } of node.children ?? []) {
      if (key === undefined || value === undefined) continue;
      const name = this.#wellFormed(key);
      if (located.fields.has(name)) this.#report(imports.keyTwice, key, { key: name });
      located.fields.set(name, { key, value: this.#located(value, depth + 1) });
    }
  }

  #wellFormed(node: Node): string {
    const value = String(node.value);
    const whole = value.replace(/\p{Cs}/gu, '\ufffd');
    if (whole !== value) this.#report(imports.halfCharacter, node, undefined);
    return whole;
  }

  #number(node: Node): number {
    const written = this.#text.slice(node.offset, node.offset + node.length);
    const value = Number(written);
    if (digitsOf(written) !== digitsOf(String(value))) {
      this.#report(imports.digits, node, { written: crop(written), read: String(value) });
    }
    return value;
  }
}

/** What a number is, however it is written: `1e3`, `1000` and `1000.0` are the same. */
function digitsOf(written: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(written) ?? [];
  const all = `${whole}${fraction}`.replace(/^0+/, '');
  const digits = all.replace(/0+$/, '');
  if (digits === '') return whole === '' ? written : '0';
  return `${sign}${digits}e${Number(exponent) - fraction.length + all.length - digits.length}`;
}

export function newValue(kind: Located['kind'], { offset, length }: Span, value: Located['value'] = null): Located {
  return { kind, offset, length, value, fields: new Map(), items: [] };
}

/** The value of a key of an object, where it is of the kind. */
export function fieldOf(owner: Located | undefined, key: string, kind?: Located['kind']): Located | undefined {
  const value = owner?.fields.get(key)?.value;
  return kind === undefined || value?.kind === kind ? value : undefined;
}

/** Where an object or list starts, for what is missing in it. */
export function startOf({ offset }: Span): Span {
  return { offset, length: 1 };
}

/** Where a value stands. Of an object or list that is long, the start is enough. */
export function placeOf(value: Located): Span {
  return (value.kind === 'object' || value.kind === 'list') && value.length > 60 ? startOf(value) : value;
}

/** What is directly in an object or list, with its key or index. */
export function entriesOf(value: Located): (readonly [string, Located])[] {
  if (value.kind === 'list') return value.items.map((item, index) => [String(index), item]);
  return [...value.fields].map(([key, field]) => [key, field.value]);
}

/** What stands at the keys of a JSON Pointer: as much of the way as there is. */
export function follow(root: Located, keys: readonly string[]): readonly Located[] {
  const way = [root];
  for (const key of keys) {
    const next = inside(way.at(-1) ?? root, key);
    if (next === undefined) break;
    way.push(next);
  }
  return way;
}

function inside(value: Located, key: string): Located | undefined {
  if (value.kind !== 'list') return fieldOf(value, key);
  return /^(?:0|[1-9]\d*)$/.test(key) ? value.items[Number(key)] : undefined;
}

/** A value and all that is in it, each with the keys on the way to it. */
export function* valuesIn(value: Located, keys: readonly string[] = []): Generator<Keyed> {
  yield { keys, value };
  for (const [key, one] of entriesOf(value)) yield* valuesIn(one, [...keys, key]);
}

/** As JSON.parse would have it, `__proto__` included. */
export function plain(value: Located): unknown {
  if (value.kind === 'list') return value.items.map(plain);
  if (value.kind === 'object') return Object.fromEntries(entriesOf(value).map(([key, one]) => [key, plain(one)]));
  return value.value;
}

/** In the words of a message. */
export function describe(value: Located): string {
  switch (value.kind) {
    case 'object':
      return value.fields.size === 0 ? 'an empty object' : 'an object';
    case 'list':
      return value.items.length === 0 ? 'an empty list' : 'a list';
    case 'text':
      return 'a text';
    case 'number':
      return 'a number';
    default:
      return String(value.value);
  }
}
