import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { constantText, fixedText, type ResolvedText } from '../../names/symbols.js';
import { isPlayable } from '../../routee/addresses.js';
import { forms } from '../../routee/limits.js';
import type { StepRule } from '../rule.js';

/** Calls play .wav files: an address that ends otherwise is no recording. */
export const play: StepRule = (step, flow, report) => {
  for (const { node } of step.channel === 'voice' ? step.verbs : []) {
    const text = node.keyword.text === 'play' && node.value ? flow.texts.get(node.value) : undefined;
    const address = text && likeAddress(text);
    if (text === undefined || address === undefined || !forms.webUrl.test(address) || isPlayable(address)) continue;
    const ending = /\.([A-Za-z0-9]+)(?:[?#].*)?$/.exec(address)?.[1] ?? '';
    report(endpoint.playNotWav, text, { ending });
  }
};

/** The address; where parameters leave only its ending for sure, one with that ending. */
function likeAddress(text: ResolvedText): string | undefined {
  const constant = constantText(text);
  const last = text.pieces.at(-1);
  if (constant !== undefined || typeof last !== 'string' || !text.known) return constant;
  // Behind a question mark an ending means nothing.
  return /[?#]/.test(fixedText(text)) ? undefined : `https://host/name${last}`;
}
