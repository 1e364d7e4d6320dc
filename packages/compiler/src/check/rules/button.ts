import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { clauseOf } from '../../names/model.js';
import { constantText } from '../../names/symbols.js';
import { lengthRange } from '../../names/values.js';
import { limits } from '../../routee/limits.js';
import type { StepRule } from '../rule.js';
import { isEmpty } from '../texts.js';

/** A caption has 1 to 30 characters. */
export const button: StepRule = (step, flow, report) => {
  const caption = clauseOf(step, 'button')?.caption;
  const text = caption && flow.texts.get(caption);
  if (text === undefined || !text.known) return;
  const { min, max } = limits.viber.caption;
  const worst = constantText(text) === undefined;
  const length = isEmpty(text) ? 0 : lengthRange(text).max;
  if (length > max || isEmpty(text)) report(endpoint.captionLength, text, { length, min, max, worst });
};
