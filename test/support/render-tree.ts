import type { ParsedFile, tree } from '@failover/compiler';
import { quoted } from './visible.js';

/** An outline: what a node is to the one around it, its kind, its place, and what it says. */
export function renderTree({ tree: root, text }: ParsedFile): string {
  const lines: string[] = [];
  const pending: { node: tree.SyntaxNode; name: string; depth: number }[] = [{ node: root, name: '', depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, name, depth } = next;
    const source = text.slice(node.offset, node.offset + node.length);
    const place = `${node.offset}–${node.offset + node.length}`;
    const said = [name && `${name}:`, node.kind, place, ...facts(node, source)].filter((part) => part !== '');
    lines.push(`${'  '.repeat(depth)}${said.join(' ')}\n`);
    pending.push(...partsOf(node).map((part) => ({ ...part, depth: depth + 1 })));
  }
  return lines.join('');
}

/** The nodes within a node with the names of their fields, the last one first. */
function partsOf(node: tree.SyntaxNode): { node: tree.SyntaxNode; name: string }[] {
  const parts = Object.entries(node).flatMap(([name, value]: [string, unknown]) =>
    Array.isArray(value)
      ? value.filter(isNode).map((one) => ({ node: one, name: '' }))
      : isNode(value)
        ? [{ node: value, name }]
        : [],
  );
  return parts.sort((a, b) => b.node.offset - a.node.offset || b.node.length - a.node.length);
}

function isNode(value: unknown): value is tree.SyntaxNode {
  return typeof value === 'object' && value !== null && 'kind' in value && 'offset' in value;
}

function facts(node: tree.SyntaxNode, source: string): string[] {
  switch (node.kind) {
    case 'word':
      return [node.text];
    case 'chars':
      return [quoted(node.value)];
    case 'text':
      return node.sound ? [] : ['(at fault)'];
    case 'integer':
      return [String(node.value)];
    case 'duration':
      return [`${source} = ${node.seconds} s`];
    case 'size':
      return [`${source} = ${node.megabytes} MB`];
    case 'verbs':
      return node.braces ? ['{ }'] : [];
    case 'skipped':
      return [quoted(source)];
    default:
      return [];
  }
}
