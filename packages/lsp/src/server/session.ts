import type { Connection } from 'vscode-languageserver';
import type { Workspace } from '../workspace/workspace.js';
import type { Client } from './client.js';
import type { Features } from './features.js';
import type { ClientUris } from './reports.js';

/** What there is between `initialize` and `exit`. */
export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly workspace: Workspace;
  readonly features: Features;
  readonly clientUris: ClientUris;
  readonly changes: Changes;
}

/** Somebody who has to know that something changed. */
export interface ChangeListener {
  /** @param uri the document that was edited; nothing when it was something else: files, settings, folders */
  changed(uri?: string): void;
  closed(uri: string): void;
}

/** Tells everybody. */
export class Changes implements ChangeListener {
  readonly #listeners: ChangeListener[] = [];

  add(listener: ChangeListener): void {
    this.#listeners.push(listener);
  }

  changed(uri?: string): void {
    for (const listener of this.#listeners) listener.changed(uri);
  }

  closed(uri: string): void {
    for (const listener of this.#listeners) listener.closed(uri);
  }
}
