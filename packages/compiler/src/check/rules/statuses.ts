import type { Fix } from '../../diagnostics/diagnostic.js';
import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { replaceWith } from '../../names/fixes.js';
import { clauseOf } from '../../names/model.js';
import { statuses as allowed, type Channel } from '../../routee/channels.js';
import type { WordNode } from '../../syntax/tree.js';
import { nearest } from '../../text/nearest.js';
import { endOf, spanBetween } from '../../text/span.js';
import type { StepRule } from '../rule.js';

const wordsOf: Readonly<Record<Channel, readonly string[]>> = {
  viber: allowed.viber.map(({ word }) => word),
  sms: allowed.sms.map(({ word }) => word),
  voice: allowed.voice.map(({ word }) => word),
};

/** The statuses after `on` are those of the channel, each once. */
export const statuses: StepRule = (step, flow, report) => {
  const written = clauseOf(step, 'on')?.statuses;
  if (written === undefined) return;
  const words = wordsOf[step.channel];
  const seen = new Set<string>();
  written.forEach((status, index) => {
    if (seen.has(status.text)) {
      report(endpoint.statusTwice, status, { status: status.text }, { fixes: removal(flow.uri, written, index) });
    } else if (!words.includes(status.text)) {
      const suggestion = nearest(status.text, words);
      const fixes =
        suggestion === undefined ? removal(flow.uri, written, index) : [replaceWith(flow.uri, status, suggestion)];
      const params = { status: status.text, channel: step.channel, statuses: words, suggestion };
      report(endpoint.statusNotOnChannel, status, params, { fixes });
    }
    seen.add(status.text);
  });
};

/** Takes one of several statuses out, with its comma. */
function removal(uri: string, statuses: readonly WordNode[], index: number): Fix[] {
  const status = statuses[index];
  const [before, after] = [statuses[index - 1], statuses[index + 1]];
  if (status === undefined || (before === undefined && after === undefined)) return [];
  const start = before === undefined ? status.offset : endOf(before);
  const end = before === undefined && after !== undefined ? after.offset : endOf(status);
  return [{ title: `Remove \`${status.text}\``, edits: [{ uri, ...spanBetween(start, end), text: '' }] }];
}
