// A scanner and parser of the language as one writes them by hand: the practical limit of JavaScript. It makes the tree that
// ours makes of a text without faults, and throws at the first fault: no recovery, no messages, no tokens for an editor.

const Kind = {
  end: 0,
  word: 1,
  text: 2,
  number: 3,
  open: 4,
  close: 5,
  left: 6,
  right: 7,
  comma: 8,
  colon: 9,
  equals: 10,
  dots: 11,
};
const marks = new Uint8Array(128);
for (const [mark, kind] of Object.entries({ '{': 4, '}': 5, '(': 6, ')': 7, ',': 8, ':': 9, '=': 10 })) {
  marks[mark.charCodeAt(0)] = kind;
}
const isWordCode = new Uint8Array(128);
for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789')
  isWordCode[letter.charCodeAt(0)] = 1;
const nameOfOthers = /[\p{L}_][\p{L}\p{M}\p{Nd}_]*(?:-[\p{L}\p{Nd}_][\p{L}\p{M}\p{Nd}_]*)*/uy;
const channels = new Set(['viber', 'sms', 'voice']);
const declarations = new Set(['import', 'let', 'sender', 'template', 'flow', 'standard', 'transactional']);
const settings = new Set(['from', 'to', 'callback']);
const unitSeconds = { d: 86_400, h: 3_600, m: 60, s: 1 };
const escapes = { n: '\n', t: '\t', '"': '"', '\\': '\\', '{': '{', '}': '}' };

let text = '';
let at = 0;
let kind = 0;
let start = 0;
/** The word that is next, if a word is. */
let word = '';
let lastEnd = 0;
let comments = [];

export function parse(source) {
  text = source;
  at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  comments = [];
  next();
  lastEnd = 0;
  const items = [];
  while (kind !== Kind.end) items.push(item());
  return { tree: { kind: 'source', offset: 0, length: source.length, items }, comments };
}

function fail() {
  throw new Error(`Not understood at ${start}: ${text.slice(start, start + 40)}`);
}

// Scanning

function next() {
  lastEnd = at;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      at++;
    } else if (code === 0x2f && text.charCodeAt(at + 1) === 0x2f) {
      comment();
    } else {
      start = at;
      scan(code);
      return;
    }
  }
}

function comment() {
  const newline = text.indexOf('\n', at);
  let end = newline === -1 ? text.length : newline;
  if (text.charCodeAt(end - 1) === 0x0d) end--;
  const doc = text.charCodeAt(at + 2) === 0x2f && text.charCodeAt(at + 3) !== 0x2f;
  comments.push({ kind: doc ? 'doc' : 'comment', offset: at, length: end - at });
  at = end;
}

function scan(code) {
  if (code >= 0x30 && code <= 0x39) {
    kind = Kind.number;
    number();
  } else if (code < 128 && isWordCode[code] === 1) {
    kind = Kind.word;
    name();
  } else if (code === 0x22) {
    kind = Kind.text;
    quoted();
  } else if (code < 128 && marks[code] !== 0) {
    kind = marks[code];
    at++;
  } else if (code === 0x2e && text.charCodeAt(at + 1) === 0x2e) {
    kind = Kind.dots;
    at += 2;
  } else if (code === 0x2d) {
    kind = Kind.number;
    number();
  } else if (code >= 128) {
    kind = Kind.word;
    nameInAnyAlphabet();
  } else if (at >= text.length) {
    kind = Kind.end;
  } else {
    fail();
  }
}

function name() {
  let end = at + 1;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code < 128) {
      if (isWordCode[code] === 1) end++;
      else if (code === 0x2d && isWordCode[text.charCodeAt(end + 1)] === 1) end += 2;
      else break;
    } else if (code >= 128) {
      nameInAnyAlphabet();
      return;
    } else break;
  }
  word = text.slice(at, end);
  at = end;
}

