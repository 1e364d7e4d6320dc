import { env, type Position, Range, type TextDocument, type TextEditor, window } from 'vscode';
import { isFlowEditor } from '../place.js';

/** What is to be imported. */
export interface Source {
  readonly text: string;
  /** What it is called in messages. */
  readonly shown: string;
  /** For the flow; without it, the importer has one. */
  readonly name?: string;
  /** Where it starts; the clipboard is no document. */
  readonly start?: { readonly document: TextDocument; readonly position: Position };
}

/** What is selected, else a JSON file that is open, else what has been copied. Flows are nothing to import. */
export async function findSource(): Promise<Source> {
  const editor = window.activeTextEditor;
  const found = editor === undefined || isFlowEditor(editor) ? undefined : sourceIn(editor);
  return found ?? { text: await env.clipboard.readText(), shown: 'the clipboard' };
}

function sourceIn({ document, selection }: TextEditor): Source | undefined {
  const file = document.uri.path.split('/').at(-1) ?? '';
  const name = document.isUntitled ? {} : { name: file.replace(/\.[^.]*$/, '') };
  if (!selection.isEmpty) {
    const text = document.getText(selection);
    return { text, shown: 'the selection', start: { document, position: selection.start }, ...name };
  }
  if (document.languageId !== 'json' && document.languageId !== 'jsonc') return undefined;
  const position = document.positionAt(0);
  return { text: document.getText(), shown: file, start: { document, position }, ...name };
}

/** Where a stretch of the text that was imported stands in its document. */
export function rangeIn(start: Position, range: { readonly start: Place; readonly end: Place }): Range {
  const placed = ({ line, character }: Place) =>
    start.translate(line, line === 0 ? character : character - start.character);
  return new Range(placed(range.start), placed(range.end));
}

type Place = Pick<Position, 'line' | 'character'>;
