/** A stretch of a text, in UTF-16 code units from its start. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** A stretch of a file. */
export interface Place extends Span {
  readonly uri: string;
}

/** The offset after the last character of a stretch. */
export function endOf(span: Span): number {
  return span.offset + span.length;
}

export function spanBetween(start: number, end: number): Span {
  return { offset: start, length: end - start };
}

/** The end counts as inside, so that a cursor right after a word touches it. */
export function touches(span: Span, offset: number): boolean {
  return span.offset <= offset && offset <= span.offset + span.length;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.offset <= inner.offset && endOf(inner) <= endOf(outer);
}

export function sourceOf(text: string, span: Span): string {
  return text.slice(span.offset, span.offset + span.length);
}
