import { fileFlowName } from '../names/declarations.js';
import type { FileModel, Flow } from '../names/model.js';
import { isName } from '../routee/name-form.js';
import type { ParsedFile } from '../syntax/parse.js';
import { tokensIn } from '../syntax/token-at.js';
import { endOf, type Span, sourceOf } from '../text/span.js';
import { lineBreakOf, type Refactoring, replaced } from './edits.js';

/** Makes a flow with a name of the chain at the end of a file, and the other way round. */
export function chainAndFlow(file: FileModel, flow: Flow): Refactoring[] {
  return flow.node.kind === 'chain' ? flowOfChain(file, flow) : chainOfFlow(file, flow);
}

function flowOfChain(file: FileModel, { node, name, uri }: Flow): Refactoring[] {
  const isTaken = file.declarations.flows.some((one) => one.node !== node && one.name === name);
  if (!isName(name) || isTaken) return [];
  const { text } = file.parsed;
  // A comment that ends the last line is about its step.
  const comment = /^[ \t]*\/\/[^\r\n]*/.exec(text.slice(endOf(node)))?.[0] ?? '';
  const span = { offset: node.offset, length: node.length + comment.length };
  const source = sourceOf(text, span);
  const lineBreak = lineBreakOf(text);
  const lines = source.includes('\n')
    ? source.replace(/\n(?=[^\r\n])/g, '\n  ')
    : brokenAtThen(node, source, lineBreak);
  const flow = `flow ${name} {${lineBreak}  ${lines}${lineBreak}}`;
  return [rewrite(`Make it the flow \`${name}\``, replaced(uri, span, flow))];
}

/** A chain on one line, with each step on a line of its own. */
function brokenAtThen(node: Flow['node'], source: string, lineBreak: string): string {
  const steps = node.kind === 'chain' ? node.steps : [];
  const starts = steps.slice(1).map((step) => step.offset - node.offset);
  return [0, ...starts].map((start, index) => source.slice(start, starts[index]).trim()).join(`${lineBreak}  `);
}

/** Where nothing would get lost: a list of parameters, settings, a word for the endpoint, a name, a comment. */
function chainOfFlow(file: FileModel, { node, name, uri, listed }: Flow): Refactoring[] {
  if (node.kind !== 'flow' || node.chain === undefined) return [];
  const { items } = file.parsed.tree;
  const isPlain = !listed && node.endpoint === undefined && node.settings.length === 0;
  const isOnly = file.declarations.flows.length === 1 && items.at(-1) === node && name === fileFlowName(uri);
  const { chain } = node;
  const around =
    file.parsed.text.slice(node.offset, chain.offset) +
    file.parsed.text.slice(chain.offset + chain.length, node.offset + node.length);
  if (!isPlain || !isOnly || around.includes('//')) return [];
  return [rewrite('Make it the chain of the file', replaced(uri, node, withoutIndent(file.parsed, chain)))];
}

/** The lines of a text keep their white space, which may count. */
function withoutIndent(file: ParsedFile, chain: Span): string {
  const texts = tokensIn(file, chain).filter(({ image }) => image.startsWith('"""'));
  return sourceOf(file.text, chain).replace(/\n {1,2}/g, (margin, at: number) => {
    const offset = chain.offset + at;
    const isInText = texts.some(({ startOffset, endOffset }) => startOffset < offset && offset < endOffset);
    return isInText ? margin : '\n';
  });
}

function rewrite(title: string, edit: ReturnType<typeof replaced>): Refactoring {
  return { kind: 'rewrite', title, edits: [edit] };
}
