import { commands } from '../../src/protocol.js';

interface Position {
  readonly line: number;
  readonly character: number;
}

/** Every request about a place of a document, with what it needs besides. */
const more: Readonly<Record<string, object>> = {
  'textDocument/hover': {},
  'textDocument/completion': { context: { triggerKind: 1 } },
  'textDocument/definition': {},
  'textDocument/references': { context: { includeDeclaration: true } },
  'textDocument/documentHighlight': {},
  'textDocument/signatureHelp': {},
  'textDocument/prepareRename': {},
  'textDocument/rename': { newName: 'renamed' },
  'textDocument/codeAction': { context: { diagnostics: [] } },
  'textDocument/codeLens': {},
  'textDocument/documentLink': {},
  'textDocument/documentSymbol': {},
  'textDocument/foldingRange': {},
  'textDocument/formatting': { options: { tabSize: 2, insertSpaces: true } },
  'textDocument/rangeFormatting': { options: { tabSize: 2, insertSpaces: true } },
  'textDocument/onTypeFormatting': { ch: '}', options: { tabSize: 2, insertSpaces: true } },
  'textDocument/inlayHint': {},
  'textDocument/selectionRange': {},
  'textDocument/semanticTokens/range': {},
  'workspace/symbol': { query: '' },
};

export const methods: readonly string[] = [...Object.keys(more), 'workspace/executeCommand'];

/** The parameters of a request about a place. */
export function paramsFor(method: string, uri: string, start: Position, end: Position, kind: number): object {
  if (method === 'workspace/executeCommand') {
    const all = Object.values(commands);
    // A place for the commands about a flow, and a text for the one that imports.
    return { command: all[kind % all.length], arguments: [{ uri, position: start, text: '{ "flow": [] }' }] };
  }
  return { textDocument: { uri }, position: start, positions: [start, end], range: { start, end }, ...more[method] };
}
