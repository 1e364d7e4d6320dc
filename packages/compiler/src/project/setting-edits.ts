import { modify } from 'jsonc-parser';
import type { Span } from '../text/span.js';

/** Edits of the text of a failover.json that set a value. Comments and layout stay. */
export function settingEdits(
  text: string,
  path: readonly string[],
  value: string,
): (Span & { readonly text: string })[] {
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' };
  const edits = modify(text, [...path], value, { formattingOptions });
  return edits.map(({ offset, length, content }) => ({ offset, length, text: content }));
}