function nameInAnyAlphabet() {
  nameOfOthers.lastIndex = at;
  if (!nameOfOthers.test(text)) fail();
  word = text.slice(at, nameOfOthers.lastIndex);
  at = nameOfOthers.lastIndex;
}

function number() {
  for (at++; ; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 && isWordCode[code] === 1) continue;
    const after = text.charCodeAt(at + 1);
    if (code === 0x2e && after >= 0x30 && after <= 0x39) continue;
    return;
  }
}

function quoted() {
  if (text.startsWith('"""', at)) {
    at += 3;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 0x5c) at++;
      else if (code === 0x22 && text.startsWith('"""', at)) break;
      if (++at >= text.length) fail();
    }
    at += 3;
    return;
  }
  for (at++; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) break;
    if (code === 0x5c) at++;
    else if (code === 0x0a || at >= text.length) fail();
  }
  at++;
}

// Reading

function is(expected) {
  return kind === Kind.word && word === expected;
}

function expect(expected) {
  if (kind !== expected) fail();
  next();
}

function expectWord(expected) {
  if (!is(expected)) fail();
  next();
}

function take(expected) {
  if (kind !== expected) return false;
  next();
  return true;
}

function wordNode() {
  if (kind !== Kind.word) fail();
  const node = { kind: 'word', offset: start, length: at - start, text: word };
  next();
  return node;
}

function item() {
  if (kind !== Kind.word) fail();
  if (settings.has(word)) return setting();
  if (declarations.has(word)) return declaration();
  return chain();
}

function declaration() {
  const offset = start;
  switch (word) {
    case 'import': {
      next();
      const path = textNode();
      return { kind: 'import', offset, length: lastEnd - offset, path };
    }
    case 'let': {
      next();
      const name = wordNode();
      expect(Kind.equals);
      const value = textNode();
      return { kind: 'let', offset, length: lastEnd - offset, name, value };
    }
    case 'sender':
      return sender(offset);
    case 'template':
      return template(offset);
    default:
      return flow(offset);
  }
}

function sender(offset) {
  next();
  const name = wordNode();
  const ids = [];
  expect(Kind.open);
  while (!take(Kind.close)) {
    if (kind !== Kind.word || !channels.has(word)) fail();
    const channel = wordNode();
    const id = textNode();
    ids.push({ kind: 'sender-id', offset: channel.offset, length: lastEnd - channel.offset, channel, id });
  }
  return { kind: 'sender', offset, length: lastEnd - offset, name, ids };
}

function template(offset) {
  next();
  const name = wordNode();
  const params = kind === Kind.left ? parameters() : undefined;
  const id = textNode();
  const body = kind === Kind.open ? templateBody() : undefined;
  return { kind: 'template', offset, length: lastEnd - offset, name, params, id, body };
}

function templateBody() {
  const entries = [];
  next();
  while (!take(Kind.close)) {
    const offset = start;
    if (is('category')) {
      next();
      const word = wordNode();
      entries.push({ kind: 'category', offset, length: lastEnd - offset, word });
    } else {
      expectWord('lang');
      const lang = wordNode();
      const text = kind === Kind.text ? textNode() : undefined;
      entries.push({ kind: 'wording', offset, length: lastEnd - offset, lang, text });
    }
  }
  return entries;
}

function flow(offset) {
  const endpoint = is('flow') ? undefined : wordNode();
  expectWord('flow');
  const name = wordNode();
  const params = kind === Kind.left ? parameters() : undefined;
  expect(Kind.open);
  const found = [];
  while (kind === Kind.word && settings.has(word)) found.push(setting());
  const steps = kind === Kind.close ? undefined : chain();
  expect(Kind.close);
  return { kind: 'flow', offset, length: lastEnd - offset, endpoint, name, params, settings: found, chain: steps };
}

