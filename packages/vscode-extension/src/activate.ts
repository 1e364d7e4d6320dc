import type { InitializationOptions } from '@failover/language-server/protocol';
import { commands, type ExtensionContext, type TextDocument, window, workspace } from 'vscode';
import type { DocumentSelector } from 'vscode-languageclient';
import { copyAsCurl } from './copy-as-curl.js';
import { FlowPanel } from './flow-panel/panel.js';
import { importRequest } from './import-request/import-request.js';
import { newFlowFile } from './new-flow-file.js';
import { PayloadPreview } from './preview/preview.js';
import { type MakeClient, Server } from './server.js';

let running: Server | undefined;

/** What desktop and web have in common, which is all but the way to the server. */
export function activateWith(
  context: ExtensionContext,
  makeClient: MakeClient,
  documentSelector: DocumentSelector,
): void {
  const output = window.createOutputChannel('Failover', { log: true });
  const watcher = workspace.createFileSystemWatcher('**/{*.failover,failover.json}');
  const server = new Server(
    makeClient,
    {
      documentSelector,
      outputChannel: output,
      initializationOptions: { previewCommands: true } satisfies InitializationOptions,
      synchronize: { configurationSection: 'failover', fileEvents: watcher },
    },
    output,
  );
  running = server;
  const preview = new PayloadPreview(server);
  const panel = new FlowPanel(server, context.extensionUri);
  context.subscriptions.push(
    output,
    watcher,
    preview,
    panel,
    commands.registerCommand('failover.previewPayload', (place?: unknown) => preview.show(place)),
    commands.registerCommand('failover.showFlow', (place?: unknown) => panel.show(place)),
    commands.registerCommand('failover.copyAsCurl', (place?: unknown) => copyAsCurl(server, place)),
    commands.registerCommand('failover.newFile', newFlowFile),
    commands.registerCommand('failover.importRequest', () => importRequest(server, output)),
    commands.registerCommand('failover.restartServer', () => server.restart()),
    workspace.onDidOpenTextDocument(startFor),
  );
  workspace.textDocuments.forEach(startFor);

  function startFor(document: TextDocument): void {
    if (document.languageId === 'failover') void server.start();
  }
}

export async function stop(): Promise<void> {
  await running?.stop();
}
