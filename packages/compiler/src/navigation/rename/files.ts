import { filesSeeing } from '../../names/queries.js';
import type { AnySymbol } from '../../names/symbols.js';
import type { Program } from '../../program.js';

/** The files in which the old or the new name can mean something: only they are looked through. */
export function filesToLookAt(program: Program, symbol: AnySymbol, name: string): string[] {
  if (symbol.kind === 'parameter' || symbol.kind === 'flow') return [symbol.uri];
  // A use of a template takes its arguments by name without naming them.
  const words = [symbol.name, name, ...templatesTaking(program, [symbol.name, name])];
  return filesSeeing(program, symbol.uri).filter((uri) => {
    const text = program.parsed(uri)?.text;
    return uri === symbol.uri || words.some((word) => text?.includes(word));
  });
}

function templatesTaking(program: Program, params: readonly string[]): Set<string> {
  const templates = program.uris.flatMap((uri) => program.outline(uri)?.declarations.templates ?? []);
  const taking = templates.filter((template) => template.params.some(({ name }) => params.includes(name)));
  return new Set(taking.map(({ name }) => name));
}
