import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { replaceWith } from '../../names/fixes.js';
import { clauseOf } from '../../names/model.js';
import { limits } from '../../routee/limits.js';
import { isViberTtlRepresentable } from '../../routee/values.js';
import { canonicalDuration } from '../../syntax/numbers.js';
import type { StepRule } from '../rule.js';

/** 30 seconds to one day, in steps of a tenth of a minute. */
export const viberTtl: StepRule = (step, flow, report) => {
  const duration = step.channel === 'viber' ? clauseOf(step, 'ttl')?.duration : undefined;
  if (duration?.seconds === undefined) return;
  const minutes = duration.seconds / 60;
  const written = duration.image;
  const { min, max, step: grain } = limits.viber.ttl;
  const write = (seconds: number) => replaceWith(flow.uri, duration, canonicalDuration(seconds));
  if (minutes < min || minutes > max) {
    report(endpoint.viberTtlRange, duration, { written }, { fixes: [write(60 * (minutes < min ? min : max))] });
  } else if (!isViberTtlRepresentable(minutes)) {
    const unit = Math.round(grain * 60);
    const below = Math.floor(duration.seconds / unit) * unit;
    report(endpoint.viberTtlStep, duration, { written }, { fixes: [write(below), write(below + unit)] });
  }
};
