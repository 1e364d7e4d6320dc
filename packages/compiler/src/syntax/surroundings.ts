import { contains, endOf, type Span, spanBetween, touches } from '../text/span.js';
import type { ParsedFile } from './parse.js';
import { pathTo, type SyntaxNode, type TextNode } from './tree.js';

/** The parts of a file around a place, from the narrowest to the whole file; each is longer than the one before it. */
export function spansAround(file: ParsedFile, offset: number): Span[] {
  const whole = spanBetween(0, file.text.length);
  const spans: Span[] = [whole];
  const comment = file.comments.find((one) => touches(one, offset) && offset > one.offset);
  const path = pathTo(file.tree, offset);
  for (const node of path) spans.push(...partsOf(file.text, node));
  const narrowest = path.at(-1);
  if (comment !== undefined) spans.push(comment);
  if (comment !== undefined || narrowest?.kind === 'chars') {
    const word = wordAt(file.text, offset);
    if (word !== undefined) spans.push(word);
  }
  return nested(spans);
}

function partsOf(text: string, node: SyntaxNode): Span[] {
  return node.kind === 'text' ? [node, contentOf(text, node)] : [node];
}

/** A text without its quotes. */
function contentOf(text: string, node: TextNode): Span {
  const source = text.slice(node.offset, endOf(node));
  const quotes = source.startsWith('"""') ? '"""' : source.startsWith('"') ? '"' : '';
  const isClosed = source.length >= 2 * quotes.length && source.endsWith(quotes);
  return spanBetween(node.offset + quotes.length, endOf(node) - (isClosed ? quotes.length : 0));
}

function wordAt(text: string, offset: number): Span | undefined {
  const isOfWord = (character: string) => /[\p{L}\p{M}\p{N}_'’-]/u.test(character);
  let start = offset;
  let end = offset;
  for (let before = characterBefore(text, start); isOfWord(before); before = characterBefore(text, start)) {
    start -= before.length;
  }
  for (let after = characterAt(text, end); isOfWord(after); after = characterAt(text, end)) end += after.length;
  return start === end ? undefined : spanBetween(start, end);
}

function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function characterBefore(text: string, offset: number): string {
  const pair = text.slice(Math.max(0, offset - 2), offset);
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : pair.slice(-1);
}

/** Narrowest first, without what does not lie within the one around it. */
function nested(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const around = result[0];
    const { offset, length } = span;
    if (around === undefined || (contains(around, span) && length < around.length)) result.unshift({ offset, length });
  }
  return result;
}
