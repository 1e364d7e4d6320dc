import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { clauseOf } from '../../names/model.js';
import { limits } from '../../routee/limits.js';
import type { StepRule } from '../rule.js';
import { checkLength } from '../texts.js';

/** A label has at most 350 characters. */
export const label: StepRule = (step, flow, report) => {
  const node = clauseOf(step, 'label')?.text;
  const { max } = step.channel === 'sms' ? limits.sms.label : limits.viber.label;
  if (step.channel !== 'voice')
    checkLength(report, endpoint.labelLength, node && flow.texts.get(node), 'The label', max);
};
