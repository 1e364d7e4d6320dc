import type { ParsedFile } from '../syntax/parse.js';
import type { StepNode } from '../syntax/tree.js';
import { firstFrom } from '../text/first-from.js';
import { endOf, type Span, spanBetween } from '../text/span.js';

/** One code of an ignore comment: `// failover-ignore FO4003, FO4008: reason`. Its place is that of the code. */
export interface Ignore extends Span {
  readonly code: string;
  /** The step or declaration that the comment stands before. */
  readonly target: Span | undefined;
  /** What to take out with it: the whole comment where it is its only code. */
  readonly removal: Span;
  used: boolean;
}

type Commented = Pick<ParsedFile, 'text' | 'comments' | 'tree'>;

/** What a comment starts with that silences codes. */
export const ignoreWord = 'failover-ignore';
const comment = /^\/\/[ \t]*failover-ignore\b[ \t]*([^:]*)/;
const codes = /[^\s,]+/g;

export function ignoresOf(file: Commented): Ignore[] {
  const ignores: Ignore[] = [];
  let targets: readonly Span[] | undefined;
  for (const { kind, offset, length } of file.comments) {
    if (kind !== 'comment') continue;
    const match = comment.exec(file.text.slice(offset, offset + length));
    if (match === null) continue;
    targets ??= targetsOf(file);
    const target = targetAfter(targets, file, offset + length);
    const listed = match[1] ?? '';
    const start = offset + match[0].length - listed.length;
    const found = [...listed.matchAll(codes)].map((code) => ({ offset: start + code.index, length: code[0].length }));
    if (found.length === 0) found.push({ offset: offset + match[0].indexOf(ignoreWord), length: ignoreWord.length });
    for (const [index, place] of found.entries()) {
      const code = file.text.slice(place.offset, endOf(place));
      ignores.push({ ...place, code, target, removal: removalOf(found, index) ?? { offset, length }, used: false });
    }
  }
  return ignores;
}

/** One of several codes with the comma that parts it from another. Nothing for the only one. */
function removalOf(codes: readonly Span[], index: number): Span | undefined {
  const [before, code, after] = [codes[index - 1], codes[index], codes[index + 1]];
  if (code === undefined || (before === undefined && after === undefined)) return undefined;
  if (before !== undefined) return spanBetween(endOf(before), endOf(code));
  return spanBetween(code.offset, after?.offset ?? endOf(code));
}

/** What an ignore comment can stand before: declarations, parameters, settings and steps, in the order of the text. */
function targetsOf(file: Commented): Span[] {
  const targets: Span[] = [];
  const addSteps = (steps: readonly StepNode[]) => {
    for (const step of steps) targets.push(step);
  };
  for (const item of file.tree.items) {
    if (item.kind === 'chain') {
      addSteps(item.steps);
      continue;
    }
    targets.push(item);
    if (item.kind === 'flow' || item.kind === 'template') {
      for (const param of item.params?.list ?? []) targets.push(param);
    }
    if (item.kind !== 'flow') continue;
    for (const setting of item.settings) targets.push(setting);
    addSteps(item.chain?.steps ?? []);
  }
  return targets.sort((a, b) => a.offset - b.offset);
}

/** The next target, if nothing but white space and comments stands before it. */
function targetAfter(targets: readonly Span[], file: Commented, offset: number): Span | undefined {
  const target = targets[firstFrom(targets, offset, (one) => one.offset)];
  if (target === undefined) return undefined;
  const between = file.text.slice(offset, target.offset).replace(/\/\/[^\n]*/g, '');
  return /^\s*$/.test(between) ? target : undefined;
}
