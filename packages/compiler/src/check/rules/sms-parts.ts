import { oneOf } from '../../diagnostics/define.js';
import type { Fix } from '../../diagnostics/diagnostic.js';
import { lint } from '../../diagnostics/fo4-lint.js';
import { insertAt } from '../../names/fixes.js';
import { type Flow, flagOf } from '../../names/model.js';
import { constantText } from '../../names/symbols.js';
import { limits } from '../../routee/limits.js';
import { gsmReplacement, isOnePart, segments } from '../../routee/sms-segments.js';
import type { TextNode } from '../../syntax/tree.js';
import { endOf, type Span } from '../../text/span.js';
import type { StepRule } from '../rule.js';
import { asSent, isTranscoded } from '../sms-text.js';
import { longestForm, readable } from '../texts.js';

/** So many different foreign characters, and one in so many, are taken for an oversight; more are another alphabet. */
const few = 3;
const rare = 10;

/** An SMS of several parts, and one that needs them only because of a few characters outside GSM-7. */
export const smsParts: StepRule = (step, flow, report) => {
  const node = step.node.content;
  if (node?.kind !== 'text') return;
  const text = flow.texts.get(node);
  if (text === undefined || !text.known) return;
  const written = longestForm(text);
  // What is too long has been refused.
  if (isOnePart(written) || written.length > limits.sms.body.max) return;
  const longest = asSent(step, written);
  const found = segments(longest);
  if (found.parts <= 1) return;
  const foreign = [...new Set(found.foreign)];
  const isOversight = foreign.length <= few && found.foreign.length * rare <= longest.length;
  if (foreign.length > 0 && isOversight && !isTranscoded(step)) {
    const without = segments(foreign.reduce((rest, one) => rest.replaceAll(one, gsmReplacement(one) ?? 'x'), longest));
    if (without.parts < found.parts) {
      const params = { characters: foreign, parts: found.parts, without: without.parts };
      const { place, fixes } = replaceAll(flow, node, foreign);
      if (flagOf(step, 'transcode') === undefined) {
        fixes.push(insertAt(flow.uri, endOf(node), ' transcode', 'Add `transcode`'));
      }
      report(lint.fewForeignCharacters, place, params, { fixes });
      return;
    }
  }
  const { parts, length, encoding } = found;
  report(lint.severalParts, text, { parts, length, encoding, worst: constantText(text) === undefined });
};

/** The first foreign character, and a fix that replaces them all where each stands here and has a likeness in GSM-7. */
function replaceAll(flow: Flow, node: TextNode, foreign: readonly string[]): { place: Span; fixes: Fix[] } {
  const source = readable(node, flow, () => '');
  const found = foreign.flatMap((one) => occurrences(source.text, one).map((index) => ({ one, index })));
  const [first] = found;
  if (first === undefined) return { place: node, fixes: [] };
  const place = source.placeOf(first.index, first.one.length);
  const isMendable = found.every(({ one, index }) => source.isWritten(index) && gsmReplacement(one) !== undefined);
  if (!isMendable) return { place, fixes: [] };
  const title = `Replace ${oneOf(foreign, 'and')}`;
  const edits = found.map(({ one, index }) => ({
    uri: flow.uri,
    ...source.placeOf(index, one.length),
    text: (gsmReplacement(one) ?? '').replace(/["\\{}]/g, '\\$&'),
  }));
  return { place, fixes: [{ title, edits }] };
}

function occurrences(text: string, part: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) found.push(at);
  return found;
}
