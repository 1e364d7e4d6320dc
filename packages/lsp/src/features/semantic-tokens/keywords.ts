import type { TokenModifier } from './legend.js';

const kinds: Readonly<Record<string, TokenModifier>> = {
  ...Object.fromEntries(
    ['flow', 'template', 'sender', 'let', 'standard', 'transactional'].map((word) => [word, 'declares']),
  ),
  ...Object.fromEntries(['import', 'then', 'on'].map((word) => [word, 'control'])),
  ...Object.fromEntries(['viber', 'sms', 'voice'].map((word) => [word, 'channel'])),
};

/** What a keyword does: most name a clause or a part of one. */
export function kindOfKeyword(word: string): TokenModifier {
  return (Object.hasOwn(kinds, word) ? kinds[word] : undefined) ?? 'clause';
}
