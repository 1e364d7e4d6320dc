import type { ArgsNode, ChainNode, StepNode, TemplateUseNode, VerbNode, VerbsNode } from '../syntax/tree.js';
import { endOf } from '../text/span.js';
import { inOrder, inOrderOfCall, isVerbClause } from './clauses.js';
import type { Context } from './context.js';
import { fits } from './lines.js';
import { type List, listOnOneLine, writeList } from './list.js';
import { type Line, type Statement, statementOnOneLine, writeStatement } from './statement.js';
import { introduced, spaced } from './values.js';

/** The steps of a file without a flow: on one line when that is all there is to them. */
export function writeChain(chain: ChainNode, context: Context): void {
  const line = chainOnOneLine(chain, context);
  if (line === undefined) writeSteps(chain, context, 0);
  else context.lines.line(0, line.text, line);
}

function chainOnOneLine(chain: ChainNode, context: Context): Line | undefined {
  const lines: Line[] = [];
  for (const step of chain.steps) {
    const line = stepOnOneLine(step, context);
    const isAmidst = lines.length > 0 && (line?.before.length !== 0 || lines.at(-1)?.after !== '');
    if (line === undefined || isAmidst) return undefined;
    lines.push(line);
  }
  const before = lines[0]?.before ?? [];
  const after = lines.at(-1)?.after ?? '';
  // At the end of several lines, a comment is about the last.
  if (after !== '' && context.hasLineBreak(chain.offset, endOf(chain))) return undefined;
  const text = lines.map((line) => line.text).join(' ');
  return fits(0, text) ? { text, before, after } : undefined;
}

function stepOnOneLine(step: StepNode, context: Context): Line | undefined {
  const statement = statementOf(step, context, 0);
  return statement && statementOnOneLine(statement, context);
}

/** One step after the other, each from the start of a line. */
export function writeSteps(chain: ChainNode, context: Context, indent: number): void {
  for (const step of chain.steps) writeStep(step, context, indent);
}

function writeStep(step: StepNode, context: Context, indent: number): void {
  const { content } = step;
  const statement = statementOf(step, context, indent);
  const args = content?.kind === 'template-use' ? content.args : undefined;
  if (content?.kind === 'verbs' && statement === undefined) {
    writeVerbs(step, content, context, indent);
  } else if (content?.kind === 'template-use' && args !== undefined && !headFits(statement, args, indent)) {
    writeList(argList(args, context), context, indent, step.offset, templateHead(step, content, context, indent));
    writeStatement(closingOf(step, args, ')'), context, indent);
  } else if (statement !== undefined) {
    writeStatement(statement, context, indent);
  }
}

function headFits(statement: Statement | undefined, args: ArgsNode, indent: number): boolean {
  return statement !== undefined && (args.list.length === 0 || fits(indent, statement.head));
}

/** Nothing when the content of the step takes several lines that are not those of a text. */
function statementOf(step: StepNode, context: Context, indent: number): Statement | undefined {
  const { content } = step;
  const place = { start: step.offset, headEnd: endOf(content ?? step.channel), end: endOf(step) };
  if (content?.kind === 'verbs') {
    const [verb] = content.list;
    if (verb === undefined || keepsBraces(step, content, context)) return undefined;
    return {
      ...place,
      headEnd: endOf(verb.value ?? verb.keyword),
      head: spaced(opening(step), verbHead(verb, context, indent)),
      clauses: inOrderOfCall([...verb.clauses, ...step.clauses]),
    };
  }
  const clauses = inOrder(step.clauses);
  if (content?.kind !== 'template-use') {
    return { ...place, clauses, head: spaced(opening(step), context.values.value(content, indent)) };
  }
  const args = content.args === undefined ? '' : listOnOneLine(argList(content.args, context), context, indent);
  return args === undefined
    ? undefined
    : { ...place, clauses, head: templateHead(step, content, context, indent) + args };
}

function opening(step: StepNode): string {
  return spaced(step.thenWord?.text, step.channel.text);
}

function templateHead(step: StepNode, content: TemplateUseNode, context: Context, indent: number): string {
  return spaced(opening(step), content.keyword.text, context.values.value(content.template, indent));
}

function argList(args: ArgsNode, { values }: Context): List {
  const write = (index: number, indent: number) => {
    const arg = args.list[index];
    return spaced(introduced(`${arg?.name.text}:`, values.value(arg?.value, indent)));
  };
  return { span: args, items: args.list, write, lastComma: false };
}

function verbHead(verb: VerbNode, context: Context, indent: number): string {
  return spaced(verb.keyword.text, context.values.value(verb.value, indent));
}

/**
 * A single verb needs none, unless a comment stands between them, or after them a clause that without braces would
 * belong to the verb.
 */
function keepsBraces(step: StepNode, verbs: VerbsNode, context: Context): boolean {
  if (!verbs.braces) return false;
  const isCommented = context.comments.inside(verbs.offset, endOf(verbs) - 1);
  return verbs.list.length > 1 || isCommented || step.clauses.some(isVerbClause);
}

function writeVerbs(step: StepNode, verbs: VerbsNode, context: Context, indent: number): void {
  const closing = endOf(verbs) - 1;
  const firstVerb = verbs.list[0]?.offset ?? closing;
  context.lines.line(indent, `${opening(step)} {`, context.place(step.offset, firstVerb));
  for (const verb of verbs.list) {
    const head = verbHead(verb, context, indent + 2);
    const place = { start: verb.offset, headEnd: endOf(verb.value ?? verb.keyword), end: endOf(verb) };
    writeStatement({ ...place, head, clauses: inOrder(verb.clauses) }, context, indent + 2);
  }
  writeStatement(closingOf(step, verbs, '}'), context, indent);
}

/** What follows the mark that closes the content of a step, on the line of the mark. */
function closingOf(step: StepNode, content: ArgsNode | VerbsNode, mark: string): Statement {
  const start = endOf(content) - 1;
  const clauses = content.kind === 'verbs' ? inOrderOfCall(step.clauses) : inOrder(step.clauses);
  return { head: mark, clauses, start, headEnd: start + 1, end: endOf(step), isClosing: true };
}
