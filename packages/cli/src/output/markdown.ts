import { visible } from './visible.js';

/**
 * A text as code within a line of Markdown, where there are no links, mentions, HTML and marks. Its fence is longer than
 * any run of backticks in it.
 */
export function codeSpan(text: string): string {
  const shown = visible(text) || ' ';
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A backtick, and spaces at both ends, would be taken for a part of the fence.
  const pad = /^[` ]|[` ]$/.test(shown) && shown.trim() !== '' ? ' ' : '';
  return fence + pad + shown + pad + fence;
}
