import { type ParamSchema, typeOfSchema } from '../emit/bundle.js';
import { describeType, intersect, type Type, typeText } from '../names/types.js';
import type { Place } from '../text/span.js';
import type { Change, ChangeKind } from './change.js';
import type { FlowRequest, Parameter } from './request.js';
import { quote, type Sentence, say, sentenceOf } from './sentence.js';
import { placeIn } from './step-pair.js';

/** What callers must or may pass otherwise than before. */
export function compareParameters(old: FlowRequest, next: FlowRequest, renamed: ReadonlyMap<string, string>): Change[] {
  const changes: Change[] = [];
  const tell = (name: string, kind: ChangeKind, sentence: Sentence) => {
    changes.push({ kind, sentence, parameter: name, ...placesOf(old, next, name, renamed) });
  };
  for (const [was, is] of renamed) {
    tell(is, 'parameter-renamed', say`callers must now pass ${quote(was)} as ${quote(is)}`);
  }
  for (const name of old.parameters.keys()) {
    if (next.parameters.has(name)) continue;
    tell(name, 'parameter-removed', say`callers must no longer pass ${quote(name)}`);
  }
  for (const [name, is] of next.parameters) {
    const was = old.parameters.get(name);
    if (was !== undefined) {
      for (const [kind, sentence] of compareParameter(name, was, is)) tell(name, kind, sentence);
      continue;
    }
    const type = sentenceOf(describeType(typeOfSchema(is.schema)));
    if (is.isRequired) tell(name, 'parameter-added', say`callers must now pass ${quote(name)}: ${type}`);
    else tell(name, 'parameter-optional', say`callers may now pass ${quote(name)}: ${type}; ${otherwise(is)}`);
  }
  return changes;
}

function compareParameter(name: string, was: Parameter, is: Parameter): [ChangeKind, Sentence][] {
  const changes: [ChangeKind, Sentence][] = [];
  if (typeKey(was.schema) !== typeKey(is.schema)) {
    const [before, after] = [typeOfSchema(was.schema), typeOfSchema(is.schema)];
    const isWider = isWithin(before, after);
    const words = shownTypes(before, after);
    const sentence = isWider
      ? say`${quote(name)} may now be more: ${words.after} (was ${words.before})`
      : say`${quote(name)} must now be ${words.after} (was ${words.before})`;
    changes.push([isWider ? 'parameter-widened' : 'parameter-narrowed', sentence]);
  }
  const [before, after] = [defaultKey(was), defaultKey(is)];
  if (before === after) return changes;
  if (is.isRequired) {
    changes.push([
      'parameter-required',
      say`callers must now pass ${quote(name)} (without it, ${shownDefault(was)} was taken)`,
    ]);
  } else if (was.isRequired) {
    changes.push(['parameter-optional', say`callers need no longer pass ${quote(name)}: ${otherwise(is)}`]);
  } else {
    const sentence = say`without ${quote(name)}, ${shownDefault(is)} is taken (was ${shownDefault(was)})`;
    changes.push(['parameter-default', sentence]);
  }
  return changes;
}

function otherwise(parameter: Parameter): Sentence {
  return say`without it, ${shownDefault(parameter)} is taken`;
}

function shownDefault({ schema }: Parameter): ReturnType<typeof quote> {
  return quote(String(schema.default ?? ''));
}

function defaultKey({ schema, isRequired }: Parameter): string {
  return isRequired ? 'required' : JSON.stringify(schema.default ?? null);
}

function typeKey({ default: _, ...schema }: ParamSchema): string {
  return JSON.stringify(schema);
}

/** Whether every value of one type is one of another. */
function isWithin(inner: Type, outer: Type): boolean {
  const both = intersect(inner, outer);
  const key = (type: object) => JSON.stringify(Object.entries(type).sort(([a], [b]) => (a < b ? -1 : 1)));
  return both !== undefined && both.kind !== 'any' && key(present(both)) === key(present(inner));
}

/** Without what is undefined or false, which says nothing of a type. */
function present(type: Type): object {
  return Object.fromEntries(Object.entries(type).filter(([, value]) => value !== undefined && value !== false));
}

/** Two types in words that tell them apart. */
function shownTypes(before: Type, after: Type): { before: Sentence; after: Sentence } {
  const [was, is] = [before, after].map(describeType);
  if (was !== is) return { before: sentenceOf(was ?? ''), after: sentenceOf(is ?? '') };
  const exact = (type: Type) => say`${sentenceOf(describeType(type))}${typeText(type)}`;
  return { before: exact(before), after: exact(after) };
}

function placesOf(old: FlowRequest, next: FlowRequest, name: string, renamed: ReadonlyMap<string, string>) {
  const was = [...renamed].find(([, is]) => is === name)?.[0] ?? name;
  return { old: placeOf(old, was), new: placeOf(next, name) ?? placeIn(next, next.flow.symbol) };
}

function placeOf(request: FlowRequest, name: string): Place | undefined {
  const symbol = request.flow.parameters.find((one) => one.name === name);
  return symbol && { uri: symbol.uri, offset: symbol.offset, length: symbol.length };
}

/**
 * Parameters that are only called otherwise, the old names with the new: of the same type, and at the same places of the
 * request.
 */
export function renamedParameters(old: FlowRequest, next: FlowRequest): Map<string, string> {
  const renamed = new Map<string, string>();
  const gone = [...old.parameters.keys()].filter((name) => !next.parameters.has(name));
  const come = new Set([...next.parameters.keys()].filter((name) => !old.parameters.has(name)));
  if (gone.length === 0 || come.size === 0) return renamed;
  const [oldUses, newUses] = [usesOf(old), usesOf(next)];
  for (const was of gone) {
    const uses = oldUses.get(was);
    for (const is of come) {
      const isSameType = JSON.stringify(old.parameters.get(was)) === JSON.stringify(next.parameters.get(is));
      if (!isSameType || uses === undefined || uses !== newUses.get(is)) continue;
      renamed.set(was, is);
      come.delete(is);
      break;
    }
  }
  return renamed;
}

/** The places that each parameter fills, as one text each. */
function usesOf({ holes }: FlowRequest): Map<string, string> {
  const uses = new Map<string, string>();
  for (const { at, parts } of holes) {
    for (const part of parts) if (typeof part !== 'string') uses.set(part.param, `${uses.get(part.param) ?? ''} ${at}`);
  }
  return uses;
}
