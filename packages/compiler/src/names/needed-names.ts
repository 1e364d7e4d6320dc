import type * as tree from '../syntax/tree.js';
import { childrenOf, type SyntaxNode } from '../syntax/tree.js';
import { defaultOf } from './parameters.js';
import type { TemplateSymbol } from './symbols.js';

/**
 * The names that a flow without a list cannot do without: those in its holes, those that its templates ask for without a
 * default, and `to`. All steps count, so that what a step takes does not depend on those before it.
 */
export function neededNames(
  flow: tree.FlowNode | tree.ChainNode,
  templates: ReadonlyMap<string, TemplateSymbol>,
  takesParameterTo: (step: tree.StepNode) => boolean,
): ReadonlySet<string> {
  const needed = holeNamesIn(flow);
  const chain = flow.kind === 'flow' ? flow.chain : flow;
  for (const step of chain?.steps ?? []) {
    if (takesParameterTo(step)) needed.add('to');
    const use = step.content?.kind === 'template-use' ? step.content : undefined;
    const template = use?.template?.kind === 'word' ? templates.get(use.template.text) : undefined;
    const given = new Set(use?.args?.list.map((arg) => arg.name.text));
    for (const param of template?.params ?? []) {
      if (!given.has(param.name) && defaultOf(param.node) === undefined) needed.add(param.name);
    }
  }
  return needed;
}

function holeNamesIn(node: SyntaxNode): Set<string> {
  const found = new Set<string>();
  const pending: SyntaxNode[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === 'hole' && next.name !== undefined) found.add(next.name.text);
    for (const child of childrenOf(next)) pending.push(child);
  }
  return found;
}
