import type { Fix } from '../../diagnostics/diagnostic.js';
import { lint } from '../../diagnostics/fo4-lint.js';
import { flagOf } from '../../names/model.js';
import { constantText } from '../../names/symbols.js';
import { gsmReplacement, isOnePart, segments } from '../../routee/sms-segments.js';
import type { TextNode } from '../../syntax/tree.js';
import type { Span } from '../../text/span.js';
import type { StepRule } from '../rule.js';
import { longestForm, readable } from '../texts.js';

/** So many foreign characters at most are taken for an oversight; more are another alphabet. */
const few = 3;

/** An SMS of several parts, and one that needs them only because of a few characters outside GSM-7. */
export const smsParts: StepRule = (step, flow, report) => {
  const node = step.node.content;
  if (step.channel !== 'sms' || node?.kind !== 'text') return;
  const text = flow.texts.get(node);
  if (text === undefined || !text.known) return;
  const longest = longestForm(text);
  if (isOnePart(longest)) return;
  const found = segments(longest);
  if (found.parts <= 1) return;
  const foreign = [...new Set(found.foreign)];
  if (foreign.length > 0 && foreign.length <= few && flagOf(step, 'transcode') !== true) {
    const without = segments(foreign.reduce((rest, one) => rest.replaceAll(one, gsmReplacement(one) ?? 'x'), longest));
    if (without.parts < found.parts) {
      const params = { characters: foreign, parts: found.parts, without: without.parts };
      const { place, fixes } = replaceAll(flow.uri, node, foreign);
      const end = node.offset + node.length;
      const transcode = {
        title: 'Add `transcode`',
        edits: [{ uri: flow.uri, offset: end, length: 0, text: ' transcode' }],
      };
      report(lint.fewForeignCharacters, place, params, { fixes: [...fixes, transcode] });
      return;
    }
  }
  const { parts, length, encoding } = found;
  report(lint.severalParts, text, { parts, length, encoding, worst: constantText(text) === undefined });
};

/** The first foreign character, and a fix that replaces them all where each has a likeness in GSM-7. */
function replaceAll(uri: string, node: TextNode, foreign: readonly string[]): { place: Span; fixes: Fix[] } {
  const source = readable(node, () => '');
  const edits = foreign
    .flatMap((one) => occurrences(source.text, one).map((index) => ({ one, ...source.placeOf(index, one.length) })))
    .sort((a, b) => a.offset - b.offset);
  const place = edits[0] ?? node;
  if (edits.length === 0 || foreign.some((one) => gsmReplacement(one) === undefined)) return { place, fixes: [] };
  const title = `Replace ${foreign.map((one) => `\`${one}\``).join(', ')}`;
  const replaced = edits.map(({ one, offset, length }) => ({ uri, offset, length, text: gsmReplacement(one) ?? '' }));
  return { place, fixes: [{ title, edits: replaced }] };
}

function occurrences(text: string, part: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) found.push(at);
  return found;
}
