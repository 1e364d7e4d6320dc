import type { ResolvedText } from '@failover/compiler';

/** A text with its lets filled in, in which each parameter stands as it is written. */
export function writtenText({ pieces }: ResolvedText): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : `{${piece.parameter.name}}`)).join('');
}
