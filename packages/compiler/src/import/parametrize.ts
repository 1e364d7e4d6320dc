import { imports } from '../diagnostics/fo6-import.js';
import type { Report } from '../diagnostics/reporter.js';
import { pointerKeys } from '../emit/json.js';
import { channelTypes } from '../routee/channels.js';
import { isName } from '../routee/name-form.js';
import { isBlank } from '../routee/values.js';
import { crop } from '../text/crop.js';
import { nearest } from '../text/nearest.js';
import {
  describe,
  entriesOf,
  fieldOf,
  follow,
  type Keyed,
  type Located,
  placeOf,
  startOf,
  valuesIn,
} from './located.js';
import { stepsOf } from './steps.js';

/** A value that is to become a parameter: the one at a JSON Pointer, or what goes by the name. */
export interface Parameter {
  readonly name: string;
  readonly at?: string | undefined;
}

/** The codes of what is wrong with the parameters that were asked for, and not with the input. */
export const parameterCodes: ReadonlySet<string> = new Set(
  [imports.noSuchPlace, imports.noSuchValue, imports.notAParameter].map(({ code }) => code),
);

export interface Holes {
  /** The values that become parameters, with their names. */
  readonly all: ReadonlyMap<Located, string>;
  /** Those that were asked for themselves, and not for being equal to another. */
  readonly asked: ReadonlySet<Located>;
}

/**
 * Finds the values that become parameters. A pointer means exactly the value there. A name alone means the recipient
 * (`to`), or the template's parameter or the field of that name, and all texts and addresses that are equal to it.
 * @param root what the pointers start from
 */
export function findHoles(
  root: Located,
  requests: readonly Located[],
  parameters: readonly Parameter[],
  report: Report,
): Holes {
  const finder = new HoleFinder(root, requests, report);
  for (const { name, at } of parameters) {
    if (!isName(name)) finder.refuse(name);
    else if (at === undefined) finder.byName(name);
    else finder.byPointer(name, at);
  }
  finder.takeEqual();
  return finder;
}

class HoleFinder implements Holes {
  readonly all = new Map<Located, string>();
  readonly asked = new Set<Located>();
  /** Texts that are equal to what was asked for, unless they are asked for themselves. */
  readonly #equal = new Map<Located, string>();
  readonly #root: Located;
  readonly #requests: readonly Located[];
  readonly #report: Report;

  constructor(root: Located, requests: readonly Located[], report: Report) {
    this.#root = root;
    this.#requests = requests;
    this.#report = report;
  }

  refuse(name: string): void {
    const problem = 'a name is letters, digits and `_`, with single `-` inside, and starts with a letter or `_`';
    this.#report(imports.notAParameter, startOf(this.#root), { name, problem });
  }