function parameters() {
  const offset = start;
  next();
  const list = [];
  while (!take(Kind.right)) {
    if (list.length > 0 && take(Kind.comma) && take(Kind.right)) break;
    const name = wordNode();
    expect(Kind.colon);
    const type = typeNode();
    const fallback = take(Kind.equals) ? (kind === Kind.text ? textNode() : integerNode()) : undefined;
    list.push({ kind: 'param', offset: name.offset, length: lastEnd - name.offset, name, type, default: fallback });
  }
  return { kind: 'params', offset, length: lastEnd - offset, list };
}

function typeNode() {
  const name = wordNode();
  let range;
  let langs;
  if (take(Kind.left)) {
    if (kind === Kind.word) {
      langs = [wordNode()];
      while (take(Kind.comma)) langs.push(wordNode());
    } else {
      const offset = start;
      const min = kind === Kind.number ? integerNode() : undefined;
      expect(Kind.dots);
      const max = kind === Kind.number ? integerNode() : undefined;
      range = { kind: 'range', offset, length: lastEnd - offset, min, max };
    }
    expect(Kind.right);
  }
  return { kind: 'type', offset: name.offset, length: lastEnd - name.offset, name, range, langs };
}

function setting() {
  if (word !== 'callback') return clause();
  const keyword = wordNode();
  const value = valueNode();
  let moment;
  if (is('on')) {
    next();
    moment = wordNode();
  }
  return { kind: 'callback', offset: keyword.offset, length: lastEnd - keyword.offset, keyword, value, moment };
}

// Steps

function chain() {
  const offset = start;
  const steps = [step(undefined)];
  while (is('then')) steps.push(step(wordNode()));
  return { kind: 'chain', offset, length: lastEnd - offset, steps };
}

function step(thenWord) {
  if (kind !== Kind.word || !channels.has(word)) fail();
  const channel = wordNode();
  const offset = thenWord === undefined ? channel.offset : thenWord.offset;
  const content = contentNode();
  const clauses = [];
  while (kind === Kind.word && word !== 'then' && !declarations.has(word)) clauses.push(clause());
  return { kind: 'step', offset, length: lastEnd - offset, thenWord, channel, content, clauses };
}

function contentNode() {
  if (kind === Kind.text) return textNode();
  if (kind === Kind.open) return verbsInBraces();
  if (is('template')) return templateUse();
  if (!is('say') && !is('play')) return undefined;
  const offset = start;
  const list = [verb()];
  return { kind: 'verbs', offset, length: lastEnd - offset, braces: false, list };
}

function verb() {
  const offset = start;
  const isSay = is('say');
  if (!isSay && !is('play')) fail();
  const keyword = wordNode();
  const value = isSay ? textNode() : valueNode();
  return { kind: 'verb', offset, length: lastEnd - offset, keyword, value, clauses: [] };
}

function verbsInBraces() {
  const offset = start;
  next();
  const list = [];
  while (kind !== Kind.close) {
    const one = verb();
    while (kind === Kind.word && word !== 'say' && word !== 'play') one.clauses.push(clause());
    one.length = lastEnd - one.offset;
    list.push(one);
  }
  next();
  return { kind: 'verbs', offset, length: lastEnd - offset, braces: true, list };
}

function templateUse() {
  const keyword = wordNode();
  const template = kind === Kind.text ? textNode() : wordNode();
  const args = kind === Kind.left ? argumentsNode() : undefined;
  return { kind: 'template-use', offset: keyword.offset, length: lastEnd - keyword.offset, keyword, template, args };
}

function argumentsNode() {
  const offset = start;
  next();
  const list = [];
  while (!take(Kind.right)) {
    if (list.length > 0 && take(Kind.comma) && take(Kind.right)) break;
    const name = wordNode();
    expect(Kind.colon);
    const value = kind === Kind.number ? integerNode() : valueNode();
    list.push({ kind: 'arg', offset: name.offset, length: lastEnd - name.offset, name, value });
  }
  return { kind: 'args', offset, length: lastEnd - offset, list };
}

// Clauses

