import type { ImportedRequest } from '@failover/language-server/protocol';

type Problem = ImportedRequest['problems'][number];

/** What a message says of an import: what came of it, and the first thing that is wrong, with its place. */
export function messageOf({ text, problems }: ImportedRequest, source: string): string {
  const worst = worstOf(problems);
  const about = worst === undefined ? '' : `${worst.message} (${placeText(worst)} of ${source})`;
  if (text === null) return `Nothing was imported: ${about}`;
  return problems.length === 1
    ? `Imported, with a problem: ${about}`
    : `Imported, with ${problems.length} problems: ${about}`;
}

/** The first error; where there is none, the first doubt. */
export function worstOf(problems: readonly Problem[]): Problem | undefined {
  return problems.find(({ severity }) => severity === 'error') ?? problems[0];
}

/** For the output: all there is to say of a problem, on one line. */
export function lineOf(problem: Problem, source: string): string {
  const { severity, code, message, help } = problem;
  return `${source}, ${placeText(problem)}: ${severity} ${code}: ${message}${help === undefined ? '' : `. ${help}`}`;
}

function placeText({ range: { start } }: Problem): string {
  return `line ${start.line + 1}, column ${start.character + 1}`;
}
