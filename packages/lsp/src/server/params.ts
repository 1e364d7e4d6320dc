import { ErrorCodes, type Position, type Range, ResponseError } from 'vscode-languageserver';
import type { ImportArguments } from '../protocol.js';
import type { ContentChange } from '../workspace/document.js';
import { canonicalUri } from '../workspace/uris.js';

/** Reads what a client sent, of which nothing is certain. Each throws an error that answers the request. */

type Fields = Readonly<Record<string, unknown>>;

function invalid(name: string, wanted: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, `\`${name}\` must be ${wanted}`);
}

export function fieldsOf(value: unknown, name = 'params'): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw invalid(name, 'an object');
}

export function textIn(value: unknown, name: string): string {
  const text = fieldsOf(value)[name];
  if (typeof text === 'string') return text;
  throw invalid(name, 'a string');
}

export function listIn(value: unknown, name: string): readonly unknown[] {
  const list = fieldsOf(value)[name];
  if (Array.isArray(list)) return list;
  throw invalid(name, 'an array');
}

/** The document of a request, canonical. */
export function documentIn(params: unknown): string {
  return canonicalUri(textIn(fieldsOf(fieldsOf(params).textDocument, 'textDocument'), 'uri'));
}

export function positionIn(params: unknown, name = 'position'): Position {
  return position(fieldsOf(params)[name], name);
}

export function positionsIn(params: unknown): Position[] {
  return listIn(params, 'positions').map((one) => position(one, 'positions'));
}

export function rangeIn(params: unknown): Range {
  return range(fieldsOf(params).range);
}

export function importIn(argument: unknown): ImportArguments {
  const text = textIn(argument, 'text');
  return fieldsOf(argument).name === undefined ? { text } : { text, name: textIn(argument, 'name') };
}

export function versionIn(document: Fields): number {
  const { version } = document;
  if (typeof version === 'number') return version;
  throw invalid('version', 'a number');
}

export function changesIn(params: unknown): ContentChange[] {
  return listIn(params, 'contentChanges').map((change) => {
    const text = textIn(change, 'text');
    const place = fieldsOf(change).range;
    return place === undefined || place === null ? { text } : { text, range: range(place) };
  });
}

function position(value: unknown, name: string): Position {
  const { line, character } = fieldsOf(value, name);
  if (typeof line === 'number' && typeof character === 'number') return { line, character };
  throw invalid(name, 'a position: a line and a character');
}

function range(value: unknown): Range {
  const { start, end } = fieldsOf(value, 'range');
  return { start: position(start, 'start'), end: position(end, 'end') };
}
