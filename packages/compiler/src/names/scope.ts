import { names } from '../diagnostics/fo2-names.js';
import type { Report } from '../diagnostics/reporter.js';
import type * as tree from '../syntax/tree.js';
import { exact } from '../text/exact.js';
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
    lets: merge(own.lets, imported, ({ lets }) => lets, report),
    senders: merge(own.senders, imported, ({ senders }) => senders, report),
    templates: merge(own.templates, imported, ({ templates }) => templates, report),
  };
}

const nothing: ReadonlyMap<string, never> = new Map<string, never>();

function merge<Symbol extends LetSymbol | SenderSymbol | TemplateSymbol>(
  own: readonly Symbol[],
  imported: readonly Imported[],
  symbolsOf: (declarations: Declarations) => readonly Symbol[],
  report: Report | undefined,
): ReadonlyMap<string, Symbol> {
  if (own.length === 0 && imported.length === 0) return nothing;
  const scope = new Map<string, Symbol>();
  for (const symbol of own) if (!scope.has(symbol.name)) scope.set(symbol.name, symbol);
  if (imported.length === 0) return scope;
  const origin = new Map<string, Import>();
  for (const { import: from, declarations } of imported) {
    for (const symbol of symbolsOf(declarations)) {
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

/** A text of plain characters, as most are: there is nothing to fill in. */
export function plainText(node: tree.ValueNode): ResolvedText | undefined {
  if (node.kind === 'hole' || node.parts.length !== 1) return undefined;
  const [only] = node.parts;
  if (only?.kind !== 'chars' || only.value === '' || only.value.length > longestText) return undefined;
  return { offset: node.offset, length: node.length, pieces: [only.value], known: node.sound };
}

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
  return { offset: node.offset, length: node.length, pieces: exact(pieces), known };
}

function append(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
  else if (piece !== '') pieces.push(piece);
}
