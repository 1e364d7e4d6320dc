import { fc } from '../../../../test/support/fast-check.js';
import { parse } from '../../src/syntax/parse.js';

/** Random files that are sound, as lists of tokens, and the ways in which they may be laid out. */

type Tokens = fc.Arbitrary<string[]>;

/** Before a token that must stand on the line of the token before it. */
const sameLine = '\u0000';

const word = (text: string): Tokens => fc.constant([text]);
const one = (arbitrary: fc.Arbitrary<string>): Tokens => arbitrary.map((text) => [text]);
const all = (...parts: Tokens[]): Tokens => fc.tuple(...parts).map((lists) => lists.flat());
const either = (...parts: Tokens[]): Tokens => fc.oneof(...parts);
const maybe = (...parts: Tokens[]): Tokens => fc.oneof(fc.constant<string[]>([]), all(...parts));
const many = (part: Tokens, maxLength: number, minLength = 0): Tokens =>
  fc.array(part, { maxLength, minLength }).map((lists) => lists.flat());
const list = (part: Tokens, maxLength: number, minLength = 0): Tokens =>
  fc
    .array(part, { maxLength, minLength })
    .map((items) => items.flatMap((item, index) => (index === 0 ? item : [',', ...item])));

const names = ['a', 'otp', 'to', 'on', 'lang', 'sms', 'then', 'ttl', 'en-US', 'login-code', '_x', 'λόγος', 'flash'];
const plainName = one(fc.constantFrom('a', 'otp', 'en', 'el', 'acme', 'en-US', 'login-code', 'customer_name'));
const name = fc.oneof({ weight: 4, arbitrary: plainName }, { weight: 1, arbitrary: one(fc.constantFrom(...names)) });

const piece = fc.constantFrom(
  ...[
    'a',
    'Your code is',
    ' ',
    '  ',
    'é',
    'κωδικός',
    '//',
    "'",
    '😀',
    '\u00a0',
    '\u200b',
    '👩\u200d👩',
    '\t',
    '\u0301',
  ],
  ...['\\n', '\\t', '\\"', '\\\\', '\\{', '\\}', '\\u{1F600}', '\\u{200B}', '\\u{20}', '\\u{D}', '{pin}', '{ pin }'],
);
const lineText = fc.array(piece, { maxLength: 6 }).map((pieces) => `"${pieces.join('')}"`);
const blockPiece = fc.oneof(
  piece,
  fc.constantFrom('\n', '\n', '\n  ', '\n    ', '\r\n  ', '\n\t', '\n \n', '"quoted" ', '"" '),
);
const blockText = fc.array(blockPiece, { maxLength: 10 }).map((pieces) => `"""\n    ${pieces.join('')}\n  """`);
const text = one(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('"Your code is {pin}."', '"https://acme.com/a"', '"x"') },
    { weight: 2, arbitrary: lineText },
    { weight: 1, arbitrary: blockText },
    { weight: 1, arbitrary: fc.constant('"Once upon a time a long text was written that takes most of a line."') },
  ),
);
const integer = one(fc.constantFrom('0', '7', '007', '-3', '-0', '12345678901234567890'));
const duration = one(
  fc.constantFrom('30s', '90s', '10m', '1.5m', '2h', '1h30m', '0.5s', '36h', '7d', '99999999999999d'),
);
const size = one(fc.constantFrom('12MB', '0.5MB', '012.50MB', '0MB'));
const hole = all(word('{'), name, word('}'));
const value = either(text, text, hole);

const statuses = list(one(fc.constantFrom('expired', 'failed', 'undelivered', 'busy', 'no-answer')), 3, 1);
const flag = all(maybe(word('no')), one(fc.constantFrom('expire-on-delivery', 'flash', 'transcode', 'barge-in')));
const verbClause = either(
  all(word('lang'), either(name, hole)),
  all(word('gender'), one(fc.constantFrom('male', 'female'))),
  all(word('repeat'), either(integer, word('forever'))),
  flag,
);
const videoPart = [all(word('thumbnail'), value), all(word('size'), size), all(word('duration'), duration)] as const;
const video = fc
  .shuffledSubarray([0, 1, 2], { minLength: 3 })
  .chain((order) => all(word('video'), value, ...order.map((index) => videoPart[index] ?? value)));
const to = all(word('to'), maybe(one(fc.constantFrom('phone', 'viber', 'sip'))), value);
const from = all(word('from'), either(plainName, word('on'), word('to'), text));
const clause = either(
  verbClause,
  all(word('image'), value),
  all(word('button'), text, value),
  all(word('file'), value, word('as'), text, maybe(word('type'), name)),
  video,
  all(word('label'), text),
  all(word('inbound'), value),
  all(word('devices'), one(fc.constantFrom('primary', 'all'))),
  all(word('seq'), integer),
  all(word('shorten-links'), maybe(word('for'), duration)),
  all(word('machine'), either(word('hangup'), all(word('continue'), value))),
  to,
  from,
  all(word('ttl'), duration),
  all(word('ttl'), duration),
  all(word('on'), statuses),
  all(word('on'), statuses),
);

const args = all(word('('), list(all(name, word(':'), either(text, integer, hole)), 3), word(')'));
const verb = either(all(word('say'), text), all(word('play'), value));
const verbs = all(word('{'), many(all(verb, many(verbClause, 3)), 3, 1), word('}'));
const content = either(text, all(word(`${sameLine}template`), either(name, text), maybe(args)));
const step = either(
  all(one(fc.constantFrom('viber', 'sms')), content, many(clause, 4)),
  all(word('viber'), many(clause, 4)),
  all(word('voice'), either(verb, verbs), many(clause, 4)),
);
const chain = all(step, many(all(word('then'), step), 3));

