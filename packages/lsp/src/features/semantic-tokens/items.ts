import { childrenOf, isStatus, keywordOf, type ParsedFile, tokensIn, type tree } from '@failover/compiler';
import type { SemanticToken } from '../semantic-tokens.js';
import { kindOfKeyword } from './keywords.js';
import type { TokenModifier, TokenType } from './legend.js';

/** A token with its place counted from the start of its declaration, which may be moved. */
interface Found {
  readonly at: number;
  readonly length: number;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
  /** The name that stands in a hole, where it is no parameter of the declaration itself: it may be a let. */
  readonly name?: string;
}

const known = new WeakMap<tree.ItemNode, readonly Found[]>();

/** The tokens of a declaration or chain, in the order of the text. A declaration that an edit does not touch is read once. */
export function* itemTokens(
  item: tree.ItemNode,
  file: ParsedFile,
  isLet: (name: string) => boolean,
): Iterable<SemanticToken> {
  let tokens = known.get(item);
  if (tokens === undefined) {
    tokens = new Reader(item, file).read();
    known.set(item, tokens);
  }
  for (const { at, length, type, modifiers, name } of tokens) {
    const offset = item.offset + at;
    if (name !== undefined && isLet(name)) yield { offset, length, type: 'variable', modifiers: ['readonly'] };
    else yield { offset, length, type, modifiers };
  }
}

class Reader {
  readonly #item: tree.ItemNode;
  readonly #file: ParsedFile;
  readonly #found: Found[] = [];
  /** Names that are parameters here, whatever else they are. */
  readonly #parameters: ReadonlySet<string>;

  constructor(item: tree.ItemNode, file: ParsedFile) {
    this.#item = item;
    this.#file = file;
    const params = item.kind === 'flow' || item.kind === 'template' ? item.params : undefined;
    this.#parameters = new Set(params?.list.map(({ name }) => name.text));
  }

  read(): readonly Found[] {
    this.#visit(this.#item);
    // Keywords are words of their place: what has been found to be a name is none.
    const taken = new Set(this.#found.map(({ at }) => at + this.#item.offset));
    for (const token of tokensIn(this.#file, this.#item)) {
      const word = taken.has(token.startOffset) ? undefined : keywordOf(token);
      const span = { offset: token.startOffset, length: token.image.length };
      if (word !== undefined) this.#add(span, 'keyword', [kindOfKeyword(word)]);
    }
    return this.#found.sort((a, b) => a.at - b.at);
  }

  #add(
    span: { offset: number; length: number } | undefined,
    type: TokenType,
    modifiers: readonly TokenModifier[] = [],
  ): void {
    if (span === undefined || span.length === 0) return;
    this.#found.push({ at: span.offset - this.#item.offset, length: span.length, type, modifiers });
  }

  #word(node: tree.SyntaxNode | undefined, type: TokenType, modifiers: readonly TokenModifier[] = []): void {
    if (node?.kind === 'word') this.#add(node, type, modifiers);
  }

  #visit(node: tree.SyntaxNode): void {
    switch (node.kind) {
      case 'text':
        this.#readText(node);
        return;
      case 'hole':
        this.#readHole(node);
        return;
      case 'let':
        this.#word(node.name, 'variable', ['declaration', 'readonly']);
        break;
      case 'sender':
        this.#word(node.name, 'namespace', ['declaration']);
        break;
      case 'template':
        this.#word(node.name, 'class', ['declaration']);
        break;
      case 'flow':
        this.#word(node.name, 'function', ['declaration']);
        break;
      case 'param':
        this.#word(node.name, 'parameter', ['declaration']);
        break;
      case 'flag':
        this.#word(node.keyword, 'keyword', ['clause']);
        break;
      case 'arg':
        this.#word(node.name, 'parameter');
        break;
      case 'type':
        this.#word(node.name, 'type');
        for (const lang of node.langs ?? []) this.#word(lang, 'enumMember');
        break;
      case 'template-use':
        this.#word(node.template, 'class');
        break;
      case 'from':
        this.#word(node.sender, 'namespace');
        break;
      case 'on':
        for (const status of node.statuses) if (isStatus(status.text)) this.#word(status, 'enumMember');
        break;
      case 'wording':
      case 'lang':
        this.#word(node.lang, 'enumMember');
        break;
      case 'to':
        this.#word(node.channel, 'enumMember');
        break;
      case 'callback':
        this.#word(node.moment, 'enumMember');
        break;
      case 'file':
        this.#word(node.type, 'enumMember');
        break;
      case 'repeat':
        this.#word(node.times, 'enumMember');
        break;
      case 'category':
      case 'devices':
      case 'gender':
      case 'machine':
        this.#word(node.word, 'enumMember');
        break;
      case 'integer':
      case 'duration':
      case 'size':
        this.#add(node, 'number');
        return;
    }
    for (const child of childrenOf(node)) this.#visit(child);
  }

  #readHole({ name }: tree.HoleNode): void {
    if (name === undefined || name.length === 0) return;
    const isOwn = this.#parameters.has(name.text);
    const at = name.offset - this.#item.offset;
    this.#found.push({ at, length: name.length, type: 'parameter', modifiers: [], ...(!isOwn && { name: name.text }) });
  }

  /** What stands between holes, cut at escapes. The braces of holes are left to the editor. */
  #readText({ offset, length, parts }: tree.TextNode): void {
    let from = offset;
    for (const part of parts) {
      if (part.kind !== 'hole') continue;
      this.#readCharacters(from, part.offset);
      this.#readHole(part);
      from = part.offset + part.length;
    }
    this.#readCharacters(from, offset + length);
  }

  #readCharacters(from: number, to: number): void {
    let start = from;
    for (const { 0: written, index } of this.#file.text.slice(from, to).matchAll(/\\(?:u\{[^}]*\}|[ntu"\\{}])/g)) {
      this.#add({ offset: start, length: from + index - start }, 'string');
      this.#add({ offset: from + index, length: written.length }, 'string', ['escape']);
      start = from + index + written.length;
    }
    this.#add({ offset: start, length: to - start }, 'string');
  }
}
