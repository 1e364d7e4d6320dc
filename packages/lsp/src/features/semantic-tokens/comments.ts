import type { Comment } from '@failover/compiler';
import type { SemanticToken } from '../semantic-tokens.js';

const silencing = /^\/\/[ \t]*(failover-ignore)\b([^:]*)/d;

/** A comment; one that silences codes is cut into its parts. */
export function commentTokens({ kind, offset, length }: Comment, text: string): SemanticToken[] {
  const isDoc = kind === 'doc';
  const found = kind === 'comment' ? silencing.exec(text.slice(offset, offset + length)) : null;
  if (found === null) return [{ offset, length, type: 'comment', modifiers: isDoc ? ['documentation'] : [] }];
  const [start = 0, end = 0] = found.indices?.[1] ?? [];
  return [
    { offset, length: start, type: 'comment', modifiers: [] },
    { offset: offset + start, length: end - start, type: 'decorator', modifiers: [] },
    { offset: offset + end, length: length - end, type: 'comment', modifiers: [] },
  ];
}
