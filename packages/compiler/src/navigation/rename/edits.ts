import type { TextEdit } from '../../diagnostics/diagnostic.js';
import { isSame } from '../../names/queries.js';
import type { AnySymbol, Reference } from '../../names/symbols.js';
import type { Program } from '../../program.js';
import { writtenArguments } from './written-arguments.js';
import { writtenRecipients } from './written-recipients.js';

export interface RenameEdit extends TextEdit {
  /** The offsets at which a name was taken that the inserted text writes out. */
  readonly standsFor?: readonly number[];
}

/** Each place at which a symbol is named, and what must be written where it was taken by its name. */
export function renameEdits(program: Program, symbol: AnySymbol, name: string, files: readonly string[]): RenameEdit[] {
  const edits: RenameEdit[] = [];
  const isInferred = symbol.kind === 'parameter' && symbol.node === undefined;
  if (!isInferred) edits.push({ uri: symbol.uri, offset: symbol.offset, length: symbol.length, text: name });
  for (const uri of files) {
    const model = program.model(uri);
    if (model === undefined) continue;
    for (const reference of model.references) {
      if (reference.implicit || !isSame(reference.symbol, symbol)) continue;
      edits.push({ uri, offset: reference.offset, length: reference.length, text: name });
    }
    const taken = takenIn(model.references);
    for (const flow of model.flows) {
      edits.push(...writtenArguments(program, model, flow, symbol, name, taken));
      edits.push(...writtenRecipients(model, flow, symbol, name, taken));
    }
  }
  return edits;
}

/** What is taken without being written, by the place at which it is. */
export type Taken = ReadonlyMap<number, readonly Reference[]>;

function takenIn(references: readonly Reference[]): Taken {
  const taken = new Map<number, Reference[]>();
  for (const reference of references) {
    if (!reference.implicit) continue;
    const there = taken.get(reference.offset);
    if (there === undefined) taken.set(reference.offset, [reference]);
    else there.push(reference);
  }
  return taken;
}
