import type { Random } from './random.js';

/** Changes to the text of a file, as a slip of the hand makes them, and as somebody makes them who tries things out. */

const token = /"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*|\s+|[\s\S]/gu;

/** The text in pieces, each a token, a comment or white space. */
export function piecesOf(text: string): string[] {
  return text.match(token) ?? [];
}

const junk = [
  ...[
    '{',
    '}',
    '(',
    ')',
    ',',
    ':',
    '=',
    '..',
    '"',
    '"""',
    '//',
    '/*',
    '#',
    ';',
    '\\',
    '-',
    "'",
    '“',
    '\u00a0',
    '\ud800',
  ],
  ...[
    'then',
    'flow x {',
    'viber',
    'sms',
    'voice',
    'template',
    'let',
    'import',
    'sender',
    'on',
    'ttl',
    'to',
    'no',
    'say',
  ],
  ...[
    '10',
    '10m',
    '99999999999999999999',
    '1.5MB',
    '-1',
    '0',
    '{x}',
    '"{x}"',
    '\n',
    '\r',
    '\ufeff',
    '😀',
    'lang',
    'x: text',
  ],
];

/** A few pieces taken out, doubled, exchanged or put in. */
export function withSlips(text: string, random: Random): string {
  const pieces = piecesOf(text);
  for (let count = random.integer(1, 4); count > 0 && pieces.length > 0; count--) {
    const at = random.integer(0, pieces.length - 1);
    const other = random.integer(0, pieces.length - 1);
    const kind = random.integer(1, 6);
    if (kind === 1) pieces.splice(at, 1);
    else if (kind === 2) pieces.splice(at, 0, pieces[at] ?? '', ' ');
    else if (kind === 3) [pieces[at], pieces[other]] = [pieces[other] ?? '', pieces[at] ?? ''];
    else if (kind === 4) pieces.splice(at, 0, ' ', random.pick(junk), ' ');
    else if (kind === 5) pieces[at] = withTypo(pieces[at] ?? '', random);
    else pieces.splice(at, random.integer(1, 12));
  }
  return pieces.join('');
}

function withTypo(piece: string, random: Random): string {
  const at = random.integer(0, piece.length);
  const kept = random.chance(50) ? at : at + 1;
  return (
    piece.slice(0, at) + random.pick(['', 'x', '"', '{', '}', '\\', '-', 'é', '0', '.', ';', '=']) + piece.slice(kept)
  );
}

/** Cut off anywhere, or with a stretch of characters missing. */
export function cut(text: string, random: Random): string {
  const from = random.integer(0, text.length);
  return random.chance(50) ? text.slice(0, from) : text.slice(0, from) + text.slice(from + random.integer(1, 40));
}

const texts = [
  ...['', ' ', '\\n', 'x', 'é', '{', '\\{x\\}', '{a}', '{name}', '{ name }{a}', '{to}', '{shared-0}', '{order_id}x'],
  ...[
    '+306912345678',
    '00306912345678',
    '+30{a}',
    '1111@example.com',
    'ACME',
    '302101234567',
    'A sender that is too long',
  ],
  ...[
    'https://acme.com',
    'HTTPS://ACME.COM/A.WAV',
    'http://acme.com/a.mp3',
    'acme:open',
    'acme',
    'https://acme.com/a b',
  ],
  ...[
    'https://{name}',
    '{name}://acme.com',
    'https:',
    'https://',
    'https:///x',
    'https://acme.com/{name}.mp3',
    'a.pdf',
    'a',
  ],
  ...['a.exe', '{name}.pdf', '{name}', '0aac888f-2ee2-4112-9659-1755a951966a', 'bed0942f-e07e-4879-834b-29cc4cf3ec35'],
  ...['3f2504e0-4f89-41d3-9a0c-0305e82c3309', 'c'.repeat(30), 'c'.repeat(31), 'l'.repeat(350), 'l'.repeat(351)],
  ...[
    'v'.repeat(1000),
    'v'.repeat(1001),
    's'.repeat(1600),
    's'.repeat(1601),
    '😀'.repeat(15),
    `${'c'.repeat(25)}{name}`,
  ],
].map((text) => `"${text}"`);

/** Words that can stand in each other's place. */
const alike: readonly (readonly string[])[] = [
  ['expired', 'failed', 'undelivered', 'busy', 'no-answer', 'unsent', 'terminated', 'completed'],
  ['en', 'el', 'de', 'pt-BR', 'en-US', 'el-GR', 'zz'],
  ['viber', 'sms', 'voice'],
  ['standard', 'transactional'],
  ['phone', 'url', 'text', 'int'],
  ['flash', 'transcode', 'barge-in', 'expire-on-delivery'],
  ['hangup', 'continue'],
  ['male', 'female'],
  ['primary', 'all'],
  ['image', 'inbound', 'label', 'to', 'from', 'play', 'callback'],
  ['a', 'name', 'order_id', 'όνομα', 'first-name', 'constructor', '_x'],
  ['otp', 'welcome', 'acme', 'shop', 'shared-0', 'own-0'],
];
const numbers = ['0', '1', '-1', '4', '10', '007', '9007199254740991', '9007199254740993', '30'];
const durations = [
  '0s',
  '6s',
  '29s',
  '30s',
  '31s',
  '36s',
  '1m',
  '90s',
  '1h',
  '59m',
  '1d',
  '1441m',
  '30d',
  '31d',
  '0.05m',
  '600s',
  '1.1m',
];
const sizes = ['0MB', '0.1MB', '200MB', '200.5MB'];

/** The same kind of program with other texts, words and numbers: often still one without errors. */
export function withOthers(text: string, random: Random): string {
  const pieces = piecesOf(text);
  const places = pieces.flatMap((piece, index) => (othersFor(piece) === undefined ? [] : [index]));
  for (let count = random.integer(1, 3); count > 0 && places.length > 0; count--) {
    const at = random.pick(places);
    pieces[at] = random.pick(othersFor(pieces[at] ?? '') ?? ['']);
  }
  return pieces.join('');
}

function othersFor(piece: string): readonly string[] | undefined {
  if (piece.startsWith('"')) return texts;
  if (/^-?\d+$/.test(piece)) return numbers;
  if (/^\d+(?:\.\d+)?MB$/.test(piece)) return sizes;
  if (/^\d[\d.dhms]*$/.test(piece)) return durations;
  return alike.find((words) => words.includes(piece));
}
