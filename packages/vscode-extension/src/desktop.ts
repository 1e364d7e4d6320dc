import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './activate.js';
import { registerTasks } from './tasks.js';

export function start(context: ExtensionContext): void {
  const run = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const schemes = ['file', 'untitled'];
  activateWith(context, (options) => new LanguageClient('failover', 'Failover', { run, debug: run }, options), [
    ...schemes.map((scheme) => ({ language: 'failover', scheme })),
    { scheme: 'file', pattern: '**/failover.json' },
  ]);
  context.subscriptions.push(registerTasks());
}
