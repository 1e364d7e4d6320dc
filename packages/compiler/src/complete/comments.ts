import { ignoreWord } from '../check/ignores.js';
import { lint } from '../diagnostics/fo4-lint.js';
import type { Comment } from '../syntax/tokens.js';
import { spanBetween } from '../text/span.js';
import type { Completions } from './candidate.js';
import type { Question } from './question.js';

const listed = /^\/\/[ \t]*failover-ignore[ \t]+((?:[^\s,:]+[\s,]+)*)([^\s,:]*)$/;
const started = /^\/\/[ \t]*([a-z-]+)$/;

/** Codes after `failover-ignore`, and that word itself once it has been begun; nothing else in a comment. */
export function commentCompletions(question: Question, comment: Comment): Completions | undefined {
  if (comment.kind !== 'comment') return undefined;
  const { text } = question.parsed;
  const before = text.slice(comment.offset, question.offset);
  const rest = text.slice(question.offset, comment.offset + comment.length);
  const match = listed.exec(before);
  if (match !== null) {
    const typed = match[2] ?? '';
    const end = question.offset + (/^[^\s,:]*/.exec(rest)?.[0].length ?? 0);
    return {
      span: spanBetween(question.offset - typed.length, end),
      candidates: codeCandidates(new Set((match[1] ?? '').split(/[\s,]+/)), reportedAfter(question, comment)),
    };
  }
  const word = started.exec(before)?.[1];
  if (word === undefined || rest.trim() !== '' || !ignoreWord.startsWith(word)) return undefined;
  const span = spanBetween(question.offset - word.length, question.offset);
  return {
    span,
    candidates: [{ kind: 'keyword', label: ignoreWord, insert: [`${ignoreWord} `], rank: 0 }],
  };
}

function codeCandidates(given: ReadonlySet<string>, reported: readonly string[]): Completions['candidates'] {
  return Object.values(lint)
    .filter(({ code }) => !given.has(code))
    .map((definition) => ({
      kind: 'code',
      label: definition.code,
      insert: [definition.code],
      detail: definition.title,
      about: { kind: 'code', definition },
      rank: reported.includes(definition.code) ? 0 : 1,
      filter: `${definition.code} ${definition.title}`,
    }));
}

/** The codes that are reported right behind the comment: those that it is written for. */
function reportedAfter({ program, uri, parsed }: Question, comment: Comment): string[] {
  const line = parsed.lines.positionAt(comment.offset).line;
  const isNear = (offset: number) => {
    const distance = parsed.lines.positionAt(offset).line - line;
    return distance > 0 && distance <= 3;
  };
  return program
    .diagnostics(uri)
    .filter(({ offset }) => offset > comment.offset && isNear(offset))
    .map(({ code }) => code);
}
