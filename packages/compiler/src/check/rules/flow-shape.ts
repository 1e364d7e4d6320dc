import { lint } from '../../diagnostics/fo4-lint.js';
import { insertAt } from '../../names/fixes.js';
import { clauseOf } from '../../names/model.js';
import { statuses as allowed } from '../../routee/channels.js';
import { viberCombination } from '../../routee/values.js';
import { endOf } from '../../text/span.js';
import type { FlowRule, StepRule } from '../rule.js';
import { isEmpty } from '../texts.js';
import { viberContents } from '../viber.js';

const viberStatuses = new Set(allowed.viber.map(({ word }) => word));

/** A Viber step that waits for its ttl and does not move on when that passes. */
export const stalls: StepRule = (step, flow, report) => {
  const on = clauseOf(step, 'on');
  if (step.channel !== 'viber' || step.isLast || on === undefined) return;
  const statuses = on.statuses.map(({ text }) => text);
  // Of a status that Viber does not have, nobody knows which one was meant.
  if (statuses.includes('expired') || statuses.some((status) => !viberStatuses.has(status))) return;
  const first = on.statuses[0]?.offset ?? endOf(on);
  report(lint.stalls, on, undefined, { fixes: [insertAt(flow.uri, first, 'expired, ', 'Add `expired`')] });
};

export const onAtEnd: StepRule = (step, flow, report) => {
  const on = clauseOf(step, 'on');
  if (!step.isLast || on === undefined) return;
  const words = allowed[step.channel].map(({ word }) => word);
  // A status that the channel does not have is a fault of its own.
  if (on.statuses.some(({ text }) => !words.includes(text))) return;
  const edits = [{ uri: flow.uri, offset: on.offset, length: on.length, text: '' }];
  report(lint.onAtEnd, on, undefined, { fixes: [{ title: 'Remove `on`', edits }] });
};

export const movesOnAfterSuccess: StepRule = (step, _flow, report) => {
  const completed = clauseOf(step, 'on')?.statuses.find(({ text }) => text === 'completed');
  // On the last step it changes nothing, which is said already.
  if (step.channel === 'voice' && completed !== undefined && !step.isLast) {
    report(lint.movesOnAfterSuccess, completed, undefined);
  }
};

export const oneStep: FlowRule = (flow, report) => {
  const [only] = flow.steps;
  if (only !== undefined && flow.steps.length === 1) report(lint.oneStep, only.node.channel, undefined);
};

export const disputedCombination: StepRule = (step, flow, report) => {
  if (step.template !== undefined) return;
  const contents = viberContents(step);
  if (viberCombination(contents) !== 'disputed') return;
  // An empty text has been refused: whether there is to be one is not known.
  if (step.node.content?.kind === 'text' && isEmpty(flow.texts.get(step.node.content))) return;
  const image = clauseOf(step, 'image');
  report(lint.disputedCombination, image?.keyword ?? step.node.channel, { contents });
};
