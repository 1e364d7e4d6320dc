import {
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver';
import { readEditorSettings } from '../workspace/editor-settings.js';
import { logFault } from './faults.js';
import type { Refresh } from './refresh.js';
import type { Session } from './session.js';

const section = 'failover';

/** Takes the user's settings: asked for where the client can be asked, else as it sends them. */
export class Configuration {
  readonly #session: Session;
  readonly #refresh: Refresh;

  constructor(session: Session, refresh: Refresh) {
    this.#session = session;
    this.#refresh = refresh;
    const { client, connection } = session;
    this.#set(client.initializationOptions);
    connection.onNotification(DidChangeConfigurationNotification.method, async (params: unknown) => {
      if (client.hasConfiguration) await this.#ask();
      else this.#set((params as { settings?: unknown } | null | undefined)?.settings);
      this.#changed();
    });
  }

  /** What the protocol allows once the client has said that it is ready. */
  async initialized(): Promise<void> {
    const { client, connection } = this.#session;
    const register = (method: string, registerOptions: object) =>
      connection
        .sendRequest('client/registerCapability', { registrations: [{ id: method, method, registerOptions }] })
        .catch((error) => logFault(this.#session, error, `Registering ${method}`));
    if (client.registers.configuration) void register(DidChangeConfigurationNotification.method, { section });
    if (client.registers.watchedFiles) {
      const watchers = ['**/*.failover', '**/failover.json'].map((globPattern) => ({ globPattern }));
      void register(DidChangeWatchedFilesNotification.method, { watchers });
    }
    if (client.hasConfiguration) await this.#ask();
    this.#changed();
  }

  async #ask(): Promise<void> {
    try {
      const answer = await this.#session.connection.sendRequest(ConfigurationRequest.method, { items: [{ section }] });
      const [settings] = Array.isArray(answer) ? answer : [];
      this.#session.workspace.set(readEditorSettings(settings));
    } catch (error) {
      logFault(this.#session, error, 'Asking for the settings');
    }
  }

  /** Settings with or without the name of their section around them. */
  #set(settings: unknown): void {
    const own = (settings as Record<string, unknown> | null | undefined)?.[section];
    this.#session.workspace.set(readEditorSettings(own ?? settings));
  }

  #changed(): void {
    this.#session.changes.changed();
    this.#refresh.documents();
  }
}
