import type { Program } from '../program.js';
import { filesSeeing, isSame } from './queries.js';
import type { AnySymbol } from './symbols.js';

/** How often a name is used. */
export interface Uses {
  /** Places that write the name, without its declaration. */
  readonly written: number;
  /** Places that take it without writing it: the only sender, an argument by its name. */
  readonly taken: number;
}

/** The uses of a symbol in its file and in those that import it: no other can name it. */
export function usesOf(program: Program, symbol: AnySymbol): Uses {
  let written = 0;
  let taken = 0;
  for (const uri of filesSeeing(program, symbol.uri)) {
    for (const reference of program.model(uri)?.references ?? []) {
      if (!isSame(reference.symbol, symbol)) continue;
      if (reference.implicit) taken++;
      else written++;
    }
  }
  return { written, taken };
}
