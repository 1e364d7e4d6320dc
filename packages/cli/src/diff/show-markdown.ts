import { count, crop } from '@failover/compiler';
import type { Change, Sentence } from '@failover/compiler/compare';
import { codeSpan } from '../output/markdown.js';
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
    return `### ${code(flow.name)}\n\n${code(place)}\n\n${items.join('\n')}\n`;
  });
  return `${count(flows.length, 'flow')} changed.\n\n${sections.join('\n')}`;
}

/** @param around the place of the flow, which is not said again */
function itemOf(change: Change, around: string, compared: Compared): string {
  const { sentence, before, after } = change;
  const place = shownPlace(change, compared);
  const lines = [`- ${sentenceText(sentence)}${place === around ? '' : ` (${code(place)})`}`];
  if (before !== undefined) lines.push(`  - was: ${code(before)}`);
  if (after !== undefined) lines.push(`  - now: ${code(after)}`);
  return lines.join('\n');
}

function sentenceText(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? words(part) : code(part.quoted))).join('');
}

/** Words of ours have no mark of Markdown. What has one comes from elsewhere, and is shown as code. */
function words(text: string): string {
  return /^[\p{L}\p{N} .,:;()'’…–-]*$/u.test(text) && !/www\.|:\/\//i.test(text) ? text : code(text);
}

function code(text: string): string {
  return codeSpan(crop(text, longestText));
}
