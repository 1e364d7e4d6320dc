import { imports } from '../diagnostics/fo6-import.js';
import type { Report } from '../diagnostics/reporter.js';
import { pointerKeys } from '../emit/json.js';
import { channelTypes } from '../routee/channels.js';
import { isBlank } from '../routee/values.js';
import { crop } from '../text/crop.js';
import { nearest } from '../text/nearest.js';
import { describe, entriesOf, fieldOf, follow, type Located, leavesOf } from './located.js';
import { isName } from './names.js';
import { stepsOf } from './write-file.js';

/** A value that is to become a parameter: the one at a JSON Pointer, or what goes by the name. */
export interface Parameter {
  readonly name: string;
  readonly at?: string | undefined;
}

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
  return finder;
}

class HoleFinder implements Holes {
  readonly all = new Map<Located, string>();
  readonly asked = new Set<Located>();
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
    this.#report(imports.notAParameter, { offset: this.#root.offset, length: 1 }, { name, problem });
  }

  byName(name: string): void {
    const found = this.#requests.map((request) => namedValues(request, name));
    if (found.every(({ values }) => values.length === 0)) {
      const suggestion = nearest(name, ['to', ...this.#requests.flatMap(namesIn)]);
      this.#report(imports.noSuchValue, { offset: this.#root.offset, length: 1 }, { name, suggestion, values: [] });
    }
    for (const { values, equal } of found) {
      const different = [...new Set(values.map(({ value }) => String(value)))];
      const [first] = values;
      if (first !== undefined && different.length > 1) {
        const help = `Say which is meant, as in \`${name}=/flow/0/…\`; a name may have several places.`;
        this.#report(imports.noSuchValue, first, { name, values: different }, { help });
        continue;
      }
      for (const value of values) this.asked.add(value);
      for (const value of [...values, ...equal]) if (!this.all.has(value)) this.all.set(value, name);
    }
  }

  byPointer(name: string, pointer: string): void {
    const keys = pointerKeys(pointer);
    const way = follow(this.#root, keys);
    const last = way.at(-1) ?? this.#root;
    if (pointer.startsWith('/') && way.length > keys.length) {
      this.all.set(last, name);
      this.asked.add(last);
      return;
    }
    const isContainer = last.kind === 'object' || last.kind === 'list';
    const span = { offset: last.offset, length: isContainer ? 1 : last.length };
    const found = pointer.startsWith('/') ? whatIsThere(last, keys[way.length - 1] ?? '') : 'a pointer starts with `/`';
    this.#report(imports.noSuchPlace, span, { name, pointer, found });
  }
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
  const ofFields = texts.filter(({ keys }) => keys.at(-1) === name).map(({ leaf }) => leaf);
  const values = ofTemplates.length > 0 ? ofTemplates : ofFields;
  const equal = texts.filter(({ keys, leaf }) => leaf.value === values[0]?.value && isContent(keys));
  return { values, equal: equal.map(({ leaf }) => leaf) };
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

function textsIn(request: Located) {
  const leaves = [...leavesOf(request)].filter(({ leaf }) => leaf.kind === 'text');
  return leaves.map(({ at, leaf }) => ({ keys: pointerKeys(at), leaf }));
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
function namesIn(request: Located): string[] {
  const ofTemplates = stepsOf(request).flatMap((step) => [...(fieldOf(step, 'templateParams')?.fields.keys() ?? [])]);
  return [...ofTemplates, ...textsIn(request).map(({ keys }) => keys.at(-1) ?? '')];
}
