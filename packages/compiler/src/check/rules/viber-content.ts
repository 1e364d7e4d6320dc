import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { limits, type ViberContent } from '../../routee/limits.js';
import { viberCombination } from '../../routee/values.js';
import type { StepRule } from '../rule.js';
import { checkLength, isEmpty } from '../texts.js';
import { viberContents } from '../viber.js';

/** A free-form Viber message sends something, and what it sends may stand together. */
export const viberContent: StepRule = (step, flow, report) => {
  if (step.template !== undefined || step.node.content?.kind === 'verbs') return;
  const contents = viberContents(step);
  if (contents.length === 0) {
    if (flow.sound) report(endpoint.viberNoContent, step.node.channel, undefined);
    return;
  }
  if (step.node.content?.kind === 'text') {
    const text = flow.texts.get(step.node.content);
    if (text !== undefined && isEmpty(text)) report(endpoint.viberTextEmpty, text, undefined);
    checkLength(report, endpoint.viberTextLength, text, 'The Viber text', limits.viber.text.max);
  }
  if (viberCombination(contents) !== 'refused') return;
  const culprit = step.clauses.find((clause) => clause.kind === culpritOf(contents));
  report(endpoint.viberCombination, culprit?.keyword ?? step.node.channel, { contents, problem: problemOf(contents) });
};

function culpritOf(contents: readonly ViberContent[]): ViberContent {
  if (contents.includes('file')) return 'file';
  return contents.includes('image') && contents.includes('video') ? 'video' : 'button';
}

function problemOf(contents: readonly ViberContent[]): string {
  if (contents.includes('file')) return 'a file goes alone';
  if (contents.includes('image') && contents.includes('video')) return 'it shows one or the other';
  return 'a button needs a text';
}
