import { fileFlowName } from '../names/declarations.js';
import type { FileModel, Flow } from '../names/model.js';
import { nameForm } from '../routee/name-form.js';
import { sourceOf } from '../text/span.js';
import { type Refactoring, replaced } from './edits.js';

/** Makes a flow with a name of the chain at the end of a file, and the other way round. */
export function chainAndFlow(file: FileModel, flow: Flow): Refactoring[] {
  return flow.node.kind === 'chain' ? flowOfChain(file, flow) : chainOfFlow(file, flow);
}

function flowOfChain(file: FileModel, { node, name, uri }: Flow): Refactoring[] {
  const isTaken = file.declarations.flows.some((one) => one.node !== node && one.name === name);
  if (!nameForm.test(name) || isTaken) return [];
  const { text } = file.parsed;
  const source = sourceOf(text, node);
  const lines = source.includes('\n') ? source.replace(/\n(?=[^\r\n])/g, '\n  ') : brokenAtThen(file, node, source);
  return [rewrite(`Make it the flow \`${name}\``, replaced(uri, node, `flow ${name} {\n  ${lines}\n}`))];
}

/** A chain on one line, with each step on a line of its own. */
function brokenAtThen(_file: FileModel, node: Flow['node'], source: string): string {
  const steps = node.kind === 'chain' ? node.steps : [];
  const starts = steps.slice(1).map((step) => step.offset - node.offset);
  return [0, ...starts].map((start, index) => source.slice(start, starts[index]).trim()).join('\n  ');
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
  const text = sourceOf(file.parsed.text, chain).replace(/\n {2}/g, '\n');
  return [rewrite('Make it the chain of the file', replaced(uri, node, text))];
}

function rewrite(title: string, edit: ReturnType<typeof replaced>): Refactoring {
  return { kind: 'rewrite', title, edits: [edit] };
}
