import type { ParsedFile } from '../syntax/parse.js';
import type { TokenList } from '../syntax/token-list.js';
import { type Comment, Ignored } from '../syntax/tokens.js';
import type { ItemNode } from '../syntax/tree.js';
import { endOf, type Span, spanBetween } from '../text/span.js';

const closedLongText = /(?<!\\)(?:\\\\)*"""$/;

/** A stretch of the file: an item to format, or what is written as it is because something in it is at fault. */
export interface Segment extends Span {
  readonly item: ItemNode | undefined;
}

/** The file without the white space and the comments between its items. Nothing else of it is left out. */
export function cutSegments(file: ParsedFile): Segment[] {
  const segments: Segment[] = [];
  const add = (segment: Segment) => {
    const last = segments.at(-1);
    // On a line with something at fault there is no telling what belongs to what.
    const isTorn = last !== undefined && (last.item === undefined || segment.item === undefined);
    if (isTorn && !file.text.slice(endOf(last), segment.offset).includes('\n')) {
      segments[segments.length - 1] = { ...spanBetween(last.offset, endOf(segment)), item: undefined };
    } else {
      segments.push(segment);
    }
  };
  const rest = leftovers(file);
  const isAtFault = faultFinder(file);
  let next = file.text.startsWith('\ufeff') ? 1 : 0;
  for (const item of file.tree.items) {
    for (const span of rest(next, item.offset)) add({ ...span, item: undefined });
    const isSound = item.kind !== 'skipped' && !isAtFault(item);
    add({ offset: item.offset, length: item.length, item: isSound ? item : undefined });
    next = endOf(item);
  }
  for (const span of rest(next, file.text.length)) add({ ...span, item: undefined });
  return untilGuesswork(segments, file);
}

/**
 * Where a text of several lines has no end, the quotes of any text after it could become that end, and white space
 * decides what still belongs to it: the rest of the file is left alone.
 */
function untilGuesswork(segments: Segment[], { text, tokens }: ParsedFile): Segment[] {
  const open = openLongText(text, tokens);
  const from = open === undefined ? -1 : segments.findIndex((segment) => endOf(segment) > open);
  const first = segments[from];
  if (first === undefined) return segments;
  let end = text.length;
  while ('\r\n'.includes(text.charAt(end - 1))) end--;
  return [...segments.slice(0, from), { ...spanBetween(first.offset, end), item: undefined }];
}

/** Where the first long text starts that has no end. */
function openLongText(text: string, tokens: TokenList): number | undefined {
  for (let index = 0; index < tokens.length; index++) {
    const start = tokens.startAt(index);
    if (!text.startsWith('"""', start)) continue;
    if (!closedLongText.test(text.slice(start + 3, tokens.endAt(index)))) return start;
  }
  return undefined;
}

/** What stands between items and is neither white space nor comment. To be asked in the order of the text. */
function leftovers({ text, comments }: ParsedFile): (start: number, end: number) => Span[] {
  let index = 0;
  return (start, end) => {
    const found: Span[] = [];
    const look = (from: number, to: number) => {
      const span = trimmed(text, from, to);
      if (span !== undefined) found.push(span);
    };
    let from = start;
    for (let comment = comments[index]; comment !== undefined && comment.offset < end; comment = comments[++index]) {
      if (comment.offset < start) continue;
      look(from, comment.offset);
      from = endOf(comment);
    }
    look(from, end);
    return found;
  };
}

function trimmed(text: string, from: number, to: number): Span | undefined {
  const isSpace = (offset: number) => ' \t\r\n'.includes(text.charAt(offset));
  let start = from;
  let end = to;
  while (start < end && isSpace(start)) start++;
  while (end > start && isSpace(end - 1)) end--;
  return start < end ? spanBetween(start, end) : undefined;
}

/** Whether an item has an error in it. To be asked in the order of the text. */
function faultFinder({ diagnostics, tokens }: ParsedFile): (item: Span) => boolean {
  const faults: Span[] = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  for (let index = 0; index < tokens.length; index++) {
    // The partner of a brace at fault, which may stand in a later item, has no diagnostic of its own.
    if (tokens.typeAt(index) === Ignored) faults.push({ offset: tokens.startAt(index), length: 1 });
  }
  faults.sort((a, b) => a.offset - b.offset);
  let index = 0;
  let reach = -1;
  return (item) => {
    for (let fault = faults[index]; fault !== undefined && fault.offset < item.offset; fault = faults[++index]) {
      reach = Math.max(reach, endOf(fault));
    }
    const next = faults[index];
    // What is missing at the end of an item may be reported as an empty stretch there.
    const end = next?.length === 0 ? endOf(item) : endOf(item) - 1;
    return reach > item.offset || (next !== undefined && next.offset <= end);
  };
}

export interface Gap {
  /** Comments that end the line of the segment before. */
  readonly trailing: readonly Comment[];
  /** Comments on lines of their own, before the next segment. */
  readonly own: readonly Comment[];
}

export interface SortedComments {
  /** Before each segment and after the last. */
  readonly gaps: readonly Gap[];
  /** Within items to format, and at the end of their last line. */
  readonly ofItems: readonly Comment[];
}

export function sortComments(segments: readonly Segment[], { text, comments }: ParsedFile): SortedComments {
  const gaps: Gap[] = [];
  const ofItems: Comment[] = [];
  let index = 0;
  for (let number = 0; number <= segments.length; number++) {
    const before = segments[number - 1];
    const start = before === undefined ? 0 : endOf(before);
    const end = segments[number]?.offset ?? text.length;
    const gap: { trailing: Comment[]; own: Comment[] } = { trailing: [], own: [] };
    let fresh = before === undefined;
    let seen = start;
    for (let comment = comments[index]; comment !== undefined && comment.offset < end; comment = comments[++index]) {
      const isInside = comment.offset < start;
      if (!isInside) {
        fresh ||= text.slice(seen, comment.offset).includes('\n');
        seen = comment.offset;
        (fresh ? gap.own : gap.trailing).push(comment);
      }
      if ((isInside || !fresh) && before?.item !== undefined) ofItems.push(comment);
    }
    gaps.push(gap);
  }
  return { gaps, ofItems };
}
