import { clauseOf, type Step } from '../names/model.js';
import type { ViberContent } from '../routee/limits.js';

/** The contents of a free-form Viber message, in the order of the language. */
export function viberContents(step: Step): ViberContent[] {
  const contents: ViberContent[] = step.node.content?.kind === 'text' ? ['text'] : [];
  for (const kind of ['image', 'button', 'file', 'video'] as const) if (clauseOf(step, kind)) contents.push(kind);
  return contents;
}

export function isFreeForm(step: Step): boolean {
  return step.channel === 'viber' && step.template === undefined && viberContents(step).length > 0;
}
