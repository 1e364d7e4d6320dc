import type { TextEdit } from '../diagnostics/diagnostic.js';
import { writeContent } from '../format/text-literal.js';
import { filesSeeing, isSame, symbolAt } from '../names/queries.js';
import type { LetSymbol } from '../names/symbols.js';
import type { Program } from '../program.js';
import { isName } from '../routee/name-form.js';
import type { ParsedFile } from '../syntax/parse.js';
import { commentAt } from '../syntax/token-at.js';
import { pathTo, type TextNode } from '../syntax/tree.js';
import { contains, endOf, type Place, spanBetween } from '../text/span.js';
import type { Refactoring } from './edits.js';

/**
 * Writes the text of a let wherever it is named, and takes the let away. Not for one that the project or the command line
 * may give another text, nor where a template takes it without naming it.
 */
export function inlineLet(program: Program, uri: string, offset: number): Refactoring[] {
  const symbol = symbolAt(program, uri, offset)?.symbol;
  if (symbol?.kind !== 'let' || program.defines.has(symbol.name)) return [];
  const value = symbol.node.value;
  const file = program.parsed(symbol.uri);
  const places = placesNaming(program, symbol);
  if (value === undefined || !value.sound || file === undefined || places === undefined || places.length === 0) {
    return [];
  }
  if (!meansTheSame(program, symbol, value, places)) return [];
  const edits: TextEdit[] = [removalOf(file, symbol)];
  for (const place of places) {
    const edit = inlined(program, place, value);
    if (edit === undefined) return [];
    edits.push(edit);
  }
  return [{ kind: 'inline', title: `Write the text of \`${symbol.name}\` in its place`, edits }];
}

/** Nothing where it is taken without being named, or is made of itself. */
function placesNaming(program: Program, symbol: LetSymbol): Place[] | undefined {
  const places: Place[] = [];
  for (const uri of filesSeeing(program, symbol.uri)) {
    const parsed = program.parsed(uri);
    if (parsed?.text.includes(symbol.name) !== true) continue;
    // What could not be read may name it too.
    if (parsed.diagnostics.length > 0) return undefined;
    for (const { symbol: named, implicit, offset, length } of program.model(uri)?.references ?? []) {
      if (!isSame(named, symbol)) continue;
      const isInItself = uri === symbol.uri && contains(symbol.node, { offset, length });
      if (implicit || isInItself) return undefined;
      places.push({ uri, offset, length });
    }
  }
  return places;
}

/** Lets that it is made of may have no name in another file, and may be hidden by a parameter. */
function meansTheSame(program: Program, { uri }: LetSymbol, value: TextNode, places: readonly Place[]): boolean {
  const names = value.parts.flatMap((part) => (part.kind === 'hole' ? [part.name?.text ?? ''] : []));
  if (names.length === 0) return true;
  const isHidden = ({ offset }: Place) =>
    program.flowAt(uri, offset)?.parameters.some(({ name }) => names.includes(name)) === true;
  return places.every((place) => place.uri === uri && !isHidden(place));
}

function inlined(program: Program, { uri, offset }: Place, value: TextNode): TextEdit | undefined {
  const file = program.parsed(uri);
  const path = file === undefined ? [] : pathTo(file.tree, offset);
  const index = path.findLastIndex(({ kind }) => kind === 'hole');
  const [parent, hole] = [path[index - 1], path[index]];
  if (hole === undefined || parent === undefined) return undefined;
  const { offset: at, length } = hole;
  if (parent.kind === 'text') return { uri, offset: at, length, text: writeContent(value) };
  if (parent.kind !== 'lang') return { uri, offset: at, length, text: `"${writeContent(value)}"` };
  const word = writeContent(value);
  return isName(word) ? { uri, offset: at, length, text: word } : undefined;
}

/** Where the line of a place starts, if nothing but white space stands before it there. */
function lineStart(text: string, offset: number): number | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t\ufeff]*$/.test(text.slice(start, offset)) ? start : undefined;
}

/** With its line, its documentation and what silences it: a comment of another kind may be about more. */
function removalOf(file: ParsedFile, { uri, node }: LetSymbol): TextEdit {
  const { text } = file;
  let start = lineStart(text, node.offset);
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(endOf(node)))?.[0];
  if (start === undefined || rest === undefined) return { uri, offset: node.offset, length: node.length, text: '' };
  for (;;) {
    const above: number = text.lastIndexOf('\n', start - 2) + 1;
    const line = text.slice(above, start);
    const comment = start === 0 ? undefined : commentAt(file, above + (/^[ \t]*/.exec(line)?.[0].length ?? 0));
    if (comment === undefined || !/^[ \t]*(?:\/\/\/(?!\/)|\/\/[ \t]*failover-ignore\b)/.test(line)) break;
    start = above;
  }
  return { uri, ...spanBetween(start, endOf(node) + rest.length), text: '' };
}
