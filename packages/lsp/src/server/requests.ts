import {
  type CancellationToken,
  CodeActionRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SignatureHelpRequest,
  WillRenameFilesRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import type { Project } from '../workspace/project.js';
import type { Snapshot } from '../workspace/snapshot.js';
import { canonicalUri } from '../workspace/uris.js';
import { onRequest } from './faults.js';
import { fieldsOf, listIn, positionIn, positionsIn, rangeIn, textIn } from './params.js';
import type { Session } from './session.js';
import { Slices } from './slices.js';
import { type DocumentWork, modified, snapshotFor, throwIfModified } from './snapshots.js';
import { symbolList } from './symbol-list.js';

/** Answers what a client asks about a document or the workspace: each from the feature of its name. */
export function answerRequests(session: Session): void {
  const { features, client, workspace } = session;

  const onDocument = (method: string, work: DocumentWork): void =>
    onRequest(session, method, async (params, token) => {
      const snapshot = await snapshotFor(session, params);
      if (snapshot === undefined) return undefined;
      const answer = await work(snapshot, params, token);
      throwIfModified(workspace, snapshot.uri, snapshot.document.version);
      return answer;
    });
  const atPosition = (method: string, work: (snapshot: Snapshot, offset: number) => unknown): void =>
    onDocument(method, (snapshot, params) => work(snapshot, snapshot.document.offsetAt(positionIn(params))));

  atPosition(HoverRequest.method, features.hover);
  atPosition(DefinitionRequest.method, features.definition);
  atPosition(SignatureHelpRequest.method, features.signatureHelp);
  atPosition(DocumentHighlightRequest.method, features.highlights);
  onDocument(CompletionRequest.method, (snapshot, params) => {
    const { triggerCharacter: typed } = fieldsOf(fieldsOf(params).context ?? {});
    const offset = snapshot.document.offsetAt(positionIn(params));
    return features.completion(snapshot, offset, typeof typed === 'string' ? typed : undefined);
  });
  onRequest(session, CompletionResolveRequest.method, (params) =>
    features.resolveCompletion(fieldsOf(params), client.features),
  );
  onDocument(CodeLensRequest.method, features.codeLenses);
  onRequest(session, CodeLensResolveRequest.method, async (params) => {
    const lens = { range: rangeIn(params) };
    const snapshot = await snapshotFor(session, { textDocument: { uri: textIn(params, 'data') } });
    return snapshot === undefined ? lens : features.resolveCodeLens(snapshot, lens);
  });
  onDocument(DocumentLinkRequest.method, features.documentLinks);
  onDocument(FoldingRangeRequest.method, features.foldingRanges);
  onDocument(DocumentFormattingRequest.method, features.formatting);
  onDocument(DocumentSymbolRequest.method, (snapshot) => {
    const symbols = features.documentSymbols(snapshot);
    return client.symbolTree ? symbols : symbolList(symbols, session.clientUris.of(snapshot.uri));
  });
  onDocument(DocumentRangeFormattingRequest.method, (snapshot, params) =>
    features.rangeFormatting(snapshot, snapshot.document.spanOf(rangeIn(params))),
  );
  onDocument(DocumentOnTypeFormattingRequest.method, (snapshot, params) =>
    features.onTypeFormatting(snapshot, snapshot.document.offsetAt(positionIn(params)), textIn(params, 'ch')),
  );
  onDocument(InlayHintRequest.method, (snapshot, params) =>
    features.inlayHints(snapshot, snapshot.document.spanOf(rangeIn(params))),
  );
  onDocument(SelectionRangeRequest.method, (snapshot, params) =>
    features.selectionRanges(
      snapshot,
      positionsIn(params).map((position) => snapshot.document.offsetAt(position)),
    ),
  );
  onDocument(CodeActionRequest.method, (snapshot, params) =>
    features.codeActions(snapshot, snapshot.document.spanOf(rangeIn(params)), kindsIn(params)),
  );

  // What goes over every file of the project
  onDocument(ReferencesRequest.method, async (snapshot, params, token) => {
    await prepare([snapshot.project], token);
    const withDeclaration = fieldsOf(fieldsOf(params).context ?? {}).includeDeclaration === true;
    return features.references(snapshot, snapshot.document.offsetAt(positionIn(params)), withDeclaration);
  });
  onDocument(PrepareRenameRequest.method, (snapshot, params) =>
    features.prepareRename(snapshot, snapshot.document.offsetAt(positionIn(params))),
  );
  onDocument(RenameRequest.method, async (snapshot, params, token) => {
    await prepare([snapshot.project], token);
    return features.rename(snapshot, snapshot.document.offsetAt(positionIn(params)), textIn(params, 'newName'));
  });

  // What goes over every project
  const onWorkspace = (method: string, work: (projects: readonly Project[], params: unknown) => unknown): void =>
    onRequest(session, method, async (params, token) => {
      const projects = await workspace.ready();
      await prepare(projects, token);
      return work(projects, params);
    });
  onWorkspace(WorkspaceSymbolRequest.method, (projects, params) =>
    features.workspaceSymbols(projects, textIn(params, 'query')),
  );
  onWorkspace(WillRenameFilesRequest.method, (projects, params) => {
    const moves = listIn(params, 'files').map((file) => ({
      oldUri: canonicalUri(textIn(file, 'oldUri')),
      newUri: canonicalUri(textIn(file, 'newUri')),
    }));
    return features.moveFiles(projects, moves);
  });
}

/** Looks up the names of every file, which the program then knows, and lets others have their turn in between. */
async function prepare(projects: readonly Project[], token: CancellationToken): Promise<void> {
  const slices = new Slices(token);
  for (const project of projects) {
    const { program } = project;
    for (const uri of program.uris) {
      void program.model(uri)?.references;
      await slices.pause();
      // A program must not be used once there is a newer one.
      if (project.program !== program) throw modified();
    }
  }
}

function kindsIn(params: unknown): string[] | undefined {
  const { only } = fieldsOf(fieldsOf(params).context ?? {});
  return Array.isArray(only) ? only.filter((kind) => typeof kind === 'string') : undefined;
}