  byName(name: string): void {
    const found = this.#requests.map((request) => namedValues(request, name));
    if (found.every(({ values }) => values.length === 0)) {
      const names = new Set(['to', ...this.#requests.flatMap((request) => namesIn(request))]);
      const suggestion = nearest(name, names);
      const usual = new Set(['to', ...this.#requests.flatMap((request) => namesIn(request, isContent))]);
      const help = suggestion === undefined ? namesHelp([...usual]) : undefined;
      this.#report(imports.noSuchValue, startOf(this.#root), { name, suggestion, values: [] }, { help });
    }
    for (const { values, equal } of found) {
      const different = [...new Set(values.map(({ value }) => String(value)))];
      const [first] = values;
      if (first !== undefined && different.length > 1) {
        const help = `Say which is meant, as in \`${name}=/flow/0/…\`; a name may have several places.`;
        this.#report(imports.noSuchValue, first, { name, values: different }, { help });
        continue;
      }
      for (const value of values) this.#ask(value, name);
      for (const value of equal) if (!this.#equal.has(value)) this.#equal.set(value, name);
    }
  }

  takeEqual(): void {
    for (const [value, name] of this.#equal) if (!this.all.has(value)) this.all.set(value, name);
  }

  byPointer(name: string, pointer: string): void {
    const keys = pointerKeys(pointer);
    const way = follow(this.#root, keys);
    const last = way.at(-1) ?? this.#root;
    if (pointer.startsWith('/') && way.length > keys.length) {
      this.#ask(last, name);
      return;
    }
    const found = pointer.startsWith('/') ? whatIsThere(last, keys[way.length - 1] ?? '') : 'a pointer starts with `/`';
    this.#report(imports.noSuchPlace, placeOf(last), { name, pointer, found });
  }

  #ask(value: Located, name: string): void {
    const other = this.all.get(value);
    if (other !== undefined && other !== name) {
      this.#report(imports.notAParameter, placeOf(value), { name, problem: `this is \`${other}\` already` });
      return;
    }
    this.all.set(value, name);
    this.asked.add(value);
  }
}

/** A longer list helps nobody. */
const mostNames = 8;

function namesHelp(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map((name) => `\`${crop(name, 20)}\``);
  return `It has ${shown.join(', ')}${names.length > mostNames ? ', …' : ''}. Anything else needs its place, as in \`name=/flow/0/…\`.`;
}

function whatIsThere(last: Located, missing: string): string {
  const keys = entriesOf(last).map(([key]) => key);
  const wanted = `\`${crop(missing)}\``;
  if (last.kind === 'list') {
    return `the list has no ${wanted}, ${keys.length === 0 ? 'it is empty' : `its places are 0 to ${keys.length - 1}`}`;
  }
  if (last.kind !== 'object') return `this is ${describe(last)}, with nothing in it`;
  if (keys.length === 0) return 'this object is empty';
  const shown = keys.slice(0, 8).map((key) => `\`${crop(key, 20)}\``);
  return `there is no ${wanted} among ${shown.join(', ')}${keys.length > 8 ? ' and more' : ''}`;
}

interface Named {
  readonly values: readonly Located[];
  /** Texts and addresses elsewhere with the same value. */
  readonly equal: readonly Located[];
}

function namedValues(request: Located, name: string): Named {
  if (name === 'to') return { values: recipientsIn(request), equal: [] };
  const ofTemplates = stepsOf(request).flatMap((step) => fieldOf(fieldOf(step, 'templateParams'), name) ?? []);
  const texts = textsIn(request);
  const called = (some: readonly Keyed[]) => some.filter(({ keys }) => keys.at(-1) === name).map(({ value }) => value);
  // What is no text can be no parameter: one of them is enough to say so.
  const all = [ofTemplates, called(texts), called([...valuesIn(request)]).slice(0, 1)];
  const values = all.find((some) => some.length > 0) ?? [];
  const equal = texts.filter(({ keys, value }) => value.value === values[0]?.value && isContent(keys));
  return { values, equal: equal.map(({ value }) => value) };
}

function recipientsIn(request: Located): Located[] {
  const numbers = stepsOf(request).flatMap((step) => {
    const to = fieldOf(step, 'to');
    const isCall = fieldOf(step, 'type')?.value === channelTypes.voice;
    return isCall ? [fieldOf(to, 'phone'), fieldOf(to, 'viber')] : [to];
  });
  return numbers
    .filter((number) => number !== undefined)
    .filter(({ kind, value }) => kind === 'text' && !isBlank(String(value)));
}

function textsIn(request: Located): Keyed[] {
  return [...valuesIn(request)].filter(({ value }) => value.kind === 'text');
}

const contents: ReadonlySet<string | undefined> = new Set([
  ...['text', 'body', 'label', 'caption', 'fileName', 'imageUrl', 'targetUrl', 'fileUrl', 'videoUrl'],
  ...['videoThumbnail', 'inboundUrl', 'url', 'eventUrl', 'fileURL'],
]);

/** What a person gets to see, and addresses. Ids, senders, languages and numbers are equal to these but by chance. */
export function isContent(keys: readonly string[]): boolean {
  return keys.at(-2) === 'templateParams' || contents.has(keys.at(-1));
}

/** What a name alone can stand for. */
function namesIn(request: Located, isMeant: (keys: readonly string[]) => boolean = () => true): string[] {
  const ofTemplates = stepsOf(request).flatMap((step) => [...(fieldOf(step, 'templateParams')?.fields.keys() ?? [])]);
  const texts = textsIn(request).filter(({ keys }) => isMeant(keys));
  return [...ofTemplates, ...texts.map(({ keys }) => keys.at(-1) ?? '')];
}
