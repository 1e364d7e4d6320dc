import type { Fix } from '../../diagnostics/diagnostic.js';
import { syntax } from '../../diagnostics/fo1-syntax.js';
import type { Report } from '../../diagnostics/reporter.js';
import type { Flow } from '../../names/model.js';
import type { ClauseNode } from '../../syntax/tree.js';
import type { StepRule } from '../rule.js';

/** Each clause stands at most once. A call may go to several recipients, each of another kind. */
export const clausesOnce: StepRule = (step, flow, report) => {
  check(step.clauses, flow, report);
  for (const verb of step.verbs) check(verb.clauses, flow, report);
};

function check(clauses: readonly ClauseNode[], { uri }: Flow, report: Report): void {
  if (clauses.length < 2) return;
  const seen = new Map<string, ClauseNode>();
  for (const clause of clauses) {
    const key = keyOf(clause);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, clause);
      continue;
    }
    report(
      syntax.clauseTwice,
      clause.keyword,
      { clause: key },
      {
        related: [{ uri, offset: first.offset, length: first.length, message: 'the first one is here' }],
        fixes: clause.kind === 'on' ? [] : [remove(uri, clause)],
      },
    );
  }
}

/** Two lists of statuses are rather one that was written in two pieces: neither of them is simply too much. */
function remove(uri: string, { offset, length }: ClauseNode): Fix {
  return { title: 'Remove this one', edits: [{ uri, offset, length, text: '' }] };
}

function keyOf(clause: ClauseNode): string {
  if (clause.kind === 'flag') return clause.keyword.text;
  if (clause.kind === 'to' && clause.channel !== undefined && clause.channel.text !== 'phone') {
    return `to ${clause.channel.text}`;
  }
  return clause.kind;
}
