import type { Flow } from '../names/model.js';
import { type ParameterSymbol, plainPieces, type ResolvedText } from '../names/symbols.js';
import type { ValueNode } from '../syntax/tree.js';
import type { StoryText, StoryUse } from './story.js';

/** Takes the texts of a flow into a story, and remembers which parameters stand where. */
export class Texts {
  readonly #flow: Flow;
  readonly #uses = new Map<ParameterSymbol, StoryUse[]>();

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  /** @param use where it stands */
  of(text: ResolvedText | undefined, use: Omit<StoryUse, 'sentAs'>, asNumber = false): StoryText {
    if (text === undefined) return [];
    for (const piece of text.pieces) {
      if (typeof piece !== 'string') this.#remember(piece.parameter, { ...use, sentAs: asNumber ? 'number' : 'text' });
    }
    return plainPieces(text);
  }

  ofNode(node: ValueNode | undefined, use: Omit<StoryUse, 'sentAs'>): StoryText {
    return this.of(node && this.#flow.texts.get(node), use);
  }

  /** Nothing where the text is not written. */
  maybe(node: ValueNode | undefined, use: Omit<StoryUse, 'sentAs'>): StoryText | undefined {
    return node && this.ofNode(node, use);
  }

  usesOf(parameter: ParameterSymbol): readonly StoryUse[] {
    return this.#uses.get(parameter) ?? [];
  }

  #remember(parameter: ParameterSymbol, use: StoryUse): void {
    const uses = this.#uses.get(parameter) ?? [];
    this.#uses.set(parameter, uses);
    const isKnown = uses.some((one) => one.step === use.step && one.in === use.in && one.argument === use.argument);
    if (!isKnown) uses.push(use);
  }
}

/** A text in which each parameter stands as it is written. */
export function asWritten(text: StoryText): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : `{${piece.param}}`)).join('');
}
