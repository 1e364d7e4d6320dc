import type { InitializeParams } from 'vscode-languageserver';
import type { PositionEncoding } from '../workspace/document.js';
import type { ClientFeatures } from '../workspace/snapshot.js';
import { canonicalUri } from '../workspace/uris.js';

/** Who asks, and what it can do. */
export interface Client {
  readonly folders: readonly string[];
  readonly encoding: PositionEncoding;
  readonly features: ClientFeatures;
  readonly initializationOptions: unknown;
  /** It asks for diagnostics; others are sent them. */
  readonly pulls: boolean;
  /** It can be asked for its settings. */
  readonly hasConfiguration: boolean;
  /** It shows a tree of symbols; others a list. */
  readonly symbolTree: boolean;
  /** What it lets the server register after the start. */
  readonly registers: { readonly watchedFiles: boolean; readonly configuration: boolean };
  /** What it can be asked to ask for again. */
  readonly refreshes: Readonly<Record<Refreshable, boolean>>;
}

export type Refreshable = 'diagnostics' | 'inlayHint' | 'codeLens' | 'semanticTokens';

export function clientOf({ capabilities, initializationOptions, ...params }: InitializeParams): Client {
  const { textDocument, workspace, general } = capabilities;
  const markdown = 'markdown';
  const { completionItem, completionList } = textDocument?.completion ?? {};
  const itemDefaults = listOf(completionList?.itemDefaults);
  return {
    folders: foldersOf(params).map(canonicalUri),
    encoding: listOf(general?.positionEncodings).find(isKnown) ?? 'utf-16',
    features: {
      snippets: completionItem?.snippetSupport === true,
      markdown: listOf(textDocument?.hover?.contentFormat).includes(markdown),
      resolvesDocumentation: listOf(completionItem?.resolveSupport?.properties).includes('documentation'),
      itemDefaults: itemDefaults.includes('editRange') && itemDefaults.includes('insertTextFormat'),
      documentChanges: workspace?.workspaceEdit?.documentChanges === true,
      previewCommands: (initializationOptions as { previewCommands?: unknown } | null)?.previewCommands === true,
    },
    initializationOptions,
    pulls: textDocument?.diagnostic !== undefined,
    hasConfiguration: workspace?.configuration === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    registers: {
      watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
      configuration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    },
    refreshes: {
      diagnostics: workspace?.diagnostics?.refreshSupport === true,
      inlayHint: workspace?.inlayHint?.refreshSupport === true,
      codeLens: workspace?.codeLens?.refreshSupport === true,
      semanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    },
  };
}

function foldersOf({ workspaceFolders, rootUri, rootPath }: Omit<InitializeParams, 'capabilities'>): string[] {
  if (workspaceFolders)
    return listOf(workspaceFolders)
      .map((folder) => Object(folder).uri)
      .filter(isText);
  if (isText(rootUri)) return [rootUri];
  return isText(rootPath) ? [`file://${rootPath.startsWith('/') ? '' : '/'}${rootPath.replaceAll('\\', '/')}`] : [];
}

/** What a client sent in the place of a list, which may be anything. */
function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isKnown(encoding: unknown): encoding is PositionEncoding {
  return encoding === 'utf-16' || encoding === 'utf-8';
}
