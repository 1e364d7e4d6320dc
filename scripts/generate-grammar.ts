// Writes the TextMate grammar of the editor: node scripts/run.mjs scripts/generate-grammar.ts [--check]
import { keywordTexts } from '../packages/compiler/src/syntax/tokens.js';
import * as words from '../packages/compiler/src/syntax/words.js';
import { keepUpToDate } from './generated.js';

const script = 'scripts/generate-grammar.ts';
const file = 'packages/vscode-extension/syntaxes/failover.tmLanguage.json';

interface Rule {
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Readonly<Record<string, Rule>>;
  readonly beginCaptures?: Readonly<Record<string, Rule>>;
  readonly endCaptures?: Readonly<Record<string, Rule>>;
  readonly patterns?: readonly (Rule | { readonly include: string })[];
}

/** As in packages/compiler/src/syntax/characters.ts. */
const name = String.raw`[\p{L}_][\p{L}\p{M}\p{Nd}_]*(?:-[\p{L}\p{Nd}_][\p{L}\p{M}\p{Nd}_]*)*`;
const endOfWord = String.raw`(?![\p{L}\p{M}\p{Nd}_]|-[\p{L}\p{Nd}_])`;
/** Where something else than a comment begins, also on a later line. */
const elsewhere = String.raw`(?=[^\s/])`;
const hole = String.raw`(\{)\s*(${name})\s*(\})`;
const holeCaptures = {
  1: scope('punctuation.definition.template-expression.begin'),
  2: scope('variable.parameter.hole'),
  3: scope('punctuation.definition.template-expression.end'),
};
const comments = { include: '#comments' };

function scope(of: string): Rule {
  return { name: `${of}.failover` };
}

function oneOf(texts: readonly string[]): string {
  return `(?:${[...texts].sort((a, b) => b.length - a.length || a.localeCompare(b)).join('|')})${endOfWord}`;
}

/** A keyword and the word that belongs to it. Whatever that word is, it is no keyword there. */
function leads(keyword: string, keywordScope: string, word: string, wordScope: string): Rule {
  return {
    begin: `${keyword}${endOfWord}`,
    beginCaptures: { 0: scope(keywordScope) },
    end: `(${word})|${elsewhere}`,
    endCaptures: { 1: scope(wordScope) },
    patterns: [comments],
  };
}

const declared = 'storage.type';
const control = 'keyword.control';
const clause = 'keyword.other';
const value = 'variable.other.enummember';

const leading: Readonly<Record<string, Rule>> = {
  flow: leads('flow', declared, name, 'entity.name.function'),
  template: leads('template', declared, name, 'entity.name.type.template'),
  sender: leads('sender', declared, name, 'entity.name.namespace'),
  let: leads('let', declared, name, 'variable.other.constant'),
  from: leads('from', clause, name, 'entity.name.namespace'),
  lang: leads('lang', clause, name, value),
  type: leads('type', clause, name, value),
  to: leads('to', clause, oneOf(words.targetWords), value),
  category: leads('category', clause, oneOf(words.categoryWords), value),
  gender: leads('gender', clause, oneOf(words.genderWords), value),
  devices: leads('devices', clause, oneOf(words.devicesWords), value),
  machine: leads('machine', clause, oneOf(words.machineWords), value),
  repeat: leads('repeat', clause, oneOf(['forever']), value),
};

const statuses = [...words.statusWords, ...words.momentWords];
const on: Rule = {
  begin: `on${endOfWord}`,
  beginCaptures: { 0: scope(control) },
  end: `(?=[^\\s,/])(?!${oneOf(statuses)})`,
  patterns: [comments, { match: oneOf(statuses), ...scope(value) }],
};

const plainControl = ['then', 'import'];
const modifiers = ['standard', 'transactional'];
const special = new Set([...Object.keys(leading), 'on', ...plainControl, ...modifiers, ...words.channelWords]);
const clauses = [...keywordTexts.filter((text) => !special.has(text) && !isTarget(text)), ...words.flagWords];

function isTarget(text: string): boolean {
  return (words.targetWords as readonly string[]).includes(text);
}

