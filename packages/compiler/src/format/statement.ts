import type { ClauseNode } from '../syntax/tree.js';
import { writeClause } from './clauses.js';
import type { Placement } from './comments.js';
import type { Context } from './context.js';
import { fits } from './lines.js';

/** A step, a verb, or what follows the closing mark of its content: a head, and clauses. */
export interface Statement {
  readonly head: string;
  /** The clauses as they are to be written. */
  readonly clauses: readonly ClauseNode[];
  /** Where it starts and ends in the source, and where its head ends there. */
  readonly start: number;
  readonly headEnd: number;
  readonly end: number;
  /** Whether it starts with a closing mark. */
  readonly isClosing?: boolean;
}

export interface Line extends Placement {
  readonly text: string;
}

/** All on one line when it fits, else each clause on a line of its own. */
export function writeStatement(statement: Statement, context: Context, indent: number): void {
  const line = statementOnOneLine(statement, context);
  if (line !== undefined && (statement.clauses.length === 0 || fits(indent, line.text))) {
    writeHead(statement, line, context, indent);
    return;
  }
  const ordered = inSourceOrder(statement.clauses);
  const ends = new Map(ordered.map((clause, index) => [clause, ordered[index + 1]?.offset ?? statement.end]));
  const headComments = context.place(statement.start, ordered[0]?.offset ?? statement.end);
  writeHead(statement, { ...headComments, text: statement.head }, context, indent);
  for (const clause of statement.clauses) {
    const comments = context.place(clause.offset, ends.get(clause) ?? statement.end);
    context.lines.line(indent + 2, writeClause(clause, context.values, indent + 2), comments);
  }
}

function writeHead(statement: Statement, line: Line, { lines }: Context, indent: number): void {
  if (statement.isClosing) lines.closing(indent, line.text, line);
  else lines.line(indent, line.text, line);
}

/** Nothing when a comment or the line breaks of a text ask for several lines. */
export function statementOnOneLine(statement: Statement, context: Context): Line | undefined {
  const first = inSourceOrder(statement.clauses)[0];
  const head = context.place(statement.start, first?.offset ?? statement.end);
  if (first === undefined) return { ...head, text: statement.head };
  const comments = context.place(first.offset, statement.end);
  if (head.after !== '' || comments.before.length > 0) return undefined;
  // At the end of several lines, a comment is about the last.
  if (comments.after !== '' && context.hasLineBreak(statement.headEnd, statement.end)) return undefined;
  const clauses = statement.clauses.map((clause) => writeClause(clause, context.values, 0));
  const text = [statement.head, ...clauses].join(' ');
  return text.includes('\n') ? undefined : { text, before: head.before, after: comments.after };
}

function inSourceOrder(clauses: readonly ClauseNode[]): ClauseNode[] {
  return [...clauses].sort((a, b) => a.offset - b.offset);
}
