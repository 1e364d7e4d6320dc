import { childrenOf, type SyntaxNode, type TextNode } from '../../src/syntax/tree.js';

/** A tree on one line: `ttl(ttl 600s)` is a clause `ttl` with its keyword and its duration. */
export function outline(node: SyntaxNode): string {
  switch (node.kind) {
    case 'word':
      return node.text;
    case 'text':
      return outlineText(node);
    case 'hole':
      return `{${node.name?.text ?? ''}}`;
    case 'integer':
      return String(node.value);
    case 'duration':
      return `${node.seconds}s`;
    case 'size':
      return `${node.megabytes}MB`;
    case 'range':
      return `${node.min?.value ?? ''}..${node.max?.value ?? ''}`;
    default: {
      const children = childrenOf(node).map(outline).join(' ');
      return children === '' ? node.kind : `${node.kind}(${children})`;
    }
  }
}

function outlineText({ parts }: TextNode): string {
  return `"${parts.map((part) => (part.kind === 'chars' ? part.value.replaceAll('\n', '⏎') : outline(part))).join('')}"`;
}
