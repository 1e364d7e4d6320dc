import * as syntax from '../../../packages/compiler/src/syntax/words.js';
import { all, choice, list, optional, type Part, repeat, rule, sequence, token, words } from './part.js';

/**
 * What the parser's actions decide and its rules do not show. So that a broken file still gives a tree, a rule takes more
 * than is right: things in any order, any word where one of a few must stand. The tests generate files from this grammar,
 * which the parser must take, and read the corpus with it.
 */

const name = token('name');
const integer = token('integer');
const value = rule('value');
const chain = rule('chain');
const setting = repeat(rule('setting'));
const channels = syntax.channelWords.filter((word) => word !== 'viber');

/** In the place of a rule of the parser. */
const instead: Readonly<Record<string, Part>> = {
  // In this order.
  file: sequence(
    repeat(rule('import')),
    repeat(choice(...['let', 'sender', 'template', 'flow', 'setting'].map(rule))),
    optional(chain),
  ),
  flow: sequence(
    optional(choice('standard', 'transactional')),
    'flow',
    name,
    optional(rule('params')),
    '{',
    setting,
    chain,
    '}',
  ),
  // `then` leads every step but the first; only a Viber step may consist of clauses alone.
  step: choice(
    sequence('viber', optional(rule('content')), repeat(rule('clause'))),
    sequence(words(channels), rule('content'), repeat(rule('clause'))),
  ),
  verbs: sequence('{', rule('verb'), repeat(choice(rule('verb'), rule('verb-clause'))), '}'),
  on: sequence('on', list(rule('status'))),
  flag: sequence(optional('no'), words(syntax.flagWords)),
  category: sequence('category', words(syntax.categoryWords)),
  devices: sequence('devices', words(syntax.devicesWords)),
  gender: sequence('gender', words(syntax.genderWords)),
  repeat: sequence('repeat', choice(integer, 'forever')),
  callback: sequence('callback', value, optional('on', words(syntax.momentWords))),
  machine: sequence('machine', choice('hangup', sequence('continue', value))),
  video: sequence(
    'video',
    value,
    all(sequence('thumbnail', value), sequence('size', token('size')), sequence('duration', token('duration'))),
  ),
  type: choice(
    ...syntax.typeWords.map((word) => {
      if (word === 'text' || word === 'int') return sequence(word, optional(rule('range')));
      return word === 'lang' ? sequence(word, '(', list(name), optional(','), ')') : sequence(word);
    }),
  ),
};

/** Parts that more than one rule shares, or that read better with a name of their own. */
const added: Readonly<Record<string, Part>> = {
  chain: sequence(rule('step'), repeat('then', rule('step'))),
  'verb-clause': choice(...['lang', 'gender', 'repeat', 'flag'].map(rule)),
  range: sequence('(', optional(integer), '..', optional(integer), ')'),
  status: words(syntax.statusWords),
};

export const refinements = { instead, added };
