import { PassThrough } from 'node:stream';
import {
  createMessageConnection,
  type Diagnostic,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { StreamReader } from '../../src/node/message-reader.js';
import { type Features, features as own } from '../../src/server/features.js';
import { startServer } from '../../src/server/server.js';
import type { FileSystem } from '../../src/workspace/file-system.js';
import { folder, memoryFiles, uriOf } from './marked.js';

export interface ClientOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly capabilities?: object;
  readonly params?: object;
  readonly features?: Partial<Features>;
  readonly fileSystem?: FileSystem;
  /** What the client answers when it is asked; its settings under `workspace/configuration`. */
  readonly answers?: Readonly<Record<string, (params: never) => unknown>>;
  readonly initialized?: boolean;
}

export const pulling = { textDocument: { diagnostic: {} } };

/** A server in this process, and an editor's end of the connection to it. */
export class Client {
  readonly connection: MessageConnection;
  /** What goes to the server, as bytes. */
  readonly wire: PassThrough;
  readonly files: Map<string, string>;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: { readonly type: number; readonly message: string }[] = [];
  /** The requests of the server, by method. */
  readonly asked: { readonly method: string; readonly params: unknown }[] = [];
  exitStatus: number | undefined;
  capabilities: Readonly<Record<string, unknown>> = {};
  readonly #versions = new Map<string, number>();

  constructor({ files = {}, features = {}, fileSystem, answers = {} }: ClientOptions) {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    this.wire = toServer;
    this.files = new Map(Object.entries(files));
    const writer = new StreamMessageWriter(toClient);
    startServer({
      reader: new StreamReader(toServer, (error) => {
        const message = { jsonrpc: '2.0', id: null, error };
        void writer.write(message);
      }),
      writer,
      files: () => fileSystem ?? memoryFiles(this.files),
      version: '0.0.0-test',
      watchDog: {
        shutdownReceived: false,
        initialize: () => {},
        exit: (status) => {
          this.exitStatus = status;
        },
      },
      features: { ...own, ...features },
    });
    this.connection = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    this.connection.onNotification('textDocument/publishDiagnostics', (params) => void this.published.push(params));
    this.connection.onNotification('window/logMessage', (params) => void this.logged.push(params));
    this.connection.onRequest((method: string, params: unknown) => {
      this.asked.push({ method, params });
      return answers[method]?.(params as never) ?? null;
    });
    this.connection.listen();
  }

  request<Answer = unknown>(method: string, params: object = {}): Promise<Answer> {
    return this.connection.sendRequest(method, params);
  }

  notify(method: string, params: object = {}): void {
    void this.connection.sendNotification(method, params);
  }

  /** A request about a document. */
  ask<Answer = unknown>(method: string, name: string, params: object = {}): Promise<Answer> {
    return this.request(method, { textDocument: { uri: uriOf(name) }, ...params });
  }

  open(name: string, text = this.files.get(name) ?? ''): void {
    this.#versions.set(name, 1);
    const textDocument = { uri: uriOf(name), languageId: 'failover', version: 1, text };
    this.notify('textDocument/didOpen', { textDocument });
  }

  /** The whole text, or edits of a part of it. */
  change(name: string, ...contentChanges: (string | object)[]): void {
    const version = (this.#versions.get(name) ?? 0) + 1;
    this.#versions.set(name, version);
    this.notify('textDocument/didChange', {
      textDocument: { uri: uriOf(name), version },
      contentChanges: contentChanges.map((change) => (typeof change === 'string' ? { text: change } : change)),
    });
  }

  close(name: string): void {
    this.notify('textDocument/didClose', { textDocument: { uri: uriOf(name) } });
  }

  /** Writes a file, or takes it away, and tells the server as a client that watches files does. */
  write(name: string, text: string | undefined): void {
    const type = text === undefined ? 3 : this.files.has(name) ? 2 : 1;
    if (text === undefined) this.files.delete(name);
    else this.files.set(name, text);
    this.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type }] });
  }

  /** The codes that the editor shows at a file. */
  shown(name: string): string[] {
    const last = this.published.findLast(({ uri }) => uri === uriOf(name));
    return codes(last?.diagnostics ?? []);
  }

  /** Waits until something holds. */
  async until(holds: () => boolean, what = String(holds)): Promise<void> {
    const end = performance.now() + 10_000;
    while (!holds()) {
      if (performance.now() > end) throw new Error(`This never came: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async pull(name: string, previousResultId?: string) {
    return this.ask<{ kind: string; resultId: string; items?: Diagnostic[] }>('textDocument/diagnostic', name, {
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }
}

export function codes(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code }) => String(code));
}

export async function connect(options: ClientOptions = {}): Promise<Client> {
  const client = new Client(options);
  const answer = await client.request<{ capabilities: Record<string, unknown> }>('initialize', {
    processId: null,
    capabilities: options.capabilities ?? {},
    workspaceFolders: [{ uri: folder, name: 'project' }],
    ...options.params,
  });
  client.capabilities = answer.capabilities;
  if (options.initialized !== false) client.notify('initialized');
  return client;
}
