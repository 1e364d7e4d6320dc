/** A part of a text keeps all of it in memory. A part of a text made of it keeps only that one. */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
