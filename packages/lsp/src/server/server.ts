import {
  createConnection,
  createProtocolConnection,
  type MessageReader,
  type MessageWriter,
  type WatchDog,
} from 'vscode-languageserver';
import type { FileSystem } from '../workspace/file-system.js';
import { Workspace } from '../workspace/workspace.js';
import { capabilitiesFor } from './capabilities.js';
import { type Client, clientOf } from './client.js';
import { carryOutCommands } from './commands.js';
import { Configuration } from './configuration.js';
import { followDocuments } from './documents.js';
import { logFault } from './faults.js';
import { type Features, features } from './features.js';
import { lifecycle } from './lifecycle.js';
import { PullDiagnostics } from './pull-diagnostics.js';
import { PushDiagnostics } from './push-diagnostics.js';
import { Refresh } from './refresh.js';
import { ClientUris } from './reports.js';
import { answerRequests } from './requests.js';
import { SemanticTokens } from './semantic-tokens.js';
import { Changes, type Session } from './session.js';

/** What a server stands on. */
export interface ServerHost {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** @param ask sends a request to the client */
  readonly files: (ask: (method: string, params: object) => Promise<unknown>) => FileSystem;
  readonly version: string;
  /** Is told who started the server, and when to end. */
  readonly watchDog: WatchDog;
  readonly features?: Features;
}

/** Answers one client until it says `exit`. @returns a function that logs a fault which belongs to no request */
export function startServer(host: ServerHost): (fault: unknown) => void {
  const { reader, writer, watchDog, version } = host;
  const connection = createConnection(
    (logger) => createProtocolConnection(reader, writer, logger, { messageStrategy: lifecycle(writer) }),
    watchDog,
  );
  const files = host.files((method, params) => connection.sendRequest(method, params));

  connection.onInitialize((params) => {
    const client = clientOf(params);
    const { folders, encoding, features: clientFeatures } = client;
    const workspace = new Workspace(files, { folders, encoding, client: clientFeatures });
    serve({
      ...{ connection, client, workspace },
      features: host.features ?? features,
      changes: new Changes(),
      clientUris: new ClientUris(),
    });
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'failover-language-server', version } };
  });
  connection.listen();
  return (fault) => logFault({ connection }, fault);
}

function serve(session: Session): void {
  const { connection, client, changes } = session;
  const refresh = new Refresh(session);
  followDocuments(session, refresh);
  answerRequests(session);
  carryOutCommands(session);
  changes.add(new SemanticTokens(session));
  changes.add(diagnosticsFor(client, session, refresh));
  const configuration = new Configuration(session, refresh);
  connection.onInitialized(() => configuration.initialized());
}

function diagnosticsFor({ pulls }: Client, session: Session, refresh: Refresh): PullDiagnostics | PushDiagnostics {
  if (!pulls) return new PushDiagnostics(session);
  const pull = new PullDiagnostics(session, refresh);
  session.connection.onShutdown(() => pull.shutDown());
  return pull;
}
