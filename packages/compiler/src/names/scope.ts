import { names } from '../diagnostics/fo2-names.js';
import type { Report } from '../diagnostics/reporter.js';
import type * as tree from '../syntax/tree.js';
import type { Declarations } from './declarations.js';
import type { Import } from './model.js';
import type { LetSymbol, Piece, ResolvedText, SenderSymbol, TemplateSymbol } from './symbols.js';

/** What can be named in a file: its own declarations and those of the files that it imports. */
export interface Scope {
  readonly lets: ReadonlyMap<string, LetSymbol>;
  readonly senders: ReadonlyMap<string, SenderSymbol>;
  readonly templates: ReadonlyMap<string, TemplateSymbol>;
  /** False when an import could not be read: then a name that is not here may well be there. */
  readonly isComplete: boolean;
}

export interface Imported {
  readonly import: Import;
  readonly declarations: Declarations;
}

/** A name of the file itself goes before an imported one; that they clash is reported where a reporter is given. */
export function scopeOf(own: Declarations, imported: readonly Imported[], isComplete: boolean, report?: Report): Scope {
  return {
    isComplete,
    lets: merge(
      own.lets,
      imported.map(({ import: from, declarations }) => ({ from, symbols: declarations.lets })),
      report,
    ),
    senders: merge(
      own.senders,
      imported.map(({ import: from, declarations }) => ({ from, symbols: declarations.senders })),
      report,
    ),
    templates: merge(
      own.templates,
      imported.map(({ import: from, declarations }) => ({ from, symbols: declarations.templates })),
      report,
    ),
  };
}

function merge<Symbol extends LetSymbol | SenderSymbol | TemplateSymbol>(
  own: readonly Symbol[],
  imported: readonly { readonly from: Import; readonly symbols: readonly Symbol[] }[],
  report: Report | undefined,
): Map<string, Symbol> {
  const scope = new Map<string, Symbol>();
  const origin = new Map<string, Import>();
  for (const symbol of own) if (!scope.has(symbol.name)) scope.set(symbol.name, symbol);
  for (const { from, symbols } of imported) {
    for (const symbol of symbols) {
      const other = scope.get(symbol.name);
      if (other === undefined) {
        scope.set(symbol.name, symbol);
        origin.set(symbol.name, from);
      } else if (other.uri !== symbol.uri) {
        // Declared here: the fault is at the name. From two imports: at the second of them.
        const place = other.uri === from.uri || origin.has(symbol.name) ? from.span : other;
        const elsewhere = origin.has(symbol.name) ? other : symbol;
        report?.(
          names.importClash,
          place,
          { what: symbol.kind, name: symbol.name, path: pathTo(from, origin, symbol) },
          {
            related: [{ ...placeOf(elsewhere), message: 'the other one is here' }],
          },
        );
      }
    }
  }
  return scope;
}

function pathTo(from: Import, origin: ReadonlyMap<string, Import>, symbol: { name: string }): string {
  return origin.get(symbol.name)?.path ?? from.path;
}

function placeOf(symbol: LetSymbol | SenderSymbol | TemplateSymbol) {
  return { uri: symbol.uri, offset: symbol.offset, length: symbol.length };
}

/** No field of the API takes more than 1,600 characters; addresses with room to spare. */
export const longestText = 100_000;

export type LookUp = (hole: tree.HoleNode, name: string) => readonly Piece[] | undefined;

/**
 * Fills the names into a text. Neighbouring characters become one piece. The text is not known where it or one of its
 * names is at fault.
 */
export function resolveText(node: tree.ValueNode, lookUp: LookUp, tooLong: () => void): ResolvedText {
  const pieces: Piece[] = [];
  let known = node.kind === 'hole' ? node.name !== undefined : node.sound;
  let length = 0;
  for (const part of node.kind === 'hole' ? [node] : node.parts) {
    if (part.kind === 'chars') {
      append(pieces, part.value);
      length += part.value.length;
      continue;
    }
    const found = part.name === undefined ? undefined : lookUp(part, part.name.text);
    if (found === undefined) known = false;
    for (const piece of found ?? []) {
      append(pieces, piece);
      if (typeof piece === 'string') length += piece.length;
    }
    if (length > longestText) {
      tooLong();
      return { offset: node.offset, length: node.length, pieces: [], known: false };
    }
  }
  // A list that has grown keeps room for sixteen more, which a copy does not.
  return { offset: node.offset, length: node.length, pieces: pieces.slice(), known };
}

function append(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
  else if (piece !== '') pieces.push(piece);
}
