import type { Project } from '../workspace/project.js';
import { logFault } from './faults.js';
import { Quiet } from './quiet.js';
import { reportOn } from './reports.js';
import type { ChangeListener, Session } from './session.js';
import { Slices } from './slices.js';

/** Between two strokes of a fast typist, in milliseconds: what is typed in one go is looked at once. */
const pause = 40;

/**
 * Sends diagnostics to a client that does not ask for them: what is open first, then every file of every project. A
 * document that was edited is always sent, so that the client knows the version was looked at; others when their
 * diagnostics are not those that it has.
 */
export class PushDiagnostics implements ChangeListener {
  readonly #session: Session;
  readonly #quiet = new Quiet(pause, () => this.#publish().catch((error) => logFault(this.#session, error)));
  /** What the client has, by URI. */
  readonly #sent = new Map<string, string>();
  readonly #edited = new Set<string>();

  constructor(session: Session) {
    this.#session = session;
  }

  changed(uri?: string): void {
    if (uri !== undefined) this.#edited.add(uri);
    this.#quiet.disturb();
  }

  closed(uri: string): void {
    this.#edited.delete(uri);
  }

  async #publish(): Promise<void> {
    const { round } = this.#quiet;
    const { workspace } = this.#session;
    const slices = new Slices();
    const projects = await workspace.ready();
    const left = new Set(this.#sent.keys());
    for (const [project, uri] of inTurn(projects, (one) => workspace.document(one) !== undefined)) {
      await slices.pause();
      // Somebody typed in the meantime: another round has been called for.
      if (this.#quiet.round !== round) return;
      left.delete(uri);
      await this.#send(project, uri).catch((error) => logFault(this.#session, error));
    }
    for (const uri of left) {
      this.#sent.delete(uri);
      const { connection, clientUris } = this.#session;
      await connection.sendDiagnostics({ uri: clientUris.of(uri), diagnostics: [] });
    }
  }

  async #send(project: Project, uri: string): Promise<void> {
    const { uri: name, version, items, id } = reportOn(this.#session, project, uri);
    const wasEdited = this.#edited.delete(uri);
    if (!wasEdited && (this.#sent.get(uri) ?? 'none') === id) return;
    this.#sent.set(uri, id);
    const { connection } = this.#session;
    await connection.sendDiagnostics({ uri: name, diagnostics: items, ...(version !== undefined && { version }) });
  }
}

function inTurn(projects: readonly Project[], isFirst: (uri: string) => boolean): [Project, string][] {
  const files = projects.flatMap((project) => project.reportedUris.map((uri): [Project, string] => [project, uri]));
  return [...files.filter(([, uri]) => isFirst(uri)), ...files.filter(([, uri]) => !isFirst(uri))];
}
