import { typeText } from '../names/types.js';
import { childrenOf, type FlowNode, type SyntaxNode } from '../syntax/tree.js';
import { touches } from '../text/span.js';
import type { Candidate } from './candidate.js';
import type { Question } from './question.js';
import type { FlowDraft } from './slots.js';

/** In the list of a flow: what its steps need and the list lacks, each with its type. */
export function parameterCandidates(question: Question, flow: FlowDraft): Candidate[] {
  const node = question.itemAt(flow.offset);
  if (node?.kind !== 'flow') return [];
  const written = (node.params?.list ?? []).filter(({ name }) => !touches(name, question.offset));
  const known = new Set([...written.map(({ name }) => name.text), ...question.scope.lets.keys()]);
  return [...neededBy(question, node, flow)]
    .filter(([name]) => !known.has(name))
    .map(([name, type]) => ({ kind: 'parameter', label: name, insert: [`${name}: ${type}`], detail: type, rank: 0 }));
}

function neededBy(question: Question, node: FlowNode, flow: FlowDraft): Map<string, string> {
  const needed = new Map<string, string>();
  const settings = [...flow.settings, ...question.outline.declarations.settings.map(({ kind }) => kind)];
  const hasTarget = settings.includes('to') || flow.steps.every(({ clauses }) => clauses.has('to'));
  if (!hasTarget || flow.steps.length === 0) needed.set('to', 'phone');
  for (const step of flow.steps) {
    for (const { name, type, node: param } of question.template(step.template)?.params ?? []) {
      if (!step.arguments.has(name) && param.default === undefined) needed.set(name, type ? typeText(type) : 'text');
    }
  }
  const parts: (SyntaxNode | undefined)[] = [...node.settings, node.chain];
  for (let part = parts.shift(); parts.length > 0 || part !== undefined; part = parts.shift()) {
    if (part?.kind === 'hole' && part.name !== undefined && !needed.has(part.name.text)) {
      needed.set(part.name.text, part.name.text === 'to' ? 'phone' : 'text');
    }
    if (part !== undefined) parts.unshift(...childrenOf(part));
  }
  return needed;
}
