import { scopeIn } from '../names/resolve.js';
import type { TemplateParameter, TemplateSymbol } from '../names/symbols.js';
import type { Program } from '../program.js';
import { type KnownTemplate, knownTemplate } from '../routee/templates.js';
import type { Token, TokenList } from '../syntax/token-list.js';
import { Text } from '../syntax/tokens.js';
import { cursorAt } from './cursor.js';
import { isWord } from './reader.js';

/** The template whose arguments are written around a place. */
export interface Signature {
  /** As it is written: its name, or its id in quotes. */
  readonly name: string;
  readonly template: TemplateSymbol | KnownTemplate;
  readonly parameters: readonly SignatureParameter[];
  /** The index of the one that is being written; nothing where none is left. */
  readonly active: number | undefined;
}

export interface SignatureParameter {
  readonly name: string;
  /** Nothing for one of a predefined template that is used by its id. */
  readonly symbol: TemplateParameter | undefined;
}

/** How far the parenthesis is looked for, in tokens. */
const reach = 400;

/** The template whose arguments are being written at a place, and which of them it is. */
export function signatureAt(program: Program, uri: string, offset: number): Signature | undefined {
  const outline = program.outline(uri);
  if (outline === undefined || cursorAt(outline.parsed, offset).kind === 'comment') return undefined;
  const { tokens, text } = outline.parsed;
  const end = tokens.firstFrom(offset);
  const open = openParenthesis(tokens, end);
  const head = open === undefined ? undefined : tokens.get(open - 1);
  if (open === undefined || head === undefined || !usesTemplate(tokens, open - 2, text)) return undefined;
  const template =
    head.tokenType === Text
      ? knownTemplate(head.image.slice(1, -1))
      : scopeIn(outline, program).templates.get(head.image);
  if (template === undefined) return undefined;
  const parameters = parametersOf(template);
  if (parameters.length === 0) return undefined;
  return { name: head.image, template, parameters, active: activeOf(parameters, tokens, open, end, offset) };
}

function parametersOf(template: TemplateSymbol | KnownTemplate): SignatureParameter[] {
  if ('kind' in template) return template.params.map((symbol) => ({ name: symbol.name, symbol }));
  return template.parameters.map((name) => ({ name, symbol: undefined }));
}

function openParenthesis(tokens: TokenList, end: number): number | undefined {
  let depth = 0;
  for (let at = end - 1; at >= Math.max(0, end - reach); at--) {
    const image = tokens.at(at).image;
    if (image === ')') depth++;
    if (image === '(' && depth-- === 0) return at;
  }
  return undefined;
}

/** Whether the token is the `template` of a step, and not that of a declaration. */
function usesTemplate(tokens: TokenList, at: number, text: string): boolean {
  const [before, token] = [tokens.get(at - 1), tokens.get(at)];
  if (token?.image !== 'template' || before === undefined) return false;
  return before.image === 'viber' || !text.slice(before.endOffset, token.startOffset).includes('\n');
}

/** By the name that is written or begun; before any name, the first that has no argument. */
function activeOf(
  parameters: readonly SignatureParameter[],
  tokens: TokenList,
  open: number,
  end: number,
  offset: number,
): number | undefined {
  const given = new Set<string>();
  let current: Token | undefined;
  let depth = 0;
  for (let at = open + 1; at < tokens.length && at < open + reach; at++) {
    const token = tokens.get(at);
    if (token === undefined || (token.image === ')' && depth === 0)) break;
    if (token.image === '{') depth++;
    if (token.image === '}' && depth-- === 0) break;
    const isHere = at < end;
    if (token.image === ',' && isHere) current = undefined;
    else if (isHere && current === undefined && isWord(token)) current = token;
    if (tokens.at(at + 1).image === ':' && isWord(token)) given.add(token.image);
  }
  if (current === undefined) return firstLacking(parameters, given);
  const { image, startOffset } = current;
  const exact = parameters.findIndex(({ name }) => name === image);
  if (exact !== -1) return exact;
  const begun = image.slice(0, Math.max(0, offset - startOffset));
  const fitting = parameters.findIndex(({ name }) => !given.has(name) && name.startsWith(begun));
  return fitting === -1 ? undefined : fitting;
}

function firstLacking(parameters: readonly SignatureParameter[], given: ReadonlySet<string>): number | undefined {
  const index = parameters.findIndex(({ name }) => !given.has(name));
  return index === -1 ? undefined : index;
}
