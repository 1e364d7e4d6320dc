import { bundleFrom, type ParamSchema } from '../emit/bundle.js';
import { type Json, pointerStep } from '../emit/json.js';
import { type Hole, payloadOf } from '../emit/payload.js';
import type { Flow, Step } from '../names/model.js';
import type { Program } from '../program.js';
import type { Story } from '../story/story.js';
import { storyOf } from '../story/story-of.js';
import { sourceOf } from '../text/span.js';

/** What stands in one field of a request. */
export interface Leaf {
  /** Equal where the values are. */
  readonly key: string;
  /** The value as it is shown: a text with its holes as the language writes them. */
  readonly shown: string;
  /** What declares it, where that has a name: a template or a sender. */
  readonly name?: string | undefined;
  /** Nothing where a parameter fills it. */
  readonly value: Json | undefined;
  /** False where a name in it is at fault or comes from a file that cannot be read: then it is as it is written. */
  readonly known: boolean;
}

/** The fields of a part of a request, by their JSON Pointer from that part. */
export type Fields = ReadonlyMap<string, Leaf>;

export interface StepRequest {
  readonly step: Step;
  readonly fields: Fields;
}

/** A flow and everything that it sends, field by field. */
export interface FlowRequest {
  readonly program: Program;
  readonly flow: Flow;
  /** What it does, with its times; two that send the same may differ in it, as in how a type is declared. */
  readonly story: Story;
  readonly steps: readonly StepRequest[];
  readonly callback: Fields;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly holes: readonly Hole[];
  /** Whether a file that it imports cannot be read, so that nobody knows all names. */
  readonly isIncomplete: boolean;
}

export interface Parameter {
  /** Without its description, which is a comment. */
  readonly schema: ParamSchema;
  readonly isRequired: boolean;
}

/** @param renamed what parameters are called on the other side, where they are only called otherwise */
export function requestOf(program: Program, flow: Flow, renamed: ReadonlyMap<string, string> = new Map()): FlowRequest {
  const written = payloadOf(flow);
  const { params } = bundleFrom(flow, written, () => undefined);
  const required = new Set(params.required);
  const parameters = Object.entries(params.properties).map(([name, schema]): [string, Parameter] => [
    renamed.get(name) ?? name,
    { schema, isRequired: required.has(name) },
  ]);
  const reader = new Reader(program, flow, written, renamed);
  const steps = flow.steps.map((step, index) => ({ step, fields: reader.step(step, `/flow/${index}`) }));
  const imports = program.outline(flow.uri)?.imports ?? [];
  let story: Story | undefined;
  return {
    program,
    flow,
    get story() {
      story ??= storyOf(program, flow);
      return story;
    },
    steps,
    callback: reader.read(written.payload.callback, '/callback'),
    parameters: new Map(parameters),
    holes: written.holes,
    isIncomplete: imports.some(({ uri }) => uri === undefined || program.outline(uri) === undefined),
  };
}

class Reader {
  readonly #payload: Json;
  readonly #holes: ReadonlyMap<string, Hole['parts']>;
  /** What is written at the places that are not known. */
  readonly #unknown: ReadonlyMap<string, string>;
  readonly #renamed: ReadonlyMap<string, string>;
  readonly #text: string;

  constructor(
    program: Program,
    flow: Flow,
    { payload, holes, places }: ReturnType<typeof payloadOf>,
    renamed: ReadonlyMap<string, string>,
  ) {
    this.#payload = payload;
    this.#holes = new Map(holes.map(({ at, parts }) => [at, parts]));
    this.#text = program.parsed(flow.uri)?.text ?? '';
    this.#renamed = renamed;
    const own = new Set(flow.texts.values());
    const unknown = places.filter(({ text }) => !text.known);
    this.#unknown = new Map(unknown.map(({ at, text }) => [at, own.has(text) ? sourceOf(this.#text, text) : '']));
  }

