import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  ResponseError,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { canonicalUri } from '../workspace/uris.js';
import { logFault, onRequest } from './faults.js';
import { documentIn, fieldsOf, listIn, textIn } from './params.js';
import { Quiet } from './quiet.js';
import type { Refresh } from './refresh.js';
import { type Report, reportOn } from './reports.js';
import type { ChangeListener, Session } from './session.js';
import { Slices } from './slices.js';

/** How long nothing is typed before what it did to other documents is looked at, in milliseconds. */
const pause = 300;

/** Answers a client that asks for diagnostics, and tells it when the answers that it has are no longer right. */
export class PullDiagnostics implements ChangeListener {
  readonly #session: Session;
  readonly #refresh: Refresh;
  readonly #quiet = new Quiet(pause, async () => {
    await this.#compare().catch((error) => logFault(this.#session, error));
    this.#wake();
  });
  /** The answers for open documents that the client has, by URI. */
  readonly #answered = new Map<string, string>();
  /** Requests for the whole workspace that wait until there is something new. */
  readonly #waiting = new Set<() => void>();

  constructor(session: Session, refresh: Refresh) {
    this.#session = session;
    this.#refresh = refresh;
    onRequest(session, DocumentDiagnosticRequest.method, (params) => this.#document(params));
    onRequest(session, WorkspaceDiagnosticRequest.method, (params, token) => this.#workspace(params, token));
  }

  changed(): void {
    this.#quiet.disturb();
  }

  closed(uri: string): void {
    this.#answered.delete(uri);
  }

  /** Ends the requests that wait. */
  shutDown(): void {
    this.#wake();
  }

  async #document(params: unknown): Promise<DocumentDiagnosticReport> {
    const uri = documentIn(params);
    const { workspace } = this.#session;
    const version = workspace.document(uri)?.version;
    const project = await workspace.projectOf(uri);
    if (workspace.document(uri)?.version !== version) {
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed', { retriggerRequest: true });
    }
    const report = reportOn(this.#session, project, uri);
    if (version !== undefined) this.#answered.set(uri, report.id);
    return answer(report, fieldsOf(params).previousResultId);
  }

  /** Waits as long as the client has everything that there is: it would only ask again. */
  async #workspace(params: unknown, token: CancellationToken) {
    const previous = new Map<string, string>();
    for (const one of listIn(params, 'previousResultIds')) {
      previous.set(canonicalUri(textIn(one, 'uri')), textIn(one, 'value'));
    }
    for (;;) {
      const items = await this.#reports(previous, token);
      const isNew = items.some(({ kind }) => kind === 'full');
      if (previous.size === 0 || isNew || !(await this.#somethingNew(token))) return { items };
    }
  }

  async #reports(
    previous: ReadonlyMap<string, string>,
    token: CancellationToken,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const { workspace, clientUris } = this.#session;
    const slices = new Slices(token);
    const left = new Set([...previous].filter(([, id]) => id !== gone).map(([uri]) => uri));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const project of await workspace.ready()) {
      for (const uri of project.reportedUris) {
        await slices.pause();
        await project.ready();
        const report = reportOn(this.#session, project, uri);
        left.delete(uri);
        items.push({
          uri: report.uri,
          version: report.version ?? null,
          ...answer(report, previous.get(uri)),
        });
      }
    }
    for (const uri of left) {
      items.push({ uri: clientUris.of(uri), version: null, kind: 'full', resultId: gone, items: [] });
    }
    return items;
  }

  /** @returns false when there is nothing to wait for: the server was shut down */
  #somethingNew(token: CancellationToken): Promise<boolean> {
    const { round } = this.#quiet;
    return new Promise((resolve, reject) => {
      const done = () => {
        this.#waiting.delete(done);
        listener.dispose();
        if (token.isCancellationRequested) {
          reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled'));
        } else resolve(this.#quiet.round !== round);
      };
      const listener = token.onCancellationRequested(done);
      this.#waiting.add(done);
    });
  }

  /** Looks whether what was changed changed more than the document in which it was. */
  async #compare(): Promise<void> {
    const { workspace } = this.#session;
    const slices = new Slices();
    const { round } = this.#quiet;
    let isStale = false;
    for (const [uri, id] of [...this.#answered]) {
      await slices.pause();
      const project = await workspace.projectOf(uri);
      if (this.#quiet.round !== round) return;
      if (!this.#answered.has(uri) || reportOn(this.#session, project, uri).id === id) continue;
      this.#answered.delete(uri);
      isStale = true;
    }
    if (isStale) this.#refresh.diagnostics();
  }

  #wake(): void {
    for (const done of [...this.#waiting]) done();
  }
}

/** The result id of a file that is no longer there. */
const gone = 'gone';

function answer({ items, id }: Report, previous: unknown) {
  return previous === id
    ? { kind: 'unchanged' as const, resultId: id }
    : { kind: 'full' as const, resultId: id, items: items as Diagnostic[] };
}
