import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { startServer } from '../server/server.js';
import { clientFiles } from './file-system.js';

/** The server as a worker of a page, which hands it its messages and files. */
type Port = ConstructorParameters<typeof BrowserMessageReader>[0];
const port = globalThis as unknown as Port;

startServer({
  reader: new BrowserMessageReader(port),
  writer: new BrowserMessageWriter(port),
  files: clientFiles,
  version,
  // Whoever started a worker ends it.
  watchDog: { shutdownReceived: false, initialize: () => {}, exit: () => {} },
});
