import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { replaceWith } from '../../names/fixes.js';
import { clauseOf } from '../../names/model.js';
import { limits } from '../../routee/limits.js';
import { canonicalDuration } from '../../syntax/numbers.js';
import type { StepRule } from '../rule.js';

/** Short links live from one hour to 30 days, in whole seconds. */
export const urlValidity: StepRule = (step, flow, report) => {
  const duration = clauseOf(step, 'shorten-links')?.duration;
  if (duration?.seconds === undefined) return;
  const { seconds } = duration;
  const { min, max } = limits.sms.urlValidity;
  if (seconds >= min && seconds <= max && Number.isInteger(seconds)) return;
  const near = Math.round(Math.min(max, Math.max(min, seconds)));
  const fixes = [replaceWith(flow.uri, duration, canonicalDuration(near))];
  report(endpoint.urlValidity, duration, { written: duration.image }, { fixes });
};