const range = all(word('('), maybe(integer), word('..'), maybe(integer), word(')'));
const type = either(
  word('phone'),
  word('url'),
  all(one(fc.constantFrom('text', 'int')), maybe(range)),
  all(word('lang'), word('('), list(name, 3, 1), word(')')),
);
const param = all(name, word(':'), type, maybe(word('='), either(text, integer)));
const params = either(all(word('('), word(')')), all(word('('), list(param, 4, 1), maybe(word(',')), word(')')));
const callback = all(word('callback'), value, maybe(word('on'), one(fc.constantFrom('completion', 'step'))));
const setting = either(from, to, callback);

const importItem = all(word('import'), text);
const letItem = all(word('let'), name, word('='), text);
const senderItem = all(
  ...[word('sender'), name, word('{')],
  many(all(one(fc.constantFrom('viber', 'sms', 'voice')), text), 4),
  word('}'),
);
const templateBody = either(
  all(word('category'), one(fc.constantFrom('otp', 'transactional'))),
  all(word('lang'), name, maybe(text)),
);
const templateItem = all(
  ...[word('template'), name, maybe(params), text],
  maybe(word('{'), many(templateBody, 3), word('}')),
);
const flowItem = all(
  ...[maybe(one(fc.constantFrom('standard', 'transactional'))), word('flow'), name, maybe(params), word('{')],
  many(setting, 3),
  chain,
  word('}'),
);
const fileTokens = all(
  many(importItem, 2),
  many(either(setting, letItem, senderItem, templateItem, flowItem), 3),
  maybe(chain),
);

const newline = fc.constantFrom('\n', '\r\n', '\n\n', '\n  ', '\n\n\n', ' \n\t');
const comment = fc.constantFrom('// why', '/// what', '// failover-ignore FO4003: so', '//', '//// rule', '// " { ( ');
const commented = fc
  .tuple(
    fc.constantFrom('', ' '),
    fc.oneof(fc.constant(''), newline),
    fc.array(fc.tuple(comment, newline), { minLength: 1, maxLength: 2 }),
  )
  .map(([space, before, comments]) => space + before + comments.map((parts) => parts.join('')).join(''));

/** What stands between two tokens: the more comments and line breaks, the less a file looks like one. */
function gapOf(mess: number): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(' ', ' ', '  ', '\t') },
    { weight: 10, arbitrary: fc.constant('') },
    { weight: mess * 4, arbitrary: newline },
    { weight: mess, arbitrary: commented },
  );
}

const marks = ['{', '}', '(', ')', ',', ':', '=', '..'];

/**
 * A sound file, with its tokens apart in any way. Where a name is a keyword too, the parser may take it for the keyword:
 * such files are left out.
 */
export const source: fc.Arbitrary<string> = fc
  .tuple(fileTokens, fc.integer({ min: 0, max: 6 }), fc.constantFrom('', '', '\ufeff'))
  .chain(([tokens, mess, start]) =>
    fc
      .array(gapOf(mess), { minLength: tokens.length + 1, maxLength: tokens.length + 1 })
      .map((gaps) => start + join(tokens, gaps)),
  )
  .filter((text) => parse('a.failover', text).diagnostics.length === 0);

function join(tokens: readonly string[], gaps: readonly string[]): string {
  let joined = gaps[0] ?? '';
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    let gap = gaps[index + 1] ?? ' ';
    if (next?.startsWith(sameLine) || (gap === '' && !marks.includes(token) && !marks.includes(next ?? '}'))) gap = ' ';
    joined += token.replace(sameLine, '') + gap;
  }
  return joined;
}

const junk = fc.constantFrom(
  ...[
    '{',
    '}',
    '(',
    ')',
    '"',
    '"""',
    ',',
    ':',
    '=',
    '..',
    ';',
    '\u00a0',
    '\n',
    '\r\n',
    '\r',
    '\\',
    '/',
    '-',
    '{x',
    '“a”',
    "'",
  ],
  ...[
    '/* a */',
    '/* a\n  b */',
    '/*',
    '# a',
    '// a',
    '// a\n',
    '\ud800',
    ' then ',
    ' thn ',
    ' flow ',
    ' let ',
    ' template ',
  ],
  ...[
    ' voice { ',
    ' 10min ',
    ' 5 ',
    ' on ',
    ' ttl ',
    ' import ',
    ' no ',
    ' foo ',
    ' sms "x" ',
    '\nsender a {\n',
    ' as ',
  ],
);

/** The same with something cut out of it or thrown into it, or cut off anywhere. */
export const brokenSource: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(source, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1))),
  fc
    .tuple(source, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 12 }), junk), { minLength: 1, maxLength: 4 }))
    .map(([text, edits]) =>
      edits.reduce((edited, [some, length, insert]) => {
        const at = some % (edited.length + 1);
        return edited.slice(0, at) + insert + edited.slice(at + (length > 6 ? 0 : length));
      }, text),
    ),
  fc
    .array(fc.oneof(junk, fc.constantFrom(' ', '\n', '"x"', 'sms', 'flow a {', 'then')), { maxLength: 12 })
    .map((parts) => parts.join('')),
);
