import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { detached } from '../text/detached.js';
import { firstFrom } from '../text/first-from.js';
import { endOf, type Span, spanBetween } from '../text/span.js';
import { type Lexed, lex } from './lexer.js';
import { moveComments, moveItems, moveTree } from './moves.js';
import { ParsedFile, parse } from './parse.js';
import { retext } from './retext.js';
import { type Comment, LeftBrace, RightBrace } from './tokens.js';
import type { ItemNode } from './tree.js';

/**
 * The file after an edit, the same as `parse` gives for the whole text. Where the edit lies within one text in quotes, only
 * that is read again; where it lies within one declaration in braces, or between two declarations, that stretch. The rest
 * is taken over, and what stands behind the edit is moved in place: `before` must not be used afterwards.
 */
export function reparse(before: ParsedFile, text: string): ParsedFile {
  if (text === before.text) return before;
  const edit = editBetween(before.text, text);
  const retold = retext(before, text, edit);
  if (retold !== undefined) return retold;
  const stretch = stretchAround(before, text, edit);
  return stretch === undefined ? parse(before.uri, text) : patched(before, text, stretch);
}

/** What of a file is read again. */
interface Stretch extends Span {
  /** How many items stand before it. */
  readonly index: number;
  /** The declaration that it is; nothing for what stands between two. */
  readonly item: ItemNode | undefined;
  /** How much longer the text has become. */
  readonly growth: number;
  /** As it reads now, with offsets that count from its start. */
  readonly read: ParsedFile;
}

/** The stretch that holds the whole edit, if it can be read on its own. */
function stretchAround(before: ParsedFile, text: string, edit: Span): Stretch | undefined {
  const growth = text.length - before.text.length;
  const { items } = before.tree;
  const index = firstFrom(items, edit.offset + 1, endOf);
  const item = items[index];
  const inItem = item !== undefined && item.offset < edit.offset && endOf(edit) < endOf(item);
  const last = items[index - 1];
  const between = spanBetween(last === undefined ? 0 : endOf(last), item?.offset ?? before.text.length);
  if (!inItem && endOf(edit) > endOf(between)) return undefined;
  const { offset, length } = inItem ? item : between;
  // A fault elsewhere may have to do with what stands here; one at the first word tells that it is out of place.
  if (before.diagnostics.some((one) => !inItem || one.offset <= offset || endOf(one) > offset + length)) {
    return undefined;
  }
  const source = detached(text.slice(offset, offset + length + growth));
  // At the start of a text a byte order mark is none of its characters.
  if (offset > 0 && source.startsWith('\ufeff')) return undefined;
  const lexed = lex(source);
  const brace = inItem ? openingBrace(lexed) : undefined;
  const isWhole = inItem ? brace !== undefined : isGap(lexed, source, item !== undefined);
  if (!isWhole) return undefined;
  const read = parse(before.uri, source, lexed);
  if (inItem && !isSameItem(read, item.kind)) return undefined;
  // What is at fault before the brace may leave it to another declaration, or the text behind it to this one.
  if (brace !== undefined && read.diagnostics.some((one) => one.offset <= brace)) return undefined;
  return { offset, length, index, item: inItem ? item : undefined, growth, read };
}

/** What differs between two texts, as a stretch of the first. */
function editBetween(before: string, after: string): Span {
  const most = Math.min(before.length, after.length);
  const growth = after.length - before.length;
  let start = lengthOfSame(most, (same, length) => after.startsWith(before.slice(same, same + length), same));
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = before.length;
  const least = end - most + start;
  end -= lengthOfSame(end - least, (same, length) => {
    const from = end - same - length;
    return after.startsWith(before.slice(from, from + length), from + growth);
  });
  while (end > least && before.charCodeAt(end - 1) === after.charCodeAt(end - 1 + growth)) end--;
  return spanBetween(start, end);
}

/**
 * The lengths of pieces that are compared at once, which is much faster than character by character: in a long file, that
 * would cost more than all else that a stroke does.
 */
const pieces = [4_096, 64];

/** How far two texts are the same, to the piece. */
function lengthOfSame(most: number, isSame: (same: number, length: number) => boolean): number {
  let same = 0;
  for (const piece of pieces) while (same + piece <= most && isSame(same, piece)) same += piece;
  return same;
}

/** The offset of the first brace of a text that ends with its partner, and has no fault of the lexer, which may look far ahead. */
function openingBrace({ tokens, faults }: Lexed): number | undefined {
  if (faults.length > 0) return undefined;
  let first: number | undefined;
  let depth = 0;
  for (let index = 0; index < tokens.length; index++) {
    const type = tokens.typeAt(index);
    if (type === LeftBrace) {
      first ??= tokens.startAt(index);
      depth++;
    } else if (type === RightBrace && --depth <= 0) {
      return depth === 0 && index === tokens.length - 1 ? first : undefined;
    }
  }
  return undefined;
}

/** Whether a text is white space and comments that end before it does, so that it parts what stands around it. */
function isGap({ tokens, comments, faults }: Lexed, source: string, isFollowed: boolean): boolean {
  if (tokens.length > 0 || faults.length > 0) return false;
  return !isFollowed || endOf(comments.at(-1) ?? { offset: 0, length: 0 }) < source.length;
}

/** Whether a text is one declaration of a kind. */
function isSameItem({ text, tree }: ParsedFile, kind: ItemNode['kind']): boolean {
  const [only] = tree.items;
  const isWhole = only?.offset === 0 && only.length === text.length && tree.items.length === 1;
  return isWhole && only.kind === kind;
}

function patched(before: ParsedFile, text: string, stretch: Stretch): ParsedFile {
  const { index, item, growth, read } = stretch;
  const items = before.tree.items as ItemNode[];
  for (const one of read.tree.items) moveTree(one, stretch.offset);
  moveItems(items, item === undefined ? index : index + 1, growth);
  items.splice(index, item === undefined ? 0 : 1, ...read.tree.items);
  const { tokens } = before;
  const end = tokens.firstFrom(stretch.offset + stretch.length);
  tokens.splice(tokens.firstFrom(stretch.offset), end, read.tokens, stretch.offset, growth, text);
  return new ParsedFile({
    uri: before.uri,
    text,
    tokens,
    comments: spliced(before.comments as Comment[], read.comments, stretch),
    tree: { kind: 'source', offset: 0, length: text.length, items },
    diagnostics: read.diagnostics.map((one) => movedDiagnostic(one, stretch.offset)),
  });
}

/** Puts what stands in a stretch now in place of what stood there, in the list itself: it may be very long. */
function spliced(comments: Comment[], now: readonly Comment[], { offset, length, growth }: Stretch): Comment[] {
  const offsetOf = (comment: Comment) => comment.offset;
  const start = firstFrom(comments, offset, offsetOf);
  const end = firstFrom(comments, offset + length, offsetOf);
  moveComments(comments, end, growth);
  moveComments(now, 0, offset);
  comments.splice(start, end - start, ...now);
  return comments;
}

function movedSpan<Item extends Span>(item: Item, by: number): Item {
  return { ...item, offset: item.offset + by };
}

function movedDiagnostic(diagnostic: Diagnostic, by: number): Diagnostic {
  return {
    ...movedSpan(diagnostic, by),
    related: diagnostic.related.map((place) => movedSpan(place, by)),
    fixes: diagnostic.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => movedSpan(edit, by)) })),
  };
}
