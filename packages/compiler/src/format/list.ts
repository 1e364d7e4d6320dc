import { endOf, type Span } from '../text/span.js';
import type { Context } from './context.js';

/** A list in parentheses: parameters or arguments. */
export interface List {
  /** From its opening to its closing parenthesis. */
  readonly span: Span;
  readonly items: readonly Span[];
  /** An item as it stands on a line with an indentation. */
  write(index: number, indent: number): string;
  /** After the last item, when each has a line of its own. */
  readonly lastComma: boolean;
}

/** The list on one line, unless something in it needs lines of its own. */
export function listOnOneLine(list: List, context: Context, indent: number): string | undefined {
  if (context.comments.inside(list.span.offset, endOf(list.span) - 1)) return undefined;
  const text = `(${list.items.map((_, index) => list.write(index, indent)).join(', ')})`;
  return text.includes('\n') ? undefined : text;
}

/**
 * One item a line, but for the closing parenthesis, whose line goes on with what follows.
 * @param start the first offset of the line that opens the list
 * @param opening that line up to the parenthesis
 */
export function writeList(list: List, context: Context, indent: number, start: number, opening: string): void {
  const closing = endOf(list.span) - 1;
  const startOf = (index: number) => list.items[index]?.offset ?? closing;
  context.lines.line(indent, `${opening}(`, context.place(start, startOf(0)));
  for (const [index, item] of list.items.entries()) {
    const comma = list.lastComma || index < list.items.length - 1 ? ',' : '';
    const text = list.write(index, indent + 2) + comma;
    context.lines.line(indent + 2, text, context.place(item.offset, startOf(index + 1)));
  }
}
