import {
  CodeActionKind,
  FileOperationPatternKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../features/semantic-tokens.js';
import { commands } from '../protocol.js';
import type { Client } from './client.js';

/** What moves with its imports: files of flows, and folders that may hold some. */
const movable = {
  filters: [
    { pattern: { glob: '**/*.failover', matches: FileOperationPatternKind.file } },
    { pattern: { glob: '**', matches: FileOperationPatternKind.folder } },
  ],
};

export function capabilitiesFor({ encoding, pulls, features }: Client): ServerCapabilities {
  return {
    positionEncoding: encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    ...(pulls && { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } }),
    completionProvider: { triggerCharacters: [...' ".{/(,:'], resolveProvider: features.resolvesDocumentation },
    hoverProvider: true,
    signatureHelpProvider: { triggerCharacters: ['(', ','], retriggerCharacters: [':'] },
    inlayHintProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    documentLinkProvider: {},
    codeActionProvider: {
      codeActionKinds: [
        ...[CodeActionKind.QuickFix, CodeActionKind.Refactor, CodeActionKind.SourceOrganizeImports],
        CodeActionKind.SourceFixAll,
      ],
    },
    codeLensProvider: { resolveProvider: true },
    executeCommandProvider: { commands: Object.values(commands) },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: movable, didRename: movable, didCreate: movable, didDelete: movable },
    },
  };
}
