import { type Candidate, type Insert, insertedText } from '@failover/compiler';

export function hasStops(insert: Insert): boolean {
  return insert.some((piece) => typeof piece !== 'string');
}

/** In the syntax of snippets: `ttl ${1:10m}$0`. */
export function snippetOf(insert: Insert): string {
  let number = 0;
  const pieces = insert.map((piece) => {
    if (typeof piece === 'string') return piece.replace(/[\\$]/g, '\\$&');
    number++;
    if (piece.choices === undefined) return `\${${number}:${escaped(piece.text)}}`;
    return `\${${number}|${piece.choices.map(escapedChoice).join(',')}|}`;
  });
  return `${pieces.join('')}$0`;
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

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function escapedChoice(text: string): string {
  return text.replace(/[\\$},|]/g, '\\$&');
}
