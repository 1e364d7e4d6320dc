import { aStep } from '../../diagnostics/define.js';
import type { Fix } from '../../diagnostics/diagnostic.js';
import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import type { Report } from '../../diagnostics/reporter.js';
import type { Flow, Step } from '../../names/model.js';
import type { ClauseNode } from '../../syntax/tree.js';
import { type ClauseTakers, takerNames, takersOf } from '../clauses.js';
import type { StepRule } from '../rule.js';
import { hasOwnContent } from './content-fits.js';

/** Every clause is one that its channel and endpoint have. */
export const clauseFits: StepRule = (step, flow, report) => {
  // Of a step with the content of another channel, the clauses are that channel's too: the content has been refused.
  for (const clause of hasOwnContent(step) ? step.clauses : []) {
    const takers = takersOf(clause);
    if (takers !== undefined) checkOnStep(step, flow, clause, takers, report);
  }
  for (const verb of step.verbs) {
    const name = verb.node.keyword.text === 'play' ? 'play' : 'say';
    for (const clause of verb.clauses) {
      const takers = takersOf(clause);
      if (takers === undefined || takers.verbs?.includes(name)) continue;
      const params = { clause: nameOf(clause), owner: `\`${name}\``, takers: takerNames(takers) };
      report(endpoint.clauseNotHere, clause.keyword, params, { fixes: [remove(flow, clause)] });
    }
  }
};

function checkOnStep(step: Step, flow: Flow, clause: ClauseNode, takers: ClauseTakers, report: Report): void {
  if (step.channel === 'viber' ? isTakenByViber(step, takers) : takers[step.channel] === true) return;
  const fixes = [remove(flow, clause)];
  if (step.channel !== 'viber') {
    if (step.channel === 'voice' && clause.kind === 'ttl') {
      report(endpoint.voiceTtl, clause, undefined, { fixes });
      return;
    }
    const params = { clause: nameOf(clause), owner: aStep(step.channel), takers: takerNames(takers) };
    report(endpoint.clauseNotHere, clause.keyword, params, { fixes });
    return;
  }
  const taken = takers.viber;
  if (taken === undefined) {
    const params = { clause: nameOf(clause), owner: aStep('viber'), takers: takerNames(takers) };
    report(endpoint.clauseNotHere, clause.keyword, params, { fixes });
  } else if (step.template !== undefined && taken === 'message') {
    report(endpoint.clauseNotOnTransactional, clause.keyword, { clause: nameOf(clause) }, { fixes });
  } else if (step.template === undefined && taken === 'template') {
    report(endpoint.clauseNotOnStandard, clause.keyword, { clause: nameOf(clause) }, { fixes });
  }
}

function isTakenByViber(step: Step, { viber }: ClauseTakers): boolean {
  return viber === 'both' || viber === (step.template === undefined ? 'message' : 'template');
}

function nameOf(clause: ClauseNode): string {
  return clause.kind === 'flag' ? clause.keyword.text : clause.kind;
}

function remove(flow: Flow, clause: ClauseNode): Fix {
  const { offset, length } = clause;
  return { title: `Remove \`${nameOf(clause)}\``, edits: [{ uri: flow.uri, offset, length, text: '' }] };
}
