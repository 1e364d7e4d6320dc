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
  const { channel, template } = step;
  if (channel === 'viber' ? isTakenByViber(step, takers) : takers[channel] === true) return;
  const fixes = [remove(flow, clause)];
  if (clause.kind === 'ttl') {
    report(endpoint.voiceTtl, clause, undefined, { fixes });
  } else if (channel !== 'viber' || takers.viber === undefined) {
    const params = { clause: nameOf(clause), owner: aStep(channel), takers: takerNames(takers) };
    report(endpoint.clauseNotHere, clause.keyword, params, { fixes });
  } else {
    const definition = template === undefined ? endpoint.clauseNotOnStandard : endpoint.clauseNotOnTransactional;
    report(definition, clause.keyword, { clause: nameOf(clause) }, { fixes });
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