function clause() {
  const keyword = wordNode();
  const { offset } = keyword;
  switch (keyword.text) {
    case 'ttl': {
      const duration = durationNode();
      return { kind: 'ttl', offset, length: lastEnd - offset, keyword, duration };
    }
    case 'on': {
      const statuses = [wordNode()];
      while (take(Kind.comma)) statuses.push(wordNode());
      return { kind: 'on', offset, length: lastEnd - offset, keyword, statuses };
    }
    case 'lang': {
      const lang = kind === Kind.open ? holeNode() : wordNode();
      return { kind: 'lang', offset, length: lastEnd - offset, keyword, lang };
    }
    case 'to': {
      const channel = kind === Kind.word ? wordNode() : undefined;
      const value = valueNode();
      return { kind: 'to', offset, length: lastEnd - offset, keyword, channel, value };
    }
    case 'from': {
      const sender = kind === Kind.text ? textNode() : wordNode();
      return { kind: 'from', offset, length: lastEnd - offset, keyword, sender };
    }
    case 'image':
    case 'inbound': {
      const value = valueNode();
      return { kind: keyword.text, offset, length: lastEnd - offset, keyword, value };
    }
    case 'button': {
      const caption = textNode();
      const url = valueNode();
      return { kind: 'button', offset, length: lastEnd - offset, keyword, caption, url };
    }
    case 'file': {
      const url = valueNode();
      expectWord('as');
      const name = textNode();
      let type;
      if (is('type')) {
        next();
        type = wordNode();
      }
      return { kind: 'file', offset, length: lastEnd - offset, keyword, url, name, type };
    }
    case 'video':
      return video(keyword);
    case 'label': {
      const text = textNode();
      return { kind: 'label', offset, length: lastEnd - offset, keyword, text };
    }
    case 'devices':
    case 'gender': {
      const word = wordNode();
      return { kind: keyword.text, offset, length: lastEnd - offset, keyword, word };
    }
    case 'seq': {
      const value = integerNode();
      return { kind: 'seq', offset, length: lastEnd - offset, keyword, value };
    }
    case 'shorten-links': {
      const hasDuration = is('for');
      const forWord = hasDuration ? wordNode() : undefined;
      const duration = hasDuration ? durationNode() : undefined;
      return { kind: 'shorten-links', offset, length: lastEnd - offset, keyword, for: forWord, duration };
    }
    case 'machine': {
      const word = wordNode();
      const value = word.text === 'continue' ? valueNode() : undefined;
      return { kind: 'machine', offset, length: lastEnd - offset, keyword, word, value };
    }
    case 'repeat': {
      const times = kind === Kind.word ? wordNode() : integerNode();
      return { kind: 'repeat', offset, length: lastEnd - offset, keyword, times };
    }
    case 'no': {
      const flag = wordNode();
      return { kind: 'flag', offset, length: lastEnd - offset, keyword: flag, no: keyword };
    }
    default:
      return { kind: 'flag', offset, length: lastEnd - offset, keyword, no: undefined };
  }
}

function video(keyword) {
  const { offset } = keyword;
  const url = valueNode();
  expectWord('thumbnail');
  const thumbnail = valueNode();
  expectWord('size');
  const size = sizeNode();
  expectWord('duration');
  const duration = durationNode();
  return { kind: 'video', offset, length: lastEnd - offset, keyword, url, thumbnail, size, duration };
}

// Values

function valueNode() {
  return kind === Kind.text ? textNode() : holeNode();
}

function holeNode() {
  const offset = start;
  expect(Kind.open);
  const name = wordNode();
  expect(Kind.close);
  return { kind: 'hole', offset, length: lastEnd - offset, name };
}

function integerNode() {
  if (kind !== Kind.number) fail();
  const image = text.slice(start, at);
  const value = Number(image);
  if (!Number.isInteger(value)) fail();
  const node = { kind: 'integer', offset: start, length: at - start, value, image };
  next();
  return node;
}

