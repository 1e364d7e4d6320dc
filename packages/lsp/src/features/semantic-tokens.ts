import { endOf, type Span } from '@failover/compiler';
import type { Snapshot } from '../workspace/snapshot.js';
import { commentTokens } from './semantic-tokens/comments.js';
import { itemTokens } from './semantic-tokens/items.js';
import { bitsOf, type TokenModifier, type TokenType, tokenModifiers, tokenTypes } from './semantic-tokens/legend.js';
import { Packer } from './semantic-tokens/packer.js';

export { tokenModifiers, tokenTypes };

/** A stretch of the file and what it means. It may go over several lines. */
export interface SemanticToken extends Span {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** The tokens of a file, or of a stretch of it, as the protocol packs them: five numbers each. */
export function semanticTokens(snapshot: Snapshot, span?: Span): number[] {
  const packer = new Packer(snapshot.document);
  const from = span?.offset ?? 0;
  const to = span === undefined ? snapshot.document.text.length : endOf(span);
  for (const { offset, length, type, modifiers } of tokensIn(snapshot, from, to)) {
    if (offset + length > from && offset < to) packer.add(offset, length, tokenTypes.indexOf(type), bitsOf(modifiers));
  }
  return packer.data;
}

/** In the order of the text: those of declarations and chains, and the comments among them. */
function* tokensIn({ parsed, program, uri }: Snapshot, from: number, to: number): Iterable<SemanticToken> {
  const lets = program.names(uri)?.scope.lets;
  const isLet = (name: string) => lets?.has(name) === true;
  const comments = parsed.comments.filter((comment) => endOf(comment) > from && comment.offset < to);
  let next = 0;
  for (const item of parsed.tree.items) {
    if (endOf(item) <= from || item.offset >= to) continue;
    for (const token of itemTokens(item, parsed, isLet)) {
      for (let one = comments[next]; one !== undefined && one.offset < token.offset; one = comments[++next]) {
        yield* commentTokens(one, parsed.text);
      }
      yield token;
    }
  }
  for (const one of comments.slice(next)) yield* commentTokens(one, parsed.text);
}
