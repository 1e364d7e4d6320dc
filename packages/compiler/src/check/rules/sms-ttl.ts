import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { replaceWith } from '../../names/fixes.js';
import { clauseOf } from '../../names/model.js';
import { limits } from '../../routee/limits.js';
import { canonicalDuration } from '../../syntax/numbers.js';
import type { StepRule } from '../rule.js';

/** One minute to one day, in whole minutes. */
export const smsTtl: StepRule = (step, flow, report) => {
  const duration = step.channel === 'sms' ? clauseOf(step, 'ttl')?.duration : undefined;
  if (duration?.seconds === undefined) return;
  const minutes = duration.seconds / 60;
  const written = duration.image;
  const { min, max } = limits.sms.ttl;
  const write = (wanted: number) => replaceWith(flow.uri, duration, canonicalDuration(wanted * 60));
  if (minutes < min || minutes > max) {
    report(endpoint.smsTtlRange, duration, { written }, { fixes: [write(minutes < min ? min : max)] });
  } else if (!Number.isInteger(minutes)) {
    const fixes = [write(Math.floor(minutes)), write(Math.ceil(minutes))];
    report(endpoint.smsTtlStep, duration, { written }, { fixes });
  }
};
