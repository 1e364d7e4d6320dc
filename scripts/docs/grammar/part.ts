/** A part of the grammar as a reader wants to see it: what the parser's own recovery needs is not in it. */
export type Part =
  | { readonly kind: 'word'; readonly text: string }
  /** A kind of token, or a set of characters, by its name. */
  | { readonly kind: 'token'; readonly name: string }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Part[] }
  | { readonly kind: 'choice'; readonly parts: readonly Part[] }
  /** Each once, in any order. */
  | { readonly kind: 'all'; readonly parts: readonly Part[] }
  | { readonly kind: 'optional'; readonly part: Part }
  | { readonly kind: 'repeat'; readonly part: Part };

/** The rules by their names, in the order in which they are read best. */
export type Grammar = ReadonlyMap<string, Part>;

type Written = Part | string;

/** A text alone is a word or mark that stands in the file. */
function partOf(written: Written): Part {
  return typeof written === 'string' ? { kind: 'word', text: written } : written;
}

export function rule(name: string): Part {
  return { kind: 'rule', name };
}

export function token(name: string): Part {
  return { kind: 'token', name };
}

export function sequence(...written: Written[]): Part {
  const parts = written.map(partOf).flatMap((part) => (part.kind === 'sequence' ? part.parts : [part]));
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: 'sequence', parts };
}

export function choice(...written: Written[]): Part {
  const parts = written.map(partOf).flatMap((part) => (part.kind === 'choice' ? part.parts : [part]));
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: 'choice', parts };
}

export function all(...written: Written[]): Part {
  return { kind: 'all', parts: written.map(partOf) };
}

export function optional(...written: Written[]): Part {
  return { kind: 'optional', part: sequence(...written) };
}

export function repeat(...written: Written[]): Part {
  return { kind: 'repeat', part: sequence(...written) };
}

export function words(texts: readonly string[]): Part {
  return choice(...texts);
}

/** One or more, with commas between them. */
export function list(item: Written): Part {
  return sequence(item, repeat(',', item));
}
