import { code, didYouMean, error, oneOf, sentence } from './define.js';

/** FO1: words and grammar. */
export const syntax = {
  unexpectedCharacter: error<{ character: string }>(
    'FO1001',
    'A character that means nothing here',
    'Outside a text only words, numbers and the marks { } ( ) , : = .. mean something.',
    ({ character }) => `${character} means nothing outside a text`,
  ),
  unclosedText: error(
    'FO1002',
    'A text without its closing quote',
    'A text in single quotes marks ends on its own line; a text of several lines stands between """ and """.',
    () => 'This text has no closing `"` on its line',
  ),
  unclosedLongText: error(
    'FO1003',
    'A text of several lines without its closing quotes',
    'Everything up to the closing """ belongs to the text, so without it the rest of the file has no meaning.',
    () => 'This text has no closing `"""`',
  ),
  unknownEscape: error<{ written: string }>(
    'FO1004',
    'An escape that does not exist',
    'A backslash in a text starts one of \\n \\t \\" \\\\ \\{ \\} and \\u{…}.',
    ({ written }) => `${code(written)} is not an escape`,
  ),
  badCodePoint: error<{ written: string; meant?: string | undefined }>(
    'FO1005',
    'An escape that names no character',
    '\\u{…} holds the hexadecimal number of a Unicode character, from 0 to 10FFFF without the surrogates.',
    ({ written, meant }) =>
      meant === undefined ? `${code(written)} names no character` : `${code(written)} is written ${code(meant)}`,
  ),
  unclosedHole: error<{ name: string }>(
    'FO1006',
    'A hole without its closing brace',
    'A hole is a name between { and }.',
    ({ name }) => `The hole ${code(`{${name}`)} has no closing \`}\``,
  ),
  notAHole: error<{ written: string }>(
    'FO1007',
    'Braces that are no hole',
    'In a text { starts a hole, which is a name between braces. A brace that is only a brace is written \\{ or \\}.',
    ({ written }) =>
      written === '{' ? '`{` is not followed by a name' : `${code(written)} is not a hole, which holds one name`,
  ),
  doubledHole: error<{ name: string }>(
    'FO1008',
    'A hole in doubled braces',
    'A hole has one pair of braces.',
    ({ name }) => `A hole has one pair of braces: ${code(`{${name}}`)}`,
  ),
  strayBrace: error(
    'FO1009',
    'A closing brace that closes nothing',
    'In a text } ends a hole. A brace that is only a brace is written \\}.',
    () => '`}` closes no hole',
  ),
  foreignQuotes: error<{ quote: string }>(
    'FO1010',
    'A text in other quotes',
    'A text stands between straight double quotes.',
    ({ quote }) => `A text stands in \`"\`, not in ${quote}`,
  ),
  foreignComment: error<{ mark: string }>(
    'FO1011',
    'A comment of another language',
    'A comment starts with // and ends with its line.',
    ({ mark }) => `A comment starts with \`//\`, not with \`${mark}\``,
  ),
  badNumber: error<{ image: string }>(
    'FO1012',
    'Neither a number nor a duration nor a size',
    'A number is plain digits, a duration has the units d, h, m and s as in 1h30m, a size has the unit MB.',
    ({ image }) => `${code(image)} is neither a number, nor a duration such as \`10m\`, nor a size such as \`12MB\``,
  ),
  unitOrder: error<{ image: string }>(
    'FO1013',
    'Parts of a duration out of order',
    'The parts of a duration go from large to small, each unit once.',
    ({ image }) => `The parts of ${code(image)} do not go from large to small`,
  ),
  decimalPlace: error<{ image: string }>(
    'FO1014',
    'A decimal point before the last part of a duration',
    'Only the last part of a duration may have a decimal point.',
    ({ image }) => `Only the last part of ${code(image)} may have a decimal point`,
  ),
  expected: error<{ wanted: string; after: string; found: string }>(
    'FO1020',
    'Something is missing',
    'The words around it promise it.',
    ({ wanted, after, found }) => `Expected ${wanted}${after && ` after ${after}`}, found ${found}`,
  ),
  unexpected: error<{ found: string; context: string }>(
    'FO1021',
    'Something that cannot stand here',
    'It has no meaning at this place.',
    ({ found, context }) => `${sentence(found)} cannot stand ${context}`,
  ),
  missingThen: error<{ channel: string }>(
    'FO1022',
    'A step without `then`',
    'Every step but the first starts with then, so that one reads the order of the steps.',
    ({ channel }) => `Expected \`then\` before the next step, \`${channel}\``,
  ),
  unclosed: error<{ mark: string; what: string }>(
    'FO1023',
    'A brace or parenthesis that is never closed',
    'What it opens must end somewhere.',
    ({ mark, what }) => `Expected \`${mark}\` to close ${what}`,
  ),
  missingComma: error<{ next: string }>(
    'FO1024',
    'A comma is missing',
    'The parts of a list stand between commas.',
    ({ next }) => `Expected \`,\` before ${code(next)}`,
  ),
  unknownClause: error<{ word: string; suggestion?: string | undefined }>(
    'FO1025',
    'A word that is no clause',
    'A step consists of clauses, each with a word that names it.',
    ({ word, suggestion }) => `${code(word)} is not a clause${didYouMean(suggestion)}`,
  ),
  unknownWord: error<{ word: string; what: string; words: readonly string[]; suggestion?: string | undefined }>(
    'FO1026',
    'A word that is none of those which can stand here',
    'Some places take one of a few words.',
    ({ word, what, words, suggestion }) =>
      `${code(word)} is not ${what}: ${suggestion === undefined ? `use ${oneOf(words)}` : `did you mean \`${suggestion}\`?`}`,
  ),
  clauseTwice: error<{ clause: string }>(
    'FO1027',
    'A clause that stands twice',
    'Each clause stands at most once, so that there is no question which one counts.',
    ({ clause }) => `${code(clause)} stands twice`,
  ),
  outOfPlace: error<{ what: string; where: string }>(
    'FO1028',
    'Something in the wrong order',
    'Imports come first, then declarations and settings, then steps.',
    ({ what, where }) => `${what} must stand ${where}`,
  ),
  noSteps: error<{ what: string }>(
    'FO1029',
    'A flow without a step',
    'A flow has at least one step: that is what reaches a person.',
    ({ what }) => `${what} has no step`,
  ),
  misspeltKeyword: error<{ word: string; keyword: string }>(
    'FO1030',
    'A misspelt keyword',
    'Keywords are written in small letters, with hyphens between their parts.',
    ({ word, keyword }) => `${code(word)} is not a keyword; did you mean \`${keyword}\`?`,
  ),
  bareName: error<{ name: string }>(
    'FO1031',
    'A name where a value is wanted',
    'A parameter or let that stands for a value is written as a hole, between braces.',
    ({ name }) => `Expected a text or a hole, found the name ${code(name)}`,
  ),
  missingUnit: error<{ image: string; what: string; meant?: string | undefined }>(
    'FO1032',
    'A number without its unit',
    'A duration needs a unit, such as 30s, 10m, 2h or 7d, and a size the unit MB: the API counts in different units.',
    ({ image, what, meant }) => {
      if (meant !== undefined) return `${code(image)} is written ${code(meant)}`;
      return `${code(image)} has ${/^-?\d+$/.test(image) ? 'no unit' : 'the wrong unit'}: ${what}`;
    },
  ),
  severalVerbs: error(
    'FO1033',
    'Several verbs without braces',
    'A call that says or plays several things has its verbs in braces, so that one sees which clause belongs to which.',
    () => 'Several verbs of one call stand in braces',
  ),
  clauseOfStep: error<{ clause: string }>(
    'FO1034',
    'A clause of the step among the verbs',
    'In braces, each clause belongs to the verb before it. What belongs to the whole call stands after the closing brace.',
    ({ clause }) => `${code(clause)} belongs to the call: write it after the closing \`}\``,
  ),
};
