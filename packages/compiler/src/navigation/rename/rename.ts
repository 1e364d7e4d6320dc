import type { TextEdit } from '../../diagnostics/diagnostic.js';
import { isSame, symbolAt } from '../../names/queries.js';
import type { AnySymbol, LetSymbol } from '../../names/symbols.js';
import type { Program } from '../../program.js';
import { endOfName, startsName } from '../../syntax/characters.js';
import { type Span, touches } from '../../text/span.js';
import { clashOf } from './clash.js';
import { type RenameEdit, renameEdits } from './edits.js';
import { filesToLookAt } from './files.js';
import { changeOfMeaning } from './meaning.js';
import { fileName } from './words.js';

/** Why something is not renamed, in words for the person who asked. */
export interface Refused {
  readonly refused: string;
}

export interface Renamed {
  readonly edits: readonly TextEdit[];
  /** The key of `define` in failover.json that gets the new name too. */
  readonly define: string | undefined;
}

/** The name at a place that can be renamed, and its place there. */
export function renameable(program: Program, uri: string, offset: number): (Span & { symbol: AnySymbol }) | Refused {
  const found = symbolAt(program, uri, offset);
  if (found !== undefined) {
    return { symbol: found.symbol, offset: found.span.offset, length: found.span.length };
  }
  const flows = program.flows(uri).filter(({ node }) => node.kind === 'chain');
  if (flows.some(({ symbol }) => touches(symbol, offset))) {
    return { refused: `This flow is named after its file. To rename it, rename ${fileName(program, uri)}.` };
  }
  return { refused: 'There is no name here that can be changed.' };
}

/**
 * The edits that give what is named at a place another name, in all files of the program. What is taken by its name
 * without being written is written out, so that each flow sends what it sent before. Refused where that is not possible.
 */
export function renameAt(program: Program, uri: string, offset: number, name: string): Renamed | Refused {
  const found = renameable(program, uri, offset);
  if ('refused' in found) return found;
  const { symbol } = found;
  if (name === symbol.name) return { edits: [], define: undefined };
  if (!isName(name)) {
    return {
      refused: `\`${name}\` is not a name: a name starts with a letter or \`_\`, and goes on with letters, digits, \`_\` and single \`-\`.`,
    };
  }
  const define = symbol.kind === 'let' && program.defines.has(symbol.name) ? symbol.name : undefined;
  const taken = clashOf(program, symbol, name) ?? clashOfDefines(program, symbol, name);
  if (taken !== undefined) return { refused: taken };
  const files = filesToLookAt(program, symbol, name);
  const edits = renameEdits(program, symbol, name, files);
  const refused = changeOfMeaning(program, symbol, name, edits, files);
  return refused === undefined ? { edits: edits.map(withoutReasons), define } : { refused };
}

function isName(name: string): boolean {
  return name !== '' && startsName(name, 0) && endOfName(name, 0) === name.length;
}

/** A definition goes by the name of a let, whichever file the let is in. */
function clashOfDefines(program: Program, symbol: AnySymbol, name: string): string | undefined {
  if (symbol.kind !== 'let') return undefined;
  if (program.defines.has(name)) {
    return `failover.json defines \`${name}\`, which would take the place of this let. Choose another name.`;
  }
  const isOther = (one: LetSymbol) => one.name === symbol.name && !isSame(one, symbol);
  const other = program.defines.has(symbol.name) ? program.lets().find(isOther) : undefined;
  if (other === undefined) return undefined;
  return `failover.json defines \`${symbol.name}\` for this let and for that of ${fileName(program, other.uri)}. Rename one of them and the definition by hand.`;
}

function withoutReasons({ uri, offset, length, text }: RenameEdit): TextEdit {
  return { uri, offset, length, text };
}
