import type { Definition } from '../diagnostics/define.js';
import type { Report } from '../diagnostics/reporter.js';
import type { Flow, Recipient } from '../names/model.js';
import { constantText, fixedText, type HolePiece, type ParameterSymbol, type ResolvedText } from '../names/symbols.js';
import { lengthsOf } from '../names/types.js';
import { lengthRange } from '../names/values.js';
import type { CharsNode, HoleNode, TextNode, ValueNode } from '../syntax/tree.js';
import type { Span } from '../text/span.js';

/** What rules ask of texts. */

interface TooLong {
  readonly what: string;
  readonly length: number;
  readonly max: number;
  readonly worst: boolean;
}

/** A text with parameters counts at its longest, as far as that is known. */
export function checkLength(
  report: Report,
  definition: Definition<TooLong>,
  text: ResolvedText | undefined,
  what: string,
  max: number,
): void {
  if (text === undefined || !text.known) return;
  const length = lengthRange(text).max;
  if (length > max) report(definition, text, { what, length, max, worst: constantText(text) === undefined });
}

/** Whether a text is empty or blank, whatever its parameters are. */
export function isEmpty(text: ResolvedText | undefined): boolean {
  return text?.known === true && text.pieces.every((piece) => typeof piece === 'string' && piece.trim() === '');
}

/** The characters that are written in a text, without its holes. */
export function writtenIn(node: ValueNode): string {
  if (node.kind === 'hole') return '';
  return node.parts.map((part) => (part.kind === 'chars' ? part.value : '')).join('');
}

/** Whether what is known of an address can be of a form: the whole when it is constant, else its start. */
export function mayBe(text: ResolvedText, form: RegExp, starts: readonly string[]): boolean {
  const constant = constantText(text);
  if (constant !== undefined) return form.test(constant);
  const [first] = text.pieces;
  if (!text.known || typeof first !== 'string') return true;
  // White space is in no address, wherever it stands.
  if (/\s/.test(fixedText(text))) return false;
  const start = first.toLowerCase();
  return starts.some((one) => start.startsWith(one) || one.startsWith(start));
}

/**
 * The text with each parameter as long as it may be, as far as that is known.
 * @param filler what values are made of
 */
export function longestForm(text: ResolvedText, filler = 'x'): string {
  return text.pieces.map((piece) => (typeof piece === 'string' ? piece : fill(piece, filler))).join('');
}

function fill({ parameter }: HolePiece, filler: string): string {
  const lengths = parameter.type === undefined ? undefined : lengthsOf(parameter.type);
  // A range may be nonsense, which has been reported.
  return filler.repeat(Math.max(0, Math.min(lengths?.max ?? lengths?.min ?? 0, 10_000)));
}

/** A text as it reads, with a way back from its characters to the source. */
export interface ReadableText {
  readonly text: string;
  /** The narrowest place of the source that holds the characters. */
  placeOf(index: number, length: number): Span;
  /** Whether they are written there, and not in a let. */
  isWritten(index: number): boolean;
}

/** @param fill what stands for a parameter */
export function readable(node: ValueNode, flow: Flow, fill: (parameter: ParameterSymbol) => string): ReadableText {
  const parts: readonly (CharsNode | HoleNode)[] = node.kind === 'text' ? (node satisfies TextNode).parts : [node];
  const runs: { start: number; value: string; part: CharsNode | HoleNode }[] = [];
  let text = '';
  for (const part of parts) {
    const pieces = part.kind === 'chars' ? [part.value] : (flow.holes.get(part) ?? []);
    const value = pieces.map((piece) => (typeof piece === 'string' ? piece : fill(piece.parameter))).join('');
    runs.push({ start: text.length, value, part });
    text += value;
  }
  const runAt = (index: number, isEnd: boolean) =>
    runs.find(({ start, value }) => index < start + value.length || (isEnd && index === start + value.length));
  const sourceOf = (index: number, isEnd: boolean): number => {
    const run = runAt(index, isEnd);
    if (run === undefined) return node.offset + node.length;
    const { part, value, start } = run;
    // A part that stands for as many characters as it has is plain: each stands for itself.
    if (part.kind === 'chars' && value.length === part.length) return part.offset + index - start;
    return isEnd ? part.offset + part.length : part.offset;
  };
  return {
    text,
    isWritten: (index) => runAt(index, false)?.part.kind === 'chars',
    placeOf: (index, length) => {
      const offset = sourceOf(index, false);
      return { offset, length: Math.max(1, sourceOf(index + length, true) - offset) };
    },
  };
}

/** Those that count: the endpoint takes a blank kind of recipient for none, as long as there is another. */
export function countingRecipients(all: readonly Recipient[]): readonly Recipient[] {
  const filled = all.filter(({ value }) => !isEmpty(value));
  return filled.length > 0 ? filled : all;
}
