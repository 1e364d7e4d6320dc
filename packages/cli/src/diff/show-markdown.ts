import type { Change, Sentence } from '@failover/compiler/compare';
import { plural } from '../output/summary.js';
import { visible } from '../output/visible.js';
import { type Compared, shownPlace } from './compared.js';

/** A page of GitHub takes a million characters, a comment 65,536: no single text may fill it. */
const longestText = 1000;

/** For a pull request's comment or a job's summary: a heading for each flow, a list of its changes. */
export function diffMarkdown(compared: Compared): string {
  const { flows } = compared;
  if (flows.length === 0) return 'No flow has changed.\n';
  const sections = flows.map((flow) => {
    const place = shownPlace(flow, compared);
    const items = flow.changes.map((change) => itemOf(change, place, compared));
    return `### ${codeSpan(flow.name)}\n\n${codeSpan(place)}\n\n${items.join('\n')}\n`;
  });
  return `${plural(flows.length, 'flow')} changed.\n\n${sections.join('\n')}`;
}

/** @param around the place of the flow, which is not said again */
function itemOf(change: Change, around: string, compared: Compared): string {
  const { sentence, before, after } = change;
  const place = shownPlace(change, compared);
  const lines = [`- ${sentenceText(sentence)}${place === around ? '' : ` (${codeSpan(place)})`}`];
  if (before !== undefined) lines.push(`  - was: ${codeSpan(before)}`);
  if (after !== undefined) lines.push(`  - now: ${codeSpan(after)}`);
  return lines.join('\n');
}

function sentenceText(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? words(part) : codeSpan(part.quoted))).join('');
}

/** Words of ours have no mark of Markdown. What has one comes from elsewhere, and is shown as code. */
function words(text: string): string {
  return /^[\p{L}\p{N} .,:;()'’…–-]*$/u.test(text) && !/www\.|:\/\//i.test(text) ? text : codeSpan(text);
}

/**
 * Text as it is written: in a code span there are no links, mentions, HTML and marks. Its fence is longer than any run of
 * backticks in it.
 */
function codeSpan(text: string): string {
  const cropped = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  const shown = visible(cropped) || ' ';
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A backtick, and spaces at both ends, would be taken for a part of the fence.
  const pad = /^[` ]|[` ]$/.test(shown) && shown.trim() !== '' ? ' ' : '';
  return fence + pad + shown + pad + fence;
}
