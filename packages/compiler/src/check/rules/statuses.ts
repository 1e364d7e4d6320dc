import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { replaceWith } from '../../names/fixes.js';
import { clauseOf } from '../../names/model.js';
import { statuses as allowed } from '../../routee/channels.js';
import { nearest } from '../../text/nearest.js';
import type { StepRule } from '../rule.js';

/** The statuses after `on` are those of the channel, each once. */
export const statuses: StepRule = (step, flow, report) => {
  const words = allowed[step.channel].map(({ word }) => word);
  const seen = new Set<string>();
  for (const status of clauseOf(step, 'on')?.statuses ?? []) {
    if (seen.has(status.text)) {
      report(endpoint.statusTwice, status, { status: status.text });
    } else if (!words.includes(status.text)) {
      const suggestion = words.find((word) => sameLetters(word, status.text)) ?? nearest(status.text, words);
      const fixes = suggestion === undefined ? [] : [replaceWith(flow.uri, status, suggestion)];
      const params = { status: status.text, channel: step.channel, statuses: words, suggestion };
      report(endpoint.statusNotOnChannel, status, params, { fixes });
    }
    seen.add(status.text);
  }
};

/** `NoAnswer`, as the API writes it, is `no-answer` here. */
function sameLetters(word: string, written: string): boolean {
  return word.replace('-', '') === written.replace(/[-_]/g, '').toLowerCase();
}
