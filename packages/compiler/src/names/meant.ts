import type { Channel, EndpointName } from '../routee/channels.js';
import type { WordNode } from '../syntax/tree.js';
import { channelWords, nearestWord } from '../syntax/words.js';

/*
 * The tree keeps a misspelt keyword as it was written. The parser has taken it for the one that was meant, and has
 * reported it; here is which one that was.
 */

export function channelMeant(word: WordNode): Channel {
  return meant(word, channelWords) ?? 'viber';
}

export function endpointMeant(word: WordNode): EndpointName {
  return meant(word, ['standard', 'transactional']) ?? 'standard';
}

function meant<Word extends string>({ text }: WordNode, choices: readonly Word[]): Word | undefined {
  const found = (choices as readonly string[]).includes(text) ? text : nearestWord(text, choices);
  return found as Word | undefined;
}
