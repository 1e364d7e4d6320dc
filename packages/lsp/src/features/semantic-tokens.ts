import type { Span } from '@failover/compiler';
import type { Snapshot } from '../workspace/snapshot.js';

/** What the words of a file mean. The order is that of the legend. */
export const tokenTypes = [
  ...['keyword', 'namespace', 'class', 'function', 'parameter', 'variable', 'type', 'enumMember', 'property'],
  ...['string', 'number', 'comment', 'operator'],
] as const;
export const tokenModifiers = ['declaration', 'readonly', 'documentation', 'defaultLibrary'] as const;

/** The tokens of a file, or of a stretch of it, as the protocol packs them: five numbers each. */
export function semanticTokens(_snapshot: Snapshot, _span?: Span): number[] {
  return [];
}
