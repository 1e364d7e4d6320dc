import { detached } from '../text/detached.js';
import { firstFrom } from '../text/first-from.js';
import { endOf, type Span } from '../text/span.js';
import { lex } from './lexer.js';
import { moveComments, moveItems, moveTree } from './moves.js';
import { ParsedFile } from './parse.js';
import { readText } from './text-literal.js';
import type { TokenList } from './token-list.js';
import { Text } from './tokens.js';
import { eachPart, type ItemNode, type SyntaxNode, type TextNode } from './tree.js';

/**
 * The file after an edit between the quotes of a text that stays one, in a file without faults; most of what is typed is.
 * Where nothing is at fault, what is read depends on the kinds of the tokens and on nothing in a text, so all but the text
 * stays as it was. Its item is a new object, so that it is checked anew.
 * @param edit the stretch of the text before that is another now
 * @returns nothing for any other edit, after which `before` is as it was
 */
export function retext(before: ParsedFile, text: string, edit: Span): ParsedFile | undefined {
  if (before.diagnostics.length > 0) return undefined;
  const { tokens } = before;
  const index = tokens.firstFrom(edit.offset) - 1;
  const [start, end] = [tokens.startAt(index), tokens.endAt(index)];
  if (tokens.typeAt(index) !== Text || endOf(edit) >= end) return undefined;
  const growth = text.length - before.text.length;
  const image = detached(text.slice(start, end + growth));
  const read = before.text.startsWith('"""', start) ? undefined : readShort(image);
  if (read === undefined) return undefined;
  const node = readText(image, start, true, () => {});
  const items = before.tree.items as ItemNode[];
  const at = firstFrom(items, start + 1, endOf);
  const item = items[at];
  if (item === undefined || !node.sound) return undefined;

  replace(item, node, growth);
  items[at] = { ...item };
  tokens.splice(index, index + 1, read, start, growth, text);
  moveItems(items, at + 1, growth);
  moveComments(before.comments, firstFrom(before.comments, start, offsetOf), growth);
  const tree = { kind: 'source', offset: 0, length: text.length, items } as const;
  return new ParsedFile({ uri: before.uri, text, tokens, comments: before.comments, tree, diagnostics: [] });
}

type Changeable<Item> = { -readonly [Key in keyof Item]: Item[Key] };

const offsetOf = ({ offset }: Span) => offset;

/** The token of a text on one line that stands in its quotes, whatever follows it. */
function readShort(image: string): TokenList | undefined {
  // Two quotes could be the first of three.
  if (image.length < 3 || image.startsWith('"""')) return undefined;
  const { tokens, faults } = lex(image);
  return faults.length === 0 && tokens.length === 1 && tokens.endAt(0) === image.length ? tokens : undefined;
}

/** Puts the parts of a text in place of those that it had, and moves all that stands behind it within its item. */
function replace(item: ItemNode, text: TextNode, growth: number): void {
  const visit = (node: SyntaxNode) => {
    if (node.kind === 'text' && node.offset === text.offset) {
      Object.assign(node as Changeable<TextNode>, { length: text.length, parts: text.parts });
    } else if (node.offset > text.offset) {
      moveTree(node, growth);
    } else if (endOf(node) > text.offset) {
      (node as Changeable<SyntaxNode>).length += growth;
      eachPart(node, visit);
    }
  };
  visit(item);
}
