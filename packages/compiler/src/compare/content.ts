import { count } from '../diagnostics/define.js';
import type { StorySmsSize } from '../story/story.js';
import { type FieldComparison, sentenceFor } from './compare-fields.js';
import type { FlowRequest, StepRequest } from './request.js';
import { listed, quote, say } from './sentence.js';
import type { StepPair } from './step-pair.js';

/** Says what is different in the words of a step, and in how many parts an SMS is sent. */
export function compareContent(comparison: FieldComparison): void {
  const { pair, changes } = comparison;
  // What the parameters in a text may be, or `transcode`, can change how long it is.
  const mayDiffer = pair.channel === 'sms' && !isSameText(pair);
  for (const path of comparison.take(['/message/text', '/message/body'])) {
    if (!comparison.isKnown([path], 'the text')) continue;
    const [was, is] = [pair.old.fields.get(path), pair.new.fields.get(path)];
    if (was === undefined || is === undefined) {
      const shown = (leaf: typeof was) => leaf && [quote(leaf.shown)];
      changes.push(
        pair.change('wording', sentenceFor(pair.name, { noun: 'a text' }, shown(was), shown(is)), 'content'),
      );
    } else if (was.shown === is.shown) {
      changes.push(pair.change('wording', say`the text of ${pair.name} takes its parameter otherwise`, 'content'));
    } else {
      const texts = { before: was.shown, after: is.shown };
      changes.push(pair.change('wording', say`the text of ${pair.name} has changed`, 'content', texts));
    }
  }
  if (mayDiffer) compareParts(comparison);
}

function isSameText({ old, new: next, oldFlow, newFlow }: StepPair): boolean {
  const isSameField = (path: string) => old.fields.get(path)?.key === next.fields.get(path)?.key;
  if (!isSameField('/message/body') || !isSameField('/message/transcode')) return false;
  const schemas = (flow: typeof oldFlow) => JSON.stringify([...flow.parameters].sort(([a], [b]) => (a < b ? -1 : 1)));
  return schemas(oldFlow) === schemas(newFlow);
}

function compareParts({ pair, changes }: FieldComparison): void {
  const was = sizeOf(pair.oldFlow, pair.old);
  const is = sizeOf(pair.newFlow, pair.new);
  if (was === undefined || is === undefined) return;
  if (was.parts === is.parts && was.encoding === is.encoding) return;
  const longest = is.isWorstCase || was.isWorstCase ? ' at its longest' : '';
  const foreign = is.encoding === was.encoding ? [] : is.foreign;
  const because =
    foreign.length === 0
      ? undefined
      : say`, because ${listed(foreign.slice(0, 5).map((one) => [quote(one)]))} ${foreign.length === 1 ? 'is' : 'are'} outside GSM-7`;
  if (was.parts !== is.parts) {
    const grew = is.parts > was.parts ? 'grew' : 'shrank';
    const sentence = say`the text of ${pair.name} ${grew} from ${String(was.parts)} to ${count(is.parts, 'part')}${longest}${because}`;
    changes.push(pair.change('parts', sentence, 'content'));
  } else {
    const sentence = say`the text of ${pair.name} is now sent as ${is.encoding} (was ${was.encoding})${because}; it is still ${count(is.parts, 'part')}${longest}`;
    changes.push(pair.change('parts', sentence, 'content'));
  }
}

function sizeOf({ story }: FlowRequest, { step }: StepRequest): StorySmsSize | undefined {
  const content = story.steps[step.order - 1]?.content;
  return content?.kind === 'sms' ? content.size : undefined;
}
