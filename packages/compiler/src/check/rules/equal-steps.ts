import { lint } from '../../diagnostics/fo4-lint.js';
import type { Step } from '../../names/model.js';
import { childrenOf, type SyntaxNode } from '../../syntax/tree.js';
import type { StepRule } from '../rule.js';

/** A step that does what the one before it did. What moves it on does not count: that is read after it has failed. */
export const equalSteps: StepRule = (step, flow, report) => {
  const before = flow.steps[step.order - 2];
  if (before === undefined || before.channel !== step.channel) return;
  if (meaningOf(before) === meaningOf(step)) report(lint.equalSteps, step.node.channel, undefined);
};

function meaningOf({ node }: Step): string {
  const clauses = node.clauses.filter((clause) => clause.kind !== 'on').map(wordsOf);
  return [node.content === undefined ? '' : wordsOf(node.content), ...clauses.sort()].join('\n');
}

/** What a node says, whatever the white space and escapes in it. */
function wordsOf(node: SyntaxNode): string {
  switch (node.kind) {
    case 'word':
      return node.text;
    case 'chars':
      return JSON.stringify(node.value).slice(1, -1);
    case 'hole':
      return `"${node.name?.text}"`;
    case 'text':
      // Characters side by side are one text, whether they are escaped or not.
      return node.parts.map(wordsOf).join('');
    case 'integer':
      return String(node.value);
    case 'duration':
      return `${node.seconds}s`;
    case 'size':
      return `${node.megabytes}MB`;
    default:
      return `${node.kind}(${childrenOf(node).map(wordsOf).join(' ')})`;
  }
}
