import { choice, type Grammar, optional, type Part, repeat, rule, sequence, token, words } from './part.js';

/**
 * What words, texts and numbers are made of. The lexer is written by hand, so this is too: the tests write tokens by it, of
 * which the lexer must make the same.
 */

/** Sets of characters, in words. */
export const characterSets: ReadonlyMap<string, string> = new Map([
  ['letter', 'a letter of any alphabet (Unicode category L), or `_`'],
  ['letter-or-digit', 'the same, or a decimal digit (Nd)'],
  ['name-character', 'the same, or a mark that belongs to a letter, such as an accent (M)'],
  ['digit', '`0` to `9`'],
  ['hex-digit', '`0` to `9`, `a` to `f`, `A` to `F`'],
  ['line-character', 'any character but `"`, `\\`, `{`, `}` and a line break'],
  ['character', 'any character but `\\`, `{` and `}`; never three `"` in a row'],
  ['space', 'a space or a tab'],
  ['rest-of-line', 'everything up to the line break'],
]);

const characters = repeat(token('name-character'));
const inText = (set: string): Part => repeat(choice(token(set), rule('escape'), rule('hole-in-text')));
const digits = rule('digits');
const number = sequence(digits, optional('.', digits));

export const tokenGrammar: Grammar = new Map([
  ['name', sequence(token('letter'), characters, repeat('-', token('letter-or-digit'), characters))],
  ['text', choice(sequence('"', inText('line-character'), '"'), sequence('"""', inText('character'), '"""'))],
  ['escape', sequence('\\', choice(...['n', 't', '"', '\\', '{', '}'], rule('code-point')))],
  ['code-point', sequence('u{', token('hex-digit'), repeat(token('hex-digit')), '}')],
  ['hole-in-text', sequence('{', repeat(token('space')), rule('name'), repeat(token('space')), '}')],
  ['integer', sequence(optional('-'), digits)],
  ['duration', sequence(repeat(digits, words(['d', 'h', 'm'])), number, words(['d', 'h', 'm', 's']))],
  ['size', sequence(number, 'MB')],
  ['digits', sequence(token('digit'), repeat(token('digit')))],
  ['comment', sequence('//', token('rest-of-line'))],
]);