const escapes: Rule[] = [
  { match: String.raw`\\(?:[nt"\\{}]|u\{[0-9A-Fa-f]{1,6}\})`, ...scope('constant.character.escape') },
  { match: String.raw`\\.`, ...scope('invalid.illegal.escape') },
];
const insideText = [...escapes, { name: 'meta.template.expression.failover', match: hole, captures: holeCaptures }];
const quotes = { 0: scope('punctuation.definition.string') };

const repository: Readonly<Record<string, { readonly patterns: readonly (Rule | { readonly include: string })[] }>> = {
  comments: {
    patterns: [
      { match: '///(?!/).*$', ...scope('comment.line.documentation') },
      {
        match: String.raw`(?!////)//[ \t]*(failover-ignore)\b([^:\r\n]*).*$`,
        ...scope('comment.line.double-slash'),
        captures: {
          1: scope('storage.type.annotation'),
          2: { patterns: [{ match: String.raw`\bFO\d{4}\b`, ...scope('constant.other.diagnostic') }] },
        },
      },
      { match: '//.*$', ...scope('comment.line.double-slash') },
    ],
  },
  texts: {
    patterns: [
      {
        begin: '"""',
        end: '"""',
        beginCaptures: quotes,
        endCaptures: quotes,
        ...scope('string.quoted.triple'),
        patterns: insideText,
      },
      {
        begin: '"',
        end: '"|$',
        beginCaptures: quotes,
        endCaptures: quotes,
        ...scope('string.quoted.double'),
        patterns: insideText,
      },
    ],
  },
  values: {
    patterns: [
      { match: hole, captures: holeCaptures },
      { match: String.raw`(?:\d+(?:\.\d+)?[dhms])+(?![\p{L}\p{M}\p{Nd}_])`, ...scope('constant.numeric.duration') },
      { match: String.raw`\d+(?:\.\d+)?MB(?![\p{L}\p{M}\p{Nd}_])`, ...scope('constant.numeric.size') },
      { match: String.raw`-?\d+(?!\.\d|[\p{L}\p{M}\p{Nd}_])`, ...scope('constant.numeric.integer') },
      // Starts like a number and is none: nothing in it is a word.
      { match: String.raw`-?\d[\p{L}\p{M}\p{Nd}_]*(?:\.\d[\p{L}\p{M}\p{Nd}_]*)*` },
    ],
  },
  // What a template or a flow takes, and what a template is given. A brace that opens a body ends a list that was never closed.
  parameters: {
    patterns: [
      {
        begin: String.raw`\(`,
        end: String.raw`\)|(?=\{(?!\s*${name}\s*\})|\})`,
        patterns: [
          comments,
          { match: name, ...scope('variable.parameter') },
          {
            begin: ':',
            end: String.raw`(?=[,)]|\{(?!\s*${name}\s*\})|\})`,
            patterns: [comments, { include: '#type' }, { include: '#texts' }, { include: '#values' }, { match: name }],
          },
        ],
      },
    ],
  },
  type: {
    patterns: [
      { match: oneOf(words.typeWords), ...scope('support.type') },
      {
        begin: String.raw`\(`,
        end: String.raw`\)|(?=[{}])`,
        patterns: [comments, { include: '#values' }, { match: name, ...scope(value) }],
      },
    ],
  },
  words: {
    patterns: [
      ...Object.values(leading),
      on,
      { match: oneOf(plainControl), ...scope(control) },
      { match: oneOf(modifiers), ...scope('storage.modifier') },
      { match: oneOf(words.channelWords), ...scope('support.class.channel') },
      { match: oneOf(clauses), ...scope(clause) },
      { match: name },
    ],
  },
};

const grammar = {
  $comment: `Generated by ${script} from the words in packages/compiler/src/syntax.`,
  $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
  name: 'Failover',
  scopeName: 'source.failover',
  fileTypes: ['failover'],
  patterns: ['comments', 'texts', 'values', 'parameters', 'words'].map((part) => ({ include: `#${part}` })),
  repository,
};

keepUpToDate(script, new Map([[file, `${JSON.stringify(grammar, undefined, 2)}\n`]]));
