import { type ExtensionContext, Uri } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate.js';
import { answerFileRequests } from './web-files.js';

/** Of a worker no more is needed here than that it can be made; the library that takes it knows the rest. */
type WorkerClass = new (url: string) => ConstructorParameters<typeof LanguageClient>[2];
declare const Worker: WorkerClass;

export function start(context: ExtensionContext): void {
  const worker = Uri.joinPath(context.extensionUri, 'dist/server.js').toString(true);
  const makeClient = (options: LanguageClientOptions) => {
    const client = new LanguageClient('failover', 'Failover', new Worker(worker), options);
    for (const answer of answerFileRequests(client)) context.subscriptions.push(answer);
    return client;
  };
  activateWith(context, makeClient, [{ language: 'failover' }, { pattern: '**/failover.json' }]);
}
