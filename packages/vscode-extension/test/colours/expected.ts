import { childrenOf, type ParsedFile, type tree } from '@failover/compiler';
import { isStatus } from '../../../compiler/src/syntax/words.js';
import type { ClassName, Coloured } from './classes.js';

const hole = /\{\s*([^\s{}]+)\s*\}/y;
const escapeForm = /\\(?:u\{[^}]*\}|.)/y;

type Place = Pick<Coloured, 'offset' | 'text'>;

/** What each part of a file is, as the compiler's tree has it. The file must have no syntax errors. */
export function expectedColours(file: ParsedFile): Coloured[] {
  const found: Coloured[] = [];
  const add = (name: ClassName, { offset, text }: Place) => found.push({ offset, text, class: name });
  const source = (node: { offset: number; length: number }) => ({
    offset: node.offset,
    text: file.text.slice(node.offset, node.offset + node.length),
  });
  const claimed = new Map<number, ClassName>();
  claim(file.tree, claimed);

  for (const { tokenType, startOffset: offset, image: text } of file.tokens) {
    const word = claimed.get(offset) ?? keywordClass(tokenType.name);
    if (tokenType.name === 'Text') for (const part of partsOfText(offset, text)) add(part.class, part);
    else if (tokenType.name === 'Duration') add('duration', { offset, text });
    else if (tokenType.name === 'Size') add('size', { offset, text });
    else if (tokenType.name === 'Integer') add('integer', { offset, text });
    else if (word !== undefined) add(word, { offset, text });
  }
  for (const comment of file.comments) {
    for (const part of partsOfComment(source(comment), comment.kind === 'doc')) add(part.class, part);
  }
  return joinedByLine(found.sort((a, b) => a.offset - b.offset));
}

/** Notes what the words are that are no keywords where they stand. */
function claim(node: tree.SyntaxNode, claimed: Map<number, ClassName>): void {
  const note = (name: ClassName, word: { offset: number; kind: string } | undefined) => {
    if (word?.kind === 'word') claimed.set(word.offset, name);
  };
  switch (node.kind) {
    case 'let':
    case 'sender':
    case 'flow':
    case 'template':
      note(node.kind, node.name);
      break;
    case 'param':
      note('parameter', node.name);
      break;
    case 'arg':
      note('parameter', node.name);
      break;
    case 'type':
      note('type', node.name);
      for (const lang of node.langs ?? []) note('value', lang);
      break;
    case 'template-use':
      note('declares', node.keyword);
      note('template', node.template);
      break;
    case 'from':
      note('sender', node.sender);
      break;
    case 'on':
      for (const status of node.statuses) if (isStatus(status.text)) note('value', status);
      break;
    case 'hole':
      note('name-in-hole', node.name);
      claimed.set(node.offset, 'hole-brace');
      claimed.set(node.offset + node.length - 1, 'hole-brace');
      break;
    case 'wording':
    case 'lang':
      note('value', node.lang);
      break;
    case 'to':
      note('value', node.channel);
      break;
    case 'callback':
      note('value', node.moment);
      break;
    case 'file':
      note('value', node.type);
      break;
    case 'repeat':
      note('value', node.times);
      break;
    case 'category':
    case 'devices':
    case 'gender':
    case 'machine':
      note('value', node.word);
      break;
    case 'flag':
      note('clause', node.keyword);
      break;
    default:
  }
  for (const child of childrenOf(node)) claim(child, claimed);
}

const keywordClasses: Readonly<Record<string, ClassName>> = {
  Flow: 'declares',
  Template: 'declares',
  Sender: 'declares',
  Let: 'declares',
  Standard: 'modifier',
  Transactional: 'modifier',
  Import: 'control',
  Then: 'control',
  On: 'control',
  Viber: 'channel',
  Sms: 'channel',
  Voice: 'channel',
};

function keywordClass(tokenType: string): ClassName | undefined {
  if (!tokenType.endsWith('Keyword')) return undefined;
  return keywordClasses[tokenType.slice(0, -'Keyword'.length)] ?? 'clause';
}

function partsOfText(offset: number, text: string): Coloured[] {
  const parts: Coloured[] = [];
  let from = 0;
  const add = (name: ClassName, start: number, part: string) =>
    parts.push({ offset: offset + start, text: part, class: name });
  const flush = (to: number) => {
    if (to > from) add('text', from, text.slice(from, to));
  };
  for (let at = 0; at < text.length; ) {
    escapeForm.lastIndex = at;
    hole.lastIndex = at;
    const escaped = escapeForm.exec(text);
    const filled = escaped === null ? hole.exec(text) : null;
    if (escaped !== null) {
      flush(at);
      add('escape', at, escaped[0]);
    } else if (filled !== null) {
      const [whole, inner = ''] = filled;
      flush(at);
      add('hole-brace', at, '{');
      add('name-in-hole', at + whole.indexOf(inner), inner);
      add('hole-brace', at + whole.length - 1, '}');
    }
    const length = (escaped ?? filled)?.[0].length ?? 0;
    at += Math.max(1, length);
    if (length > 0) from = at;
  }
  flush(text.length);
  return parts;
}

function partsOfComment({ offset, text }: Place, isDoc: boolean): Coloured[] {
  if (isDoc) return [{ offset, text, class: 'documentation' }];
  const head = /^\/\/[ \t]*(failover-ignore)\b([^:]*)/.exec(text);
  if (head === null) return [{ offset, text, class: 'comment' }];
  const [, word = '', codes = ''] = head;
  const marks = [{ start: text.indexOf(word), text: word, class: 'ignore-word' as ClassName }];
  const startOfCodes = head[0].length - codes.length;
  for (const code of codes.matchAll(/\bFO\d{4}\b/g)) {
    marks.push({ start: startOfCodes + code.index, text: code[0], class: 'ignored-code' });
  }
  const parts: Coloured[] = [];
  let from = 0;
  for (const mark of [...marks, { start: text.length, text: '', class: 'comment' as ClassName }]) {
    if (mark.start > from) parts.push({ offset: offset + from, text: text.slice(from, mark.start), class: 'comment' });
    if (mark.text !== '') parts.push({ offset: offset + mark.start, text: mark.text, class: mark.class });
    from = mark.start + mark.text.length;
  }
  return parts;
}

/** A tokenizer works line by line, and has no use for what is only white space. */
export function joinedByLine(coloured: readonly Coloured[]): Coloured[] {
  const lines = coloured.flatMap((part) =>
    [...part.text.matchAll(/[^\r\n]+/g)].map((line) => ({ ...part, offset: part.offset + line.index, text: line[0] })),
  );
  const joined: Coloured[] = [];
  for (const part of lines) {
    const last = joined.at(-1);
    if (last !== undefined && last.class === part.class && last.offset + last.text.length === part.offset) {
      joined[joined.length - 1] = { ...last, text: last.text + part.text };
    } else joined.push(part);
  }
  return joined.filter(({ text }) => text.trim() !== '');
}
