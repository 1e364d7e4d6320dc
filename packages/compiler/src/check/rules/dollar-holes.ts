import type { Fix } from '../../diagnostics/diagnostic.js';
import { lint } from '../../diagnostics/fo4-lint.js';
import type { Report } from '../../diagnostics/reporter.js';
import type { HoleNode, TextNode } from '../../syntax/tree.js';
import type { FileRule, FlowRule } from '../rule.js';

/** Whether a number stands for a hole, as far as is known: then a `$` before it is its currency. */
type IsNumber = (hole: HoleNode) => boolean;

/** A `$` before a hole, as other languages write one. */
export const dollarHoles: FlowRule = ({ uri, texts, holes }, report) => {
  const isNumber: IsNumber = (hole) => {
    const [first] = holes.get(hole) ?? [];
    return typeof first === 'object' ? first.parameter.type?.kind === 'int' : startsWithDigit(first);
  };
  for (const node of texts.keys()) if (node.kind === 'text') reportIn(node, uri, isNumber, report);
};

/** The same in lets, and in the wording of templates. */
export const declaredDollarHoles: FileRule = ({ uri, lets, templates, scope }, report) => {
  const isNumberLet: IsNumber = ({ name }) => {
    const [first] = scope.lets.get(name?.text ?? '')?.node.value?.parts ?? [];
    return first?.kind === 'chars' && startsWithDigit(first.value);
  };
  for (const { node } of lets) if (node.value) reportIn(node.value, uri, isNumberLet, report);
  for (const { node, params } of templates) {
    const isInt: IsNumber = ({ name }) => params.some((one) => one.name === name?.text && one.type?.kind === 'int');
    for (const part of node.body ?? []) {
      if (part.kind === 'wording' && part.text) reportIn(part.text, uri, isInt, report);
    }
  }
};

function startsWithDigit(text = ''): boolean {
  return /^\d/.test(text);
}

function reportIn({ parts }: TextNode, uri: string, isNumber: IsNumber, report: Report): void {
  for (let at = 1; at < parts.length; at++) {
    const before = parts[at - 1];
    const hole = parts[at];
    if (before?.kind !== 'chars' || hole?.kind !== 'hole' || hole.name === undefined) continue;
    let length = 0;
    while (before.value.at(-1 - length) === '$') length++;
    // What is escaped is longer than what it stands for: somebody means it.
    if (length === 0 || before.value.length < before.length || isNumber(hole)) continue;
    const offset = hole.offset - length;
    const fix: Fix = { title: 'Remove the `$`', edits: [{ uri, offset, length, text: '' }] };
    report(lint.dollarHole, { offset, length: length + hole.length }, { name: hole.name.text }, { fixes: [fix] });
  }
}