function durationNode() {
  if (kind !== Kind.number) fail();
  const image = text.slice(start, at);
  let seconds = 0;
  let from = 0;
  for (let index = 0; index < image.length; index++) {
    const unit = unitSeconds[image[index]];
    if (unit === undefined) continue;
    seconds += Number(image.slice(from, index)) * unit;
    from = index + 1;
  }
  if (from !== image.length || Number.isNaN(seconds)) fail();
  const node = { kind: 'duration', offset: start, length: at - start, seconds, image };
  next();
  return node;
}

function sizeNode() {
  if (kind !== Kind.number) fail();
  const image = text.slice(start, at);
  const megabytes = Number(image.slice(0, -2));
  if (!image.endsWith('MB') || Number.isNaN(megabytes)) fail();
  const node = { kind: 'size', offset: start, length: at - start, megabytes, image };
  next();
  return node;
}

function textNode() {
  if (kind !== Kind.text) fail();
  const offset = start;
  const length = at - start;
  const parts = [];
  if (text.startsWith('"""', start)) longText(parts);
  else readPart(start + 1, at - 1, parts);
  next();
  return { kind: 'text', offset, length, parts, sound: true };
}

function readPart(from, to, parts) {
  let plain = from;
  for (let index = from; index < to; index++) {
    const code = text.charCodeAt(index);
    if (code !== 0x7b && code !== 0x5c) continue;
    if (index > plain)
      parts.push({ kind: 'chars', offset: plain, length: index - plain, value: text.slice(plain, index) });
    const end = code === 0x7b ? holeIn(index, parts) : escapeIn(index, parts);
    plain = end;
    index = end - 1;
  }
  if (to > plain) parts.push({ kind: 'chars', offset: plain, length: to - plain, value: text.slice(plain, to) });
}

function holeIn(offset, parts) {
  const close = text.indexOf('}', offset);
  const written = text.slice(offset + 1, close);
  const name = written.trim();
  const nameAt = offset + 1 + written.indexOf(name);
  const node = { kind: 'word', offset: nameAt, length: name.length, text: name };
  parts.push({ kind: 'hole', offset, length: close + 1 - offset, name: node });
  return close + 1;
}

function escapeIn(offset, parts) {
  const letter = text[offset + 1];
  let length = 2;
  let value = escapes[letter];
  if (letter === 'u') {
    length = text.indexOf('}', offset) + 1 - offset;
    value = String.fromCodePoint(Number.parseInt(text.slice(offset + 3, offset + length - 1), 16));
  }
  if (value === undefined) fail();
  parts.push({ kind: 'chars', offset, length, value });
  return offset + length;
}

function longText(parts) {
  const end = at - 3;
  const lines = [];
  for (let from = start + 3; ; ) {
    const newline = text.indexOf('\n', from);
    const to = newline === -1 || newline > end ? end : newline;
    const stop = to < end && text.charCodeAt(to - 1) === 0x0d ? to - 1 : to;
    lines.push({ from, to: stop, isBlank: text.slice(from, stop).trim() === '' });
    if (to === end) break;
    from = to + 1;
  }
  const opens = lines.length > 1 && lines[0].isBlank;
  if (lines.length > 1 && lines.at(-1).isBlank) lines.pop();
  const breaks = lines.map(({ to }) => to);
  let shared = Number.POSITIVE_INFINITY;
  for (const [index, { from, isBlank }] of lines.entries()) {
    if (isBlank || (index === 0 && !opens)) continue;
    let indentation = 0;
    while (text[from + indentation] === ' ' || text[from + indentation] === '\t') indentation++;
    shared = Math.min(shared, indentation);
  }
  for (let index = opens ? 1 : 0; index < lines.length; index++) {
    const { from, to, isBlank } = lines[index];
    const begin = index === 0 ? from : isBlank ? to : from + shared;
    if (index > (opens ? 1 : 0)) {
      const offset = breaks[index - 1];
      parts.push({ kind: 'chars', offset, length: begin - offset, value: '\n' });
    }
    readPart(begin, to, parts);
  }
}
