import { endOf, type Span } from '../text/span.js';
import type { ParsedFile } from './parse.js';
import type * as tree from './tree.js';

/** A stretch of several lines that can be shown as its first. */
export interface Fold extends Span {
  readonly kind: 'block' | 'text' | 'comments' | 'imports';
}

/** What can be folded in a file, in the order of the text: declarations, blocks of verbs, long texts, runs of comments and of imports. */
export function foldsIn(file: ParsedFile): Fold[] {
  const found: Fold[] = [...runsOf(file, file.comments, 'comments')];
  found.push(...runsOf(file, importsOf(file), 'imports'));
  for (const item of file.tree.items) {
    if (item.kind !== 'import' && item.kind !== 'skipped') foldNode(file, item, found);
  }
  return found.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
}

function importsOf(file: ParsedFile): Span[] {
  return file.tree.items.filter(({ kind }) => kind === 'import');
}

/** What stands on lines of its own, one right after the other. */
function runsOf(file: ParsedFile, parts: readonly Span[], kind: 'comments' | 'imports'): Fold[] {
  const runs: Fold[] = [];
  let start: Span | undefined;
  let last: Span | undefined;
  const close = () => {
    if (start !== undefined && last !== undefined && start !== last) runs.push({ kind, ...between(start, last) });
  };
  for (const part of parts) {
    if (!startsLine(file.text, part.offset)) continue;
    const gap = last && file.text.slice(endOf(last), part.offset);
    // One empty line may stand between two imports; comments with one between them are two.
    const isNext = gap !== undefined && /^\s*$/.test(gap) && gap.split('\n').length <= (kind === 'imports' ? 3 : 2);
    if (!isNext) {
      close();
      start = part;
    }
    last = part;
  }
  close();
  return runs;
}

function startsLine(text: string, offset: number): boolean {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[\s\ufeff]*$/.test(text.slice(line, offset));
}

function between(start: Span, last: Span): Span {
  return { offset: start.offset, length: endOf(last) - start.offset };
}

function foldNode(file: ParsedFile, node: tree.ItemNode | tree.StepNode, found: Fold[]): void {
  switch (node.kind) {
    case 'sender':
      add(file, 'block', node, found);
      break;
    case 'let':
      foldText(file, node.value, found);
      break;
    case 'template':
      add(file, 'block', node, found);
      for (const entry of node.body ?? []) if (entry.kind === 'wording') foldText(file, entry.text, found);
      break;
    case 'flow':
      add(file, 'block', node, found);
      for (const step of node.chain?.steps ?? []) foldNode(file, step, found);
      break;
    case 'chain':
      for (const step of node.steps) foldNode(file, step, found);
      break;
    case 'step':
      foldStep(file, node, found);
      break;
  }
}

function foldStep(file: ParsedFile, { content }: tree.StepNode, found: Fold[]): void {
  if (content?.kind === 'text') foldText(file, content, found);
  if (content?.kind !== 'verbs') return;
  if (content.braces) add(file, 'block', content, found);
  for (const verb of content.list) foldText(file, verb.value, found);
}

function foldText(file: ParsedFile, node: tree.ValueNode | undefined, found: Fold[]): void {
  if (node?.kind === 'text') add(file, 'text', node, found);
}

function add(file: ParsedFile, kind: Fold['kind'], { offset, length }: Span, found: Fold[]): void {
  if (
    file.text
      .slice(offset, offset + length)
      .trimEnd()
      .includes('\n')
  )
    found.push({ kind, offset, length });
}
