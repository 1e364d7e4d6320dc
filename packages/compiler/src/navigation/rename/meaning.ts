import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { isSame } from '../../names/queries.js';
import type { AnySymbol } from '../../names/symbols.js';
import { Program } from '../../program.js';
import { editsInOrder, withEdits } from '../../text/edits.js';
import type { RenameEdit } from './edits.js';
import { describeSymbol, placeName } from './words.js';

/**
 * Whether a name would mean something else after the edits, or a fault would be new: a sentence that says what, or
 * nothing. The edits are made on a copy of the program, which is then compared with it.
 */
export function changeOfMeaning(
  program: Program,
  symbol: AnySymbol,
  name: string,
  edits: readonly RenameEdit[],
  files: readonly string[],
): string | undefined {
  const byFile = new Map<string, RenameEdit[]>();
  for (const edit of edits) byFile.set(edit.uri, [...(byFile.get(edit.uri) ?? []), edit]);
  const texts = new Map([...byFile].map(([uri, own]) => [uri, withEdits(program.parsed(uri)?.text ?? '', own)]));
  const defines = new Map([...program.defines].map(([key, text]) => [isDefined(symbol, key) ? name : key, text]));
  const read = (uri: string) => {
    const text = texts.get(uri);
    return text === undefined ? program.read(uri) : { text };
  };
  const { root, rules, roots } = program;
  const after = new Program({ read }, roots, { root, rules, defines });
  const back = (uri: string) => wayBack(byFile.get(uri) ?? []);
  for (const uri of files) {
    const other = otherMeaning(program, after, uri, symbol, name, back);
    if (other !== undefined) return other;
    const fault = newFault(program.diagnostics(uri), after.diagnostics(uri));
    if (fault !== undefined) {
      const offset = back(uri)(fault.offset).offset;
      return `With the name \`${name}\`, ${placeName(program, { ...fault, offset })} would have a fault: ${fault.message}`;
    }
  }
  return undefined;
}

function isDefined(symbol: AnySymbol, key: string): boolean {
  return symbol.kind === 'let' && symbol.name === key;
}

/** From an offset after the edits to that before them, and to the inserted text that it lies in. */
type WayBack = (offset: number) => { readonly offset: number; readonly inserted: RenameEdit | undefined };

function wayBack(edits: readonly RenameEdit[]): WayBack {
  const sorted = editsInOrder(edits);
  return (offset) => {
    let shift = 0;
    for (const edit of sorted) {
      const start = edit.offset + shift;
      if (offset < start) break;
      const isInside = offset < start + edit.text.length;
      if (isInside) return { offset: edit.offset, inserted: edit.standsFor === undefined ? undefined : edit };
      shift += edit.text.length - edit.length;
    }
    return { offset: offset - shift, inserted: undefined };
  };
}

/** Every name of a file must mean what it meant, whether it is written or taken. */
function otherMeaning(
  program: Program,
  after: Program,
  uri: string,
  symbol: AnySymbol,
  name: string,
  back: (uri: string) => WayBack,
): string | undefined {
  const meant = new Map<string, { offset: number; symbol: AnySymbol }>();
  for (const { offset, symbol: one } of program.model(uri)?.references ?? []) {
    meant.set(`${offset} ${keyOf(one, one.offset, isSame(one, symbol) ? name : one.name)}`, { offset, symbol: one });
  }
  const ways = new Map<string, WayBack>();
  const wayOf = (of: string) => {
    const way = ways.get(of) ?? back(of);
    ways.set(of, way);
    return way;
  };
  const missing = new Set(meant.keys());
  for (const { offset, symbol: one } of after.model(uri)?.references ?? []) {
    const from = wayOf(uri)(offset);
    // The names of arguments that are written out were not there before.
    if (from.inserted !== undefined && one.kind === 'template-parameter') continue;
    const declared = keyOf(one, wayOf(one.uri)(one.offset).offset, one.name);
    for (const place of from.inserted?.standsFor ?? [from.offset]) {
      const key = `${place} ${declared}`;
      missing.delete(key);
      if (meant.has(key)) continue;
      return `\`${one.name}\` in ${placeName(program, { uri, offset: place, length: 0 })} would come to mean ${describeSymbol(one)}. Choose another name.`;
    }
  }
  const [lost] = missing;
  const place = lost === undefined ? undefined : meant.get(lost);
  if (place === undefined) return undefined;
  return `${placeName(program, { uri, offset: place.offset, length: 0 })} would no longer mean ${describeSymbol(place.symbol)}. Choose another name.`;
}

/** What is declared at a place, or, where it is not declared, what has a name: the flow is that of the place. */
function keyOf(symbol: AnySymbol, offset: number, name: string): string {
  const isInferred = symbol.kind === 'parameter' && symbol.node === undefined;
  return isInferred ? `inferred ${name}` : `${symbol.kind} ${symbol.uri} ${offset}`;
}

function newFault(before: readonly Diagnostic[], after: readonly Diagnostic[]): Diagnostic | undefined {
  const left = new Map<string, number>();
  for (const { code } of before) left.set(code, (left.get(code) ?? 0) + 1);
  // Doubts about a file are told once it has no errors: they were there before.
  const hadErrors = before.some(({ severity }) => severity === 'error');
  return after.find(({ code, severity }) => {
    const count = left.get(code) ?? 0;
    left.set(code, count - 1);
    return count <= 0 && (severity === 'error' || !hadErrors);
  });
}
