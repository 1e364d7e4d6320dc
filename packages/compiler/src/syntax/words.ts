import { nearest } from '../text/nearest.js';
import type { ClauseKind } from './tree.js';

/** The words that can stand at a place, for messages, completion and the formatter. */

export const channelWords = ['viber', 'sms', 'voice'] as const;
export const flagWords = ['expire-on-delivery', 'flash', 'transcode', 'barge-in'] as const;
export const typeWords = ['phone', 'url', 'text', 'int', 'lang'] as const;
export const categoryWords = ['otp', 'transactional'] as const;
export const genderWords = ['male', 'female'] as const;
export const devicesWords = ['primary', 'all'] as const;
export const machineWords = ['hangup', 'continue'] as const;
export const momentWords = ['completion', 'step'] as const;
export const targetWords = ['phone', 'viber', 'sip'] as const;
export const settingWords = ['from', 'to', 'callback'] as const;
export const declarationWords = ['import', 'let', 'sender', 'template', 'flow', 'standard', 'transactional'] as const;
export const statusWords = [
  ...['expired', 'failed', 'undelivered'],
  ...['busy', 'no-answer', 'unsent', 'terminated', 'completed'],
] as const;

/** The clauses in the order in which the formatter writes them. */
export const clauseOrder: readonly ClauseKind[] = [
  ...(['image', 'button', 'file', 'video', 'lang', 'gender', 'repeat', 'devices', 'seq'] as const),
  ...(['flag', 'label', 'shorten-links', 'machine', 'inbound', 'to', 'from', 'ttl', 'on'] as const),
];
export const clauseWords: readonly string[] = clauseOrder.filter((kind) => kind !== 'flag');

export function isFlag(word: string): boolean {
  return (flagWords as readonly string[]).includes(word);
}

/** Whether a word is a status of any channel. */
export function isStatus(word: string): boolean {
  return (statusWords as readonly string[]).includes(word);
}

/** Words that look like a language and are none. */
const shortWords = new Set(['at', 'by', 'do', 'if', 'in', 'of', 'or', 'up', 'we']);

/** The clause that a word alone belongs to, when its keyword was forgotten. */
export function clauseOf(word: string): ClauseKind | undefined {
  if (isStatus(word)) return 'on';
  if ((genderWords as readonly string[]).includes(word)) return 'gender';
  if ((devicesWords as readonly string[]).includes(word)) return 'devices';
  if ((machineWords as readonly string[]).includes(word)) return 'machine';
  if (word === 'forever') return 'repeat';
  return /^[a-z]{2}(?:-[A-Z]{2})?$/.test(word) && !shortWords.has(word) ? 'lang' : undefined;
}

/** The language in which a call most likely says a text, as far as its letters tell. */
export function likelyLanguage(text: string): string {
  if (/\p{Script=Greek}/u.test(text)) return 'el-GR';
  return /\p{Script=Cyrillic}/u.test(text) ? 'ru-RU' : 'en-US';
}

/** What people write who know other languages, and what they mean. */
export const foreignWords: Readonly<Record<string, string>> = {
  call: 'voice',
  text: 'sms',
  else: 'then',
  or: 'then',
  otherwise: 'then',
  next: 'then',
  fallback: 'then',
  timeout: 'ttl',
  wait: 'ttl',
  expiry: 'ttl',
  when: 'on',
  if: 'on',
  picture: 'image',
  photo: 'image',
  language: 'lang',
  speak: 'say',
  recipient: 'to',
  const: 'let',
  var: 'let',
  include: 'import',
  use: 'import',
  brand: 'sender',
  webhook: 'callback',
  function: 'flow',
  func: 'flow',
  def: 'flow',
  fn: 'flow',
};

const foreignTypes: Readonly<Record<string, string>> = {
  string: 'text',
  str: 'text',
  number: 'int',
  integer: 'int',
  tel: 'phone',
  msisdn: 'phone',
  uri: 'url',
  link: 'url',
  language: 'lang',
};

export function foreignTypeOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  return Object.hasOwn(foreignTypes, lower) ? foreignTypes[lower] : undefined;
}

/** The word that a misspelt or foreign one stands for, when it is among those that can stand there. */
export function nearestWord(word: string, choices: readonly string[]): string | undefined {
  const foreign = Object.hasOwn(foreignWords, word) ? foreignWords[word] : undefined;
  if (foreign !== undefined && choices.includes(foreign)) return foreign;
  return choices.find((choice) => choice.startsWith(`${word}-`)) ?? nearest(word, choices);
}
