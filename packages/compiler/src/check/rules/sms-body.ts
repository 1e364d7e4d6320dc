import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { limits } from '../../routee/limits.js';
import type { StepRule } from '../rule.js';
import { checkLength, isEmpty } from '../texts.js';

/** An SMS has a text of at most 1600 characters. */
export const smsBody: StepRule = (step, flow, report) => {
  if (step.node.content?.kind !== 'text') return;
  const text = flow.texts.get(step.node.content);
  if (text !== undefined && isEmpty(text)) report(endpoint.smsEmpty, text, undefined);
  checkLength(report, endpoint.smsLength, text, 'The SMS', limits.sms.body.max);
};
