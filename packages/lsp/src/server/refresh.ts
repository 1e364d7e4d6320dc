import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import type { Refreshable } from './client.js';
import type { Session } from './session.js';

const requests: Readonly<Record<Refreshable, string>> = {
  diagnostics: DiagnosticRefreshRequest.method,
  inlayHint: InlayHintRefreshRequest.method,
  codeLens: CodeLensRefreshRequest.method,
  semanticTokens: SemanticTokensRefreshRequest.method,
};

/** Asks the client to ask again, where it lets itself be asked. */
export class Refresh {
  readonly #session: Pick<Session, 'client' | 'connection'>;

  constructor(session: Pick<Session, 'client' | 'connection'>) {
    this.#session = session;
  }

  diagnostics(): void {
    this.#ask('diagnostics');
  }

  /** What is shown in the lines of every document. */
  documents(): void {
    this.#ask('inlayHint');
    this.#ask('codeLens');
    this.#ask('semanticTokens');
  }

  #ask(what: Refreshable): void {
    const { client, connection } = this.#session;
    if (!client.refreshes[what]) return;
    // A client that refuses has what it has.
    connection.sendRequest(requests[what]).catch(() => {});
  }
}
