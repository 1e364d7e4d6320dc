import {
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidCreateFilesNotification,
  DidDeleteFilesNotification,
  DidOpenTextDocumentNotification,
  DidRenameFilesNotification,
  DidSaveTextDocumentNotification,
  FileChangeType,
} from 'vscode-languageserver';
import { canonicalUri } from '../workspace/uris.js';
import { changesIn, documentIn, fieldsOf, listIn, textIn, versionIn } from './params.js';
import type { Refresh } from './refresh.js';
import type { Session } from './session.js';

/** Keeps up with what is open in the editor, and with what it says about files and folders. */
export function followDocuments(session: Session, refresh: Refresh): void {
  const { connection, workspace, changes, client, clientUris } = session;
  const on = (method: string, work: (params: unknown) => void) => connection.onNotification(method, work);
  const filesChanged = () => {
    changes.changed();
    refresh.documents();
  };
  /** A client that does not watch files leaves it to the server to look again, when somebody is about to look. */
  const lookAgain = () => {
    if (!client.registers.watchedFiles) workspace.forgetFiles();
  };

  on(DidOpenTextDocumentNotification.method, (params) => {
    const document = fieldsOf(fieldsOf(params).textDocument, 'textDocument');
    const text = textIn(document, 'text');
    const uri = clientUris.opened(textIn(document, 'uri'));
    lookAgain();
    workspace.open(uri, text, versionIn(document));
    changes.changed(uri);
  });
  on(DidChangeTextDocumentNotification.method, (params) => {
    const uri = documentIn(params);
    const version = versionIn(fieldsOf(fieldsOf(params).textDocument));
    if (workspace.change(uri, changesIn(params), version)) changes.changed(uri);
    else connection.console.warn(`${uri} was changed but is not open`);
  });
  on(DidSaveTextDocumentNotification.method, (params) => {
    lookAgain();
    workspace.touched([documentIn(params)]);
    changes.changed();
  });
  on(DidCloseTextDocumentNotification.method, (params) => {
    const uri = documentIn(params);
    workspace.close(uri);
    changes.closed(uri);
    changes.changed();
  });

  on(DidChangeWatchedFilesNotification.method, (params) => {
    const events = listIn(params, 'changes').map((event) => ({
      uri: canonicalUri(textIn(event, 'uri')),
      isChange: fieldsOf(event).type === FileChangeType.Changed,
    }));
    workspace.touched(events.filter(({ isChange }) => isChange).map(({ uri }) => uri));
    workspace.appeared(events.filter(({ isChange }) => !isChange).map(({ uri }) => uri));
    filesChanged();
  });
  for (const { method } of [DidCreateFilesNotification, DidRenameFilesNotification, DidDeleteFilesNotification]) {
    on(method, () => {
      // A folder is one file here, and everything in it has come or gone.
      workspace.forgetFiles();
      filesChanged();
    });
  }
  on(DidChangeWorkspaceFoldersNotification.method, (params) => {
    const { event } = fieldsOf(params);
    const uris = (name: string) => listIn(event, name).map((folder) => canonicalUri(textIn(folder, 'uri')));
    workspace.changeFolders(uris('added'), uris('removed'));
    filesChanged();
  });
}
