import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { lint } from '../../diagnostics/fo4-lint.js';
import { replaceWith } from '../../names/fixes.js';
import { clauseOf } from '../../names/model.js';
import { limits } from '../../routee/limits.js';
import type { StepRule } from '../rule.js';

/** A verb is repeated at least once, in JSON's own numbers. */
export const repeatRange: StepRule = (step, flow, report) => {
  for (const verb of step.verbs) {
    const times = clauseOf(verb, 'repeat')?.times;
    if (times?.kind !== 'integer' || times.value === undefined) continue;
    const { min, forever } = limits.voice.repeat;
    if (times.value >= min && Number.isSafeInteger(times.value)) continue;
    const fixes = times.value === forever ? [replaceWith(flow.uri, times, 'forever')] : [];
    const max = times.value >= min ? Number.MAX_SAFE_INTEGER : undefined;
    report(endpoint.repeatRange, times, { written: times.image, max }, { fixes });
  }
};

export const repeatsForever: StepRule = (step, _flow, report) => {
  for (const verb of step.verbs) {
    const clause = clauseOf(verb, 'repeat');
    if (clause?.times?.kind === 'word' && clause.times.text === 'forever')
      report(lint.repeatsForever, clause, undefined);
  }
};