  step(step: Step, at: string): Fields {
    const { flow } = this.#payload as { flow: Json[] };
    const fields = new Map(this.read(flow[step.order - 1], at));
    for (const [path, source] of this.#missing(step)) {
      // Of a template that nobody knows, the arguments that are written are not all there are.
      for (const other of [...fields.keys()]) if (isBelow(other, path)) fields.delete(other);
      fields.set(path, { key: `?${source}`, shown: source, value: undefined, known: false });
    }
    const names = { '/templateId': step.template?.symbol?.name, [senderPath(step)]: step.sender?.symbol?.name };
    for (const [path, name] of Object.entries(names)) {
      const leaf = fields.get(path);
      if (leaf !== undefined && name !== undefined) fields.set(path, { ...leaf, name });
    }
    return fields;
  }

  /** What every step of its kind has, as it is written: it is missing where a name is at fault. */
  #missing(step: Step): [string, string][] {
    const { template, sender, recipients, node } = step;
    const from = node.clauses.find(({ kind }) => kind === 'from');
    const to = node.clauses.find(({ kind }) => kind === 'to');
    const source = (one: { offset: number; length: number } | undefined) => (one ? sourceOf(this.#text, one) : '');
    const missing: [string, string][] = [];
    if (sender === undefined) missing.push([senderPath(step), source(from)]);
    if (recipients.length === 0) missing.push(['/to', source(to)]);
    if (template !== undefined && template.id === undefined) {
      missing.push(['/templateId', source(template.node.template)], ['/templateParams', source(template.node.args)]);
    }
    return missing;
  }

  /** @param at where it stands in the payload */
  read(value: Json | undefined, at: string): Fields {
    const fields = new Map<string, Leaf>();
    const walk = (one: Json, path: string): void => {
      if (isBranch(one)) {
        for (const [key, child] of Object.entries(one)) walk(child, path + pointerStep(key));
      } else {
        fields.set(path, this.#leaf(one, at + path));
      }
    };
    if (value !== undefined) walk(value, '');
    return fields;
  }

  #leaf(value: Json, at: string): Leaf {
    const source = this.#unknown.get(at);
    if (source !== undefined) return { key: `?${source}`, shown: source, value: undefined, known: false };
    const hole = this.#holes.get(at);
    if (hole === undefined) {
      const shown = typeof value === 'string' ? escaped(value) : shownValue(value);
      return { key: JSON.stringify(value), shown, value, known: true };
    }
    const parts = hole.map((part) =>
      typeof part === 'string' ? part : { param: this.#renamed.get(part.param) ?? part.param },
    );
    const shown = parts.map((part) => (typeof part === 'string' ? escaped(part) : `{${part.param}}`)).join('');
    return { key: `{${JSON.stringify(parts)}`, shown, value: undefined, known: true };
  }
}

function senderPath({ channel }: Step): string {
  return channel === 'viber' ? '/senderInfoTrackingId' : '/from';
}

/** Whether a field is one that a path leads to, or a part of it. */
export function isBelow(field: string, path: string): boolean {
  return field === path || field.startsWith(`${path}/`);
}

/** Lists of words are one value. */
function isBranch(value: Json): value is readonly Json[] | { readonly [key: string]: Json } {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) ? value.some((item) => typeof item === 'object') : Object.keys(value).length > 0;
}

function shownValue(value: Json): string {
  return Array.isArray(value) ? value.join(', ') : JSON.stringify(value);
}

/** As the language writes it, so that what looks like a hole and is none can be told apart. */
function escaped(text: string): string {
  return text.replace(/[\\{}]/g, '\\$&');
}

/**
 * Whether two values can be compared: both are known, or both are as they are written. Without a list of parameters, a
 * name of a file that cannot be read looks like a parameter, so then a text with holes is not known either.
 */
export function isComparable(old: FlowRequest, next: FlowRequest, leaves: readonly Leaf[]): boolean {
  const isOneIncomplete = old.isIncomplete !== next.isIncomplete;
  const incomplete = old.isIncomplete ? old : next;
  if (isOneIncomplete && !incomplete.flow.listed && leaves.some(({ value }) => value === undefined)) return false;
  return leaves.every(({ known }) => known) || leaves.every(({ known }) => !known);
}

/** What differs between two parts of requests, or nothing. */
export function differing(old: Fields, next: Fields, paths: Iterable<string>): string[] {
  return [...paths].filter((path) => old.get(path)?.key !== next.get(path)?.key);
}

export function pathsOf(old: Fields, next: Fields): Set<string> {
  return new Set([...old.keys(), ...next.keys()]);
}
