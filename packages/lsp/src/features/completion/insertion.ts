import { type Candidate, type Insert, insertedText } from '@failover/compiler';

export function hasStops(insert: Insert): boolean {
  return insert.some((piece) => typeof piece !== 'string');
}

/** In the syntax of snippets: `ttl ${1:10m}$0`. */
export function snippetOf(insert: Insert): string {
  let snippet = '';
  let number = 0;
  for (const piece of insert) {
    if (typeof piece === 'string') snippet += piece.replace(/[\\$]/g, '\\$&');
    else snippet += stopOf(piece, ++number);
  }
  return `${snippet}$0`;
}

function stopOf({ text, choices }: Exclude<Insert[number], string>, number: number): string {
  if (choices === undefined) return `\${${number}:${text.replace(/[\\$}]/g, '\\$&')}}`;
  return `\${${number}|${choices.map((choice) => choice.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`;
}

const snippetMarks = /\\(.)|\$\{\d+:((?:\\.|[^\\}])*)\}|\$\{\d+\|((?:\\.|[^\\,|])*)(?:\\.|[^\\|])*\|\}|\$0/gs;

/** What one of our snippets inserts, with each stop as it first stands. */
export function textOfSnippet(snippet: string): string {
  return snippet.replace(snippetMarks, (_, escaped?: string, stop?: string, choice?: string) => {
    return escaped ?? (stop ?? choice ?? '').replace(/\\(.)/gs, '$1');
  });
}

/**
 * For a client that cannot fill in: whole steps and declarations with what is to be replaced, of all others what comes
 * before that.
 */
export function plainOf({ insert, kind, label }: Candidate, isSnippetClient: boolean): string {
  const first = insert.findIndex((piece) => typeof piece !== 'string');
  if (isSnippetClient || first === -1 || kind === 'snippet' || kind === 'value') return insertedText(insert);
  const before = insertedText(insert.slice(0, first)).replace(/"$/, '');
  return before.startsWith(label) ? before : insertedText(insert);
}
