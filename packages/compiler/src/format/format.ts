import type { TokenType } from 'chevrotain';
import { lex } from '../syntax/lexer.js';
import { type ParsedFile, parse } from '../syntax/parse.js';
import * as t from '../syntax/tokens.js';
import type { ItemNode } from '../syntax/tree.js';
import { endOf, sourceOf } from '../text/span.js';
import { AttachedComments, commentText, withLineFeeds } from './comments.js';
import { Context } from './context.js';
import { writeFlow, writeSender, writeSetting, writeTemplate } from './declarations.js';
import { cutSegments, type Gap, type Segment, sortComments } from './segments.js';
import { writeChain } from './step.js';
import { spaced } from './values.js';

/** What may come and go: braces around a single verb, a comma after the last parameter. */
const marks = new Set<TokenType>([
  ...[t.LeftBrace, t.RightBrace, t.LeftParen, t.RightParen, t.Comma, t.Colon, t.Equals, t.DotDot, t.Ignored],
]);

/**
 * The one way to write a file: it means what the file means, has all of its comments, and stays as it is when it is
 * formatted again. What is at fault is kept as it was written. When that cannot be made sure of, nothing is touched.
 */
export function format(file: ParsedFile): string {
  const text = write(file);
  const isSound = file.diagnostics.length === 0;
  return (isSound ? wordCount(lex(text)) === wordCount(file) : readsTheSame(file, text)) ? text : file.text;
}

/** What can be understood of a broken file may depend on what stands around a fault. */
function readsTheSame(file: ParsedFile, text: string): boolean {
  const again = parse(file.uri, text);
  return readsAlike(again, file) && write(again) === text;
}

/** Whether two files have as many words, and the same faults. */
export function readsAlike(one: ParsedFile, other: ParsedFile): boolean {
  return wordCount(one) === wordCount(other) && codesOf(one) === codesOf(other);
}

/** Words, numbers, texts and comments: whatever must not get lost. */
function wordCount({ tokens, comments }: Pick<ParsedFile, 'tokens' | 'comments'>): number {
  let count = comments.length;
  for (let index = 0; index < tokens.length; index++) if (!marks.has(tokens.typeAt(index))) count++;
  return count;
}

function codesOf({ diagnostics }: ParsedFile): string {
  return diagnostics.map((diagnostic) => diagnostic.code).join(' ');
}

function write(file: ParsedFile): string {
  const segments = cutSegments(file);
  const { gaps, ofItems } = sortComments(segments, file);
  const context = new Context(file, new AttachedComments(file, ofItems));
  const { lines } = context;
  const nextGap = (index: number): Gap => gaps[index] ?? { trailing: [], own: [] };
  for (const [index, segment] of segments.entries()) {
    const before = segments[index - 1];
    const lead = linesBetween(before, nextGap(index), segment, file);
    if (lead[0] === '') lines.blank();
    lines.lead(lead[0] === '' ? lead.slice(1) : lead);
    if (segment.item !== undefined) {
      writeItem(segment.item, context);
    } else {
      const after = nextGap(index + 1).trailing.map((comment) => commentText(file.text, comment));
      lines.line(0, withLineFeeds(sourceOf(file.text, segment)), { before: [], after: after.join(' ') });
    }
  }
  lines.comments(0, linesBetween(segments.at(-1), nextGap(segments.length), undefined, file));
  return lines.toString();
}

function writeItem(item: ItemNode, context: Context): void {
  const { lines, values } = context;
  const writeLine = (text: string) => lines.line(0, text, context.place(item.offset, endOf(item)));
  switch (item.kind) {
    case 'import':
      writeLine(spaced('import', values.value(item.path, 0)));
      break;
    case 'let':
      writeLine(spaced('let', item.name?.text, '=', values.value(item.value, 0)));
      break;
    case 'sender':
      writeSender(item, context);
      break;
    case 'template':
      writeTemplate(item, context);
      break;
    case 'flow':
      writeFlow(item, context);
      break;
    case 'chain':
      writeChain(item, context);
      break;
    case 'from':
    case 'to':
    case 'callback':
      writeSetting(item, context, 0);
  }
}

/** The comments between two segments, with at most one blank line where the author had some, and where one must be. */
function linesBetween(before: Segment | undefined, gap: Gap, after: Segment | undefined, file: ParsedFile): string[] {
  const lines: string[] = [];
  let end = endOf(gap.trailing.at(-1) ?? before ?? { offset: 0, length: 0 });
  const blankBefore = (offset: number) => {
    const isFirst = before === undefined && lines.length === 0;
    if (!isFirst && /\n[ \t\r]*\n/.test(file.text.slice(end, offset))) lines.push('');
  };
  for (const comment of gap.own) {
    blankBefore(comment.offset);
    lines.push(commentText(file.text, comment));
    end = endOf(comment);
  }
  if (after !== undefined) blankBefore(after.offset);
  const isApart = before?.item !== undefined && after?.item !== undefined && standApart(before.item, after.item);
  if (isApart && !lines.includes('')) lines.unshift('');
  return lines;
}

/** Whether a blank line must stand between two items. */
function standApart(before: ItemNode, after: ItemNode): boolean {
  return isBlock(before) || isBlock(after) || (before.kind === 'import') !== (after.kind === 'import');
}

function isBlock(item: ItemNode): boolean {
  if (item.kind === 'template') return item.body !== undefined && item.body.length > 0;
  return item.kind === 'sender' || item.kind === 'flow' || item.kind === 'chain';
}
