import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { clauseOf } from '../../names/model.js';
import type { StepRule } from '../rule.js';

/** A number that JSON carries exactly. */
export const seq: StepRule = (step, _flow, report) => {
  const value = clauseOf(step, 'seq')?.value;
  if (value?.value !== undefined && !Number.isSafeInteger(value.value)) {
    report(endpoint.seqRange, value, { max: Number.MAX_SAFE_INTEGER });
  }
};
